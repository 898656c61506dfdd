package org.sed4j.examples.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.file.NfgReader;
import org.sed4j.core.stackelberg.file.NfgWriter;
import org.sed4j.core.stackelberg.named.NamedGames;
import picocli.CommandLine;

class NfgTest {
    /** The two examples of Gambit's manual, which are one game. */
    private static final String PAYOFFS = """
            NFG 1 R "Selten (IJGT, 75), Figure 2, normal form"
            { "Player 1" "Player 2" } { 3 2 }

            1 1 0 2 0 2 1 1 0 3 2 0
            """;

    private static final String OUTCOMES = """
            NFG 1 R "Selten (IJGT, 75), Figure 2, \\\\"normal\\\\" form" { "Player 1" "Player 2" }

            {
            { "1" "2" "3" }
            { "1" "2" }
            }
            "a comment"
            {
            { "" 1, 1 }
            { "" 0, 2 }
            { "" 0, 2 }
            { "" 1, 1 }
            { "" 0, 3 }
            { "" 2, 0 }
            }
            1 2 3 4 5 6
            """;

    private static void same(StackelbergGame one, StackelbergGame other) {
        assertThat(other.leaderActions()).hasSameSizeAs(one.leaderActions());
        assertThat(other.followers().profiles()).isEqualTo(one.followers().profiles());
        for (int l = 0; l < one.leaderActions().size(); l++) {
            for (int a = 0; a < one.followers().profiles().count(); a++) {
                assertThat(other.induce(l).leader(0, a)).isEqualTo(one.induce(l).leader(0, a));
                for (int i = 0; i < one.followers().players(); i++) {
                    assertThat(other.induce(l).followers().payoff(i, 0, a))
                            .isEqualTo(one.induce(l).followers().payoff(i, 0, a));
                }
            }
        }
    }

    @Test
    void theExamplesOfTheManual_areOneGame() {
        StackelbergGame game = NfgReader.parse(PAYOFFS);
        assertThat(game.leaderActions()).containsExactly("1", "2", "3");
        assertThat(game.induce(2).leader(0, 1)).isEqualTo(2); // both play their last: 2 0
        assertThat(game.induce(2).followers().payoff(0, 0, 1)).isZero();
        assertThat(game.induce(1).followers().payoff(0, 0, 1)).isEqualTo(3);
        same(game, NfgReader.parse(OUTCOMES));
    }

    @Test
    void labelsAndNumbers_areReadAsTheManualSays() {
        StackelbergGame game =
                NfgReader.parse("NFG 1 D \"\"{\"a\"\"b\"}{{\"x\"\"x\"\"\"}{\"y\"}}{{\"o\"1/3,-.5}}1 0 1");
        assertThat(game.leaderActions()).containsExactly("x (1)", "x (2)", "3");
        assertThat(game.induce(0).leader(0, 0)).isEqualTo(1 / 3.0);
        assertThat(game.induce(0).followers().payoff(0, 0, 0)).isEqualTo(-0.5);
        assertThat(game.induce(1).leader(0, 0)).isZero(); // the null outcome
    }

    @ParameterizedTest
    @CsvSource({"escape", "maintain", "game-3", "matrix-design", "allocation-2"})
    void games_surviveBeingWrittenAndRead(String name) {
        StackelbergGame game = NamedGames.of(name);
        if (!game.followers().isComplete()) {
            assertThatThrownBy(() -> NfgWriter.print(game, name, NfgWriter.Form.PAYOFFS))
                    .hasMessageContaining("must be one each to be written");
            return;
        }
        for (NfgWriter.Form form : NfgWriter.Form.values()) {
            same(game, NfgReader.parse(NfgWriter.print(game, name + " \"\\", form)));
        }
        assertThat(NfgReader.parse(NfgWriter.print(game, name, NfgWriter.Form.OUTCOMES))
                        .leaderActions())
                .isEqualTo(game.leaderActions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NFG 1|EFG 2|line 1, column 1: NFG must stand here",
                "{ 3 2 }|{ 3 }|lists of strategies (1) must be 2",
                "{ 3 2 }|{ 3 0 }|a number of strategies (0) must be a whole number from 1",
                "{ 3 2 }|{ 3 999999999 }|a number of strategies (999999999) must be",
                "{ 3 2 }|{ 1000 900000 }|must be at most",
                "1 1 0 2 0|1 1 0 x 0|line 4, column 7: payoff (x) must be a number",
                "1 1 0 2 0|1 1 0 1/0 0|payoff (1/0) must be a number",
                "1 1 0 2 0|1 1 0 1e999 0|payoff (1e999) must be a number",
                "3 2 0|3 2|payoff () must be a number",
                "3 2 0|3 2 0 1|nothing may follow here",
                "{ \"Player 1\" \"Player 2\" }|{ \"Player 1\" }|players (1) must be at least a leader and a follower",
                "\"Player 2\"|\"Player 2|this quotation mark is never closed"
            })
    void aWrongFile_isAnsweredByThePlaceOfItsError(String from, String to, String message) {
        assertThatThrownBy(() -> NfgReader.parse(PAYOFFS.replace(from, to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> NfgReader.parse(OUTCOMES.replace("1 2 3 4 5 6", "1 2 3 4 5 7")))
                .hasMessageContaining("an outcome (7) must be a whole number from 0 to 6");
    }

    private static int run(StringWriter out, Object... arguments) {
        CommandLine line = new CommandLine(new SolveCommand()).setOut(new PrintWriter(out));
        line.setExecutionExceptionHandler((problem, at, parsed) -> {
            out.write(String.valueOf(problem.getMessage()));
            return 2;
        });
        return line.execute(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void solve_writesAndReadsThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("maintain.nfg");
        StringWriter out = new StringWriter();
        assertThat(run(out, "--game", "maintain", "--write", file))
                .as(out.toString())
                .isZero();
        assertThat(Files.readString(file)).startsWith("NFG 1 R \"maintain\" { \"Leader\" \"Follower 1\" }");
        assertThat(run(out, "--file", file)).as(out.toString()).isZero();
        assertThat(out.toString()).contains("55/2").contains("maintain.nfg");
        assertThat(run(out, "--game", "maintain", "--write", file)).isEqualTo(2);
        assertThat(out.toString()).contains("must not exist");
        Path latin = Files.write(
                folder.resolve("l.nfg"), PAYOFFS.replace("Selten", "Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run(out, "--file", latin)).isEqualTo(2);
        assertThat(out.toString()).contains("l.nfg, line 1, column 12: this byte is no text in UTF-8");
        Path evil = Files.writeString(
                folder.resolve("e.nfg"),
                OUTCOMES.replace("{ \"1\" \"2\" \"3\" }", "{ \"\u001B[2J\" \"\u202E\" \"3\" }"));
        StringWriter shown = new StringWriter();
        assertThat(run(shown, "--file", evil)).as(shown.toString()).isZero();
        assertThat(shown.toString()).doesNotContain("\u001B", "\u202E");
    }
}
