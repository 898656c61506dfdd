package org.sed4j.examples.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.pomg.Portability;
import picocli.CommandLine;

class KernelCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static List<String> shipped() {
        return Shipped.names();
    }

    private int run(String... arguments) {
        return new CommandLine(new KernelCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedEconomies_arePortable(String name) {
        assertThat(Portability.of(Shipped.maker(name).get()).refusals()).isEmpty();
    }

    static List<String> economies() {
        return Shipped.names().stream()
                .map(name -> name.split(":")[0])
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("economies")
    void economyWithoutAPreset_isTheFirstOfItsNames(String economy) {
        assertThat(run(economy, "--check")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith(economy + ": portable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harvest:open",
                "harvest:",
                ":",
                "",
                "gtb:15x15:2",
                "escape-room:two:1",
                "escape-room:9:9",
                "custom:1"
            })
    void economyThatIsNone_isRefusedWithTheNearest(String economy) {
        assertThat(run(economy)).isEqualTo(2);
        assertThat(err.toString())
                .contains("economy (" + economy + ") must be one of", " was meant; an economy of your own");
    }

    @Test
    void nearestEconomy_isNamed() {
        assertThat(run("harvest:melting_pot_open")).isEqualTo(2);
        assertThat(err.toString()).contains("Maybe harvest:melting-pot-open was meant");
    }

    @Test
    void kernel_printsSourceWithJavaLines() {
        assertThat(run("harvest:melting-pot-open", "--c", "--json")).isZero();
        assertThat(out.toString())
                .contains("EXPORT sed_step(", "EXPORT sed_observe(", "EXPORT sed_settle(")
                .containsPattern("/\\* Orchard\\.java:\\d+ \\*/")
                .contains("\"portable\":true");
    }

    @Test
    void kernel_writesAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("custom.cu");
        assertThat(run("custom", "--out", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("-fmad=false", "CustomGoods_step");
        assertThat(folder.toFile().list()).containsExactly("custom.cu");
    }

    @Test
    void kernel_ofAnUnknownEconomy_listsThem() {
        assertThat(run("harvets")).isEqualTo(2);
        assertThat(err.toString()).contains("economy (harvets) must be one of", "gtb:15x15");
    }

    @Test
    void check_saysPortable() {
        assertThat(run("escape-room:5:2", "--check")).isZero();
        assertThat(out.toString()).startsWith("escape-room:5:2: portable");
    }
}
