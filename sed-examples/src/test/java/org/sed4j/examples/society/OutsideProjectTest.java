package org.sed4j.examples.society;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project outside the repository, on the class path beside the launcher, adds an economy and a principal to the command. */
class OutsideProjectTest {
    private static final String POND = """
            package outside;

            import java.util.function.Supplier;
            import org.sed4j.core.config.Config;
            import org.sed4j.core.game.DesignSpace;
            import org.sed4j.core.game.Rounds;
            import org.sed4j.core.pomg.Spaces;
            import org.sed4j.core.pomg.View;
            import org.sed4j.core.pomg.World;
            import org.sed4j.core.run.Rng;
            import org.sed4j.core.society.EconomyOffer;

            public final class Pond implements World {
                private final Spaces spaces = Spaces.players(2).actions(3).numbers("fish")
                        .principalNumbers("fish").design(DesignSpace.rates(1, "fee")).gauges("fish").build();
                private float fish;

                @Override public Spaces spaces() { return spaces; }
                @Override public void reset(Rng rng) { fish = 10; }
                @Override public void step(int[] catches, float[] design, Rng rng, float[] rewards) {
                    float taken = 0;
                    for (int i = 0; i < 2; i++) {
                        float own = Math.min(catches[i], fish / 2);
                        rewards[i] = own * (1 - design[0]);
                        taken += own;
                    }
                    fish = Math.min(20, (fish - taken) * 1.1f);
                }
                @Override public void observe(int player, float[] design, View out) { out.numbers[0] = fish / 10; }
                @Override public boolean due() { return true; }
                @Override public void consult(int[] catches, float[] design, View out) { out.numbers[0] = fish / 10; }
                @Override public void gauge(float[] out) { out[0] = fish; }

                public static final class Offer implements EconomyOffer {
                    @Override public String name() { return "pond"; }
                    @Override public String about() { return "two fishers and a fee"; }
                    @Override public Supplier<? extends World> worlds(Config config) { return Pond::new; }
                    @Override public Rounds.Schedule schedule(Config config) { return new Rounds.Schedule(20, 2); }
                }
            }
            """;

    private static final String WARDEN = """
            package outside;

            import org.sed4j.core.config.Config;
            import org.sed4j.core.game.Design;
            import org.sed4j.core.game.Principal;
            import org.sed4j.core.society.PrincipalOffer;
            import org.sed4j.core.society.PrincipalPart;

            public final class Warden implements PrincipalOffer {
                @Override public String name() { return "warden"; }
                @Override public String about() { return "half of every fish"; }
                @Override public PrincipalPart part(Config config) {
                    return PrincipalPart.of(name(), Principal.fixed(Design.of(0.5)));
                }
            }
            """;

    private final Path home;

    OutsideProjectTest(@TempDir Path home) {
        this.home = home;
    }

    private Path project() throws IOException {
        Path classes = home.resolve("classes");
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.sed4j.core.society.EconomyOffer"), "outside.Pond$Offer\n");
        Files.writeString(services.resolve("org.sed4j.core.society.PrincipalOffer"), "outside.Warden\n");
        Path pond = Files.writeString(home.resolve("Pond.java"), POND);
        Path warden = Files.writeString(home.resolve("Warden.java"), WARDEN);
        String path = System.getProperty("java.class.path");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        path,
                        "-d",
                        classes.toString(),
                        pond.toString(),
                        warden.toString());
        assertThat(status).isZero();
        return classes;
    }

    /** What the command prints, its exit status first. */
    private String sed(Path classes, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                "org.sed4j.examples.Sed",
                "society"));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(home, "out", ".txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + " " + Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    void itsParts_areNamed_played_andReported() throws IOException, InterruptedException {
        Path classes = project();
        Path run = home.resolve("run");
        String played = sed(
                classes,
                "--economy",
                "pond",
                "--vote",
                "schulze",
                "--principal",
                "warden",
                "--followers",
                "ppo",
                "--rounds",
                "3",
                "--out",
                run.toString(),
                "--quiet");
        assertThat(played).startsWith("0 ").contains("welfare_governed");
        assertThat(run.resolve("report.html")).content().contains("Pond");
        assertThat(run.resolve("metrics.csv")).content().contains("law_fee");

        assertThat(sed(classes, "--list")).startsWith("0 ").contains("two fishers and a fee", "half of every fish");
        assertThat(sed(classes, "--economy", "pnod")).startsWith("2 ").contains("economy (pnod)", "you meant pond");
    }
}
