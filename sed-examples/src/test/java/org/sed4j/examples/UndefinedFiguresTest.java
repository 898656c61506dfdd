package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R2: a figure that is undefined for what players got leaves an empty cell, and the run goes on and can be resumed. */
class UndefinedFiguresTest {
    private final Path folder;
    private final StringWriter err = new StringWriter();

    UndefinedFiguresTest(@TempDir Path folder) {
        this.folder = folder.resolve("run");
    }

    private int sed(List<String> arguments) {
        return Sed.commandLine(Commands.all())
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
    }

    /** Of the table, how many cells of a column are empty. */
    private long empty(String column) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("metrics.csv"));
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
        assertThat(at).as(column + " in " + lines.get(0)).isNotNegative();
        return lines.stream()
                .skip(1)
                .filter(row -> row.split(",", -1)[at].isEmpty())
                .count();
    }

    private void turns(String begin, String keys, int rounds) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(begin.split(" ")));
        for (String key : keys.split(" ")) {
            arguments.addAll(List.of("--set", key));
        }
        arguments.addAll(List.of("--set", "run.rounds=" + rounds, "--out", folder.toString()));
        assertThat(sed(arguments)).as(err.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("metrics.csv"))).hasSize(rounds + 1);
        assertThat(folder.resolve("report.html")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "world.zap=true world.zap_cost=1 world.zap_penalty=50,gini_income",
        "vote.objective=equality_productivity vote.basis=reward world.zap=true world.zap_cost=1 world.zap_penalty=50,welfare",
    })
    void applePicking_whereAmountsAreNegative_goesOn(String keys, String column) throws IOException {
        turns("apple-picking --preset laptop", keys + " run.worlds=4 players.minibatch=200 run.replay_steps=1", 2);
        assertThat(empty(column)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"ppo", "cma-es", "live-cma-es"})
    void society_whoseObjectiveIsUndefined_goesOn(String principal) throws IOException {
        String search = principal.equals("ppo") ? "" : " principal.trials=3";
        search += principal.equals("live-cma-es") ? " principal.trial_rounds=1 principal.settling=0" : "";
        turns(
                "society --economy gather-trade-build --vote median --principal " + principal + " --followers ppo",
                "vote.objective=equality_productivity vote.basis=reward run.worlds=2 run.steps_per_round=50"
                        + " players.hidden=[8] run.replay_steps=0" + search,
                3);
        assertThat(empty("welfare")).isPositive();
    }
}
