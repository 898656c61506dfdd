package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.CudaDriver;
import org.sed4j.core.backend.Search;

/** Studies on another backend, through the real command: same bytes, and a refusal before a folder is made. */
class BackendKeyTest {
    private final Path folder;
    private final StringWriter err = new StringWriter();

    BackendKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int sed(String... arguments) {
        return Sed.commandLine(Commands.all())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int run(String study, String name, String... more) {
        String keys = study.equals("apple-picking")
                ? "run.steps_per_round=25 players.horizon=25 players.minibatch=400 run.evaluate=false"
                : "run.test_worlds=4 players.hidden=[16] players.minibatch=800";
        List<String> arguments = new ArrayList<>(
                List.of(study, "--quiet", "--rounds", "4", "--threads", "1", "--out", at(name), "--set"));
        arguments.add("run.worlds=8");
        for (String key : keys.split(" ")) {
            arguments.addAll(List.of("--set", key));
        }
        arguments.addAll(Arrays.asList(more));
        return sed(arguments.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apple-picking", "gather-trade-build"})
    void metrics_areTheSame_whateverTheWorldsRunOn(String study) {
        Search<CCompiler> compiler = CCompiler.find();
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        assertThat(run(study, "jvm")).as(err.toString()).isZero();
        assertThat(run(study, "native", "--backend", "native"))
                .as(err.toString())
                .isZero();
        assertThat(run(study, "auto", "--set", "run.backend=auto"))
                .as(err.toString())
                .isZero();
        for (String other : new String[] {"native", "auto"}) {
            assertThat(folder.resolve(other).resolve("metrics.csv"))
                    .hasSameBinaryContentAs(folder.resolve("jvm").resolve("metrics.csv"));
        }
    }

    @Test
    void backendThatCannotBeHad_isRefusedBeforeAFolderIsMade() {
        assumeThat(CudaDriver.find().isFound()).as("a CUDA driver is here").isFalse();
        assertThat(run("gather-trade-build", "none", "--backend", "cuda")).isEqualTo(2);
        assertThat(err.toString()).startsWith("sed: backend (cuda) cannot be had: There is no CUDA driver here");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(run("apple-picking", "typo", "--backend", "gpu")).isEqualTo(2);
        assertThat(err.toString()).contains("run.backend", "gpu", "jvm");
    }
}
