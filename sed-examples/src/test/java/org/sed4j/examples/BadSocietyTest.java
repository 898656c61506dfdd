package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Societies that cannot be, asked of the launcher as it is shipped. */
class BadSocietyTest {
    private final Path folder;
    private final StringWriter err = new StringWriter();

    BadSocietyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int applePicking(String... more) {
        List<String> arguments = new ArrayList<>(List.of("apple-picking", "--quiet"));
        arguments.addAll(List.of("--out", folder.resolve("run").toString()));
        arguments.addAll(List.of(more));
        return Sed.commandLine(Commands.all())
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
    }

    private void refused(int status, String... says) throws IOException {
        assertThat(status).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("sed: ")
                .contains("\nMaybe ")
                .contains(says)
                .doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("map.txt");
        }
    }

    private String map(String text) throws IOException {
        return "world.map=" + Files.writeString(folder.resolve("map.txt"), text);
    }

    /** Rewards so great that the square of a few overflows: the value's loss is finite for some rounds, then is not. */
    @Test
    void lossThatOverflows_stopsTheRun_andTheLastGoodRoundIsKept() throws IOException {
        int status = applePicking(
                "--preset",
                "laptop",
                "--rounds",
                "8",
                "--set",
                "world.apple_reward=5e18",
                "--set",
                "run.worlds=2",
                "--set",
                "players.minibatch=50");
        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("sed: value loss (Infinity) at step ")
                .contains("must be a finite number.\nMaybe ");
        long rounds = Files.readAllLines(folder.resolve("run/metrics.csv")).size() - 1L;
        assertThat(rounds).isBetween(1L, 7L);
        try (Stream<Path> kept = Files.list(folder.resolve("run/checkpoints"))) {
            assertThat(kept.map(file -> file.getFileName().toString())).contains("round-%09d.ckpt".formatted(rounds));
        }
    }

    @Test
    void map_withAnIllegalCharacter_isRefused() throws IOException {
        refused(applePicking("--set", map("WWWWW\nWA?PW\nWWWWW\n"), "--set", "world.players=1"), "?");
    }

    @Test
    void map_withoutASpawn_isRefused() throws IOException {
        refused(applePicking("--set", map("WWWWW\nWA AW\nWWWWW\n"), "--set", "world.players=1"), "spawn cells", "(0)");
    }

    @Test
    void map_thatIsNotThere_isRefused() throws IOException {
        refused(applePicking("--set", "world.map=nowhere.txt"), "world.map (nowhere.txt) must be");
    }

    @Test
    void players_moreThanFreeCells_areRefused() throws IOException {
        refused(applePicking("--set", "world.players=1000"), "players (1000) must be at most");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world.regrowth=[]|regrowth",
                "world.zap_radius=40|radius",
                "types.draw=given|types.selfishness ([]) must have one number for each",
                "players.minibatch=0|players.minibatch (0)",
                "tax.delta=-1|tax.delta (-1)",
                "tax.initial_rates=[0,0,2]|each in [0, 1]",
                "vote.rule=dictator:9|number of the dictator (9) must be below",
                "vote.rule=positional:2,1,0|points ([2, 1, 0]) must be 11"
            })
    void value_thatMakesNoSociety_isRefusedBeforeAFolderIsMade(String assignment, String says) throws IOException {
        refused(applePicking("--set", assignment), says);
    }
}
