package org.sed4j.examples.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VoteCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private Path soc;
    private Path cat;
    private String out = "";
    private String problem = "";

    VoteCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.soc = folder.resolve("tennessee.soc");
        this.cat = folder.resolve("approvals.cat");
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(soc, """
                # FILE NAME: tennessee.soc
                # NUMBER ALTERNATIVES: 4
                # ALTERNATIVE NAME 1: Memphis
                # ALTERNATIVE NAME 2: Nashville
                # ALTERNATIVE NAME 3: Chattanooga
                # ALTERNATIVE NAME 4: Knoxville
                42: 1,2,3,4
                26: 2,3,4,1
                15: 3,4,2,1
                17: 4,3,2,1
                """);
        Files.writeString(cat, """
                # NUMBER ALTERNATIVES: 3
                # NUMBER CATEGORIES: 2
                # CATEGORY NAME 1: Yes
                # CATEGORY NAME 2: No
                # ALTERNATIVE NAME 1: Zed
                # ALTERNATIVE NAME 2: Ann
                # ALTERNATIVE NAME 3: Bob
                2: {1,2},3
                2: {1,2},3
                1: 3,{1,2}
                """);
    }

    private int run(Object command, String... arguments) {
        StringWriter written = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(written));
        problem = "";
        line.setExecutionExceptionHandler((e, at, parsed) -> {
            problem = String.valueOf(e.getMessage());
            return e instanceof IllegalArgumentException ? 2 : 1;
        });
        int status = line.execute(arguments);
        out = written.toString();
        return status;
    }

    private JsonNode vote(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--json"));
        arguments.addAll(Arrays.asList(more));
        assertThat(run(new VoteCommand(), arguments.toArray(String[]::new)))
                .as(problem)
                .isZero();
        String[] lines = out.strip().split("\n");
        return MAPPER.readTree(lines[lines.length - 1]);
    }

    @Test
    void schulze_ofTennessee_isNashville_withItsReasoning() throws IOException {
        JsonNode result = vote("--rule", "schulze", "--profile", soc.toString(), "--explain");
        assertThat(result.get("winners").toString()).isEqualTo("[\"Nashville\"]");
        assertThat(result.get("tied").asBoolean()).isFalse();
        assertThat(out).contains("voters who prefer Memphis to Nashville 42", "winner: Nashville");
        assertThat(vote("--rule", "borda", "--profile", soc.toString())
                        .get("scores")
                        .get("Nashville")
                        .asInt())
                .isEqualTo(194);
    }

    @Test
    void ties_areAllNamed_sorted_unlessAPolicyIsAsked() throws IOException {
        JsonNode tied = vote("--rule", "approval", "--profile", cat.toString());
        assertThat(tied.get("winners").toString()).isEqualTo("[\"Ann\",\"Zed\"]");
        assertThat(tied.get("tied").asBoolean()).isTrue();
        JsonNode committees = vote("--rule", "pav", "--profile", cat.toString(), "--seats", "1");
        assertThat(committees.get("committees").toString()).isEqualTo("[[\"Zed\"],[\"Ann\"]]");
        assertThat(committees.get("winners").toString()).isEqualTo("[\"Ann\",\"Zed\"]");
        JsonNode one =
                vote("--rule", "seq-pav", "--profile", cat.toString(), "--seats", "1", "--ties", "lexicographic");
        assertThat(one.get("winners").toString()).isEqualTo("[\"Zed\"]");
        assertThat(one.get("ties")).hasSize(1);
    }

    @Test
    void lotteries_areExact_andDrawnWithASeedOnly() throws IOException {
        JsonNode result = vote("--rule", "random-dictatorship", "--profile", soc.toString());
        assertThat(result.get("lottery").get("Memphis").asDouble()).isEqualTo(0.42);
        assertThat(result.has("drawn")).isFalse();
        assertThat(vote("--rule", "random-dictatorship", "--profile", soc.toString(), "--seed", "3")
                        .has("drawn"))
                .isTrue();
    }

    @Test
    void list_namesEveryRuleWithItsAxioms() throws IOException {
        JsonNode rules = vote("--list").get("rules");
        assertThat(rules.size()).isGreaterThan(50);
        assertThat(out).contains("schulze - Schulze (winning votes)", "satisfies", "fails");
    }

    private void refused(int status, String... words) {
        assertThat(status).isEqualTo(2);
        assertThat(problem).contains(words);
    }

    @Test
    void mistakes_areNamed() throws IOException {
        refused(run(new VoteCommand(), "--profile", soc.toString()), "--rule must be given");
        refused(run(new VoteCommand(), "--rule", "borda"), "--profile must be given");
        refused(run(new VoteCommand(), "--rule", "bordo", "--profile", soc.toString()), "rule (bordo)");
        refused(run(new VoteCommand(), "--rule", "pav", "--profile", soc.toString(), "--seats", "2"), "not defined on");
        refused(run(new VoteCommand(), "--rule", "stv", "--profile", soc.toString()), "--seats must be given");
        refused(run(new VoteCommand(), "--rule", "stv", "--profile", soc.toString(), "--seats", "5"), "seats (5)");
        refused(run(new VoteCommand(), "--rule", "borda", "--profile", soc.toString(), "--seats", "2"), "elects one");
        refused(run(new VoteCommand(), "--rule", "borda", "--profile", "none.soc"), "none.soc", "must be a file");
        Path broken = folder.resolve("broken.soc");
        Files.writeString(broken, "# ALTERNATIVE NAME 1: Ann\n1: 1,7\n");
        refused(run(new VoteCommand(), "--rule", "borda", "--profile", broken.toString()), "line 2, column 6");
    }

    @Test
    void axioms_printWitnessesAndCounts() throws IOException {
        int status = run(
                new AxiomsCommand(),
                "--rule",
                "borda",
                "--axiom",
                "condorcet-winner,pareto",
                "--samples",
                "20",
                "--json");
        assertThat(status).isZero();
        String[] lines = out.strip().split("\n");
        JsonNode axioms = MAPPER.readTree(lines[lines.length - 1]).get("axioms");
        assertThat(axioms.get(0).get("satisfied").asBoolean()).isFalse();
        assertThat(axioms.get(0).get("witness")).isNotEmpty();
        assertThat(axioms.get(1).get("satisfied").asBoolean()).isTrue();
        assertThat(axioms.get(1).get("profiles").asInt()).isEqualTo(6 + 21 + 56 + 126 + 20);
        assertThat(out).contains("borda fails condorcet-winner", "pareto: no violation on 229 profiles");
        assertThat(run(new AxiomsCommand(), "--rule", "borda", "--axiom", "fairness"))
                .isEqualTo(2);
        assertThat(problem).contains("axiom (fairness)");
        assertThat(run(new AxiomsCommand(), "--rule", "pav")).isEqualTo(2);
    }

    @Test
    void study_measuresEverySetting() throws IOException {
        int status = run(
                new VoteStudyCommand(),
                "--rules",
                "mean,borda",
                "--polarisation",
                "0,0.8",
                "--strategic",
                "0,1",
                "--societies",
                "3",
                "--players",
                "5",
                "--json");
        assertThat(status).as(problem).isZero();
        String[] lines = out.strip().split("\n");
        JsonNode rows = MAPPER.readTree(lines[lines.length - 1]).get("rows");
        assertThat(rows.size()).isEqualTo(2 + 4);
        assertThat(rows.get(0).get("eta").asDouble()).isBetween(0.4, 0.6);
        assertThat(rows.get(5).get("welfare").asDouble()).isPositive();
    }

    @Test
    void rates_areTabledBySociety_withIntervals_andAsJson() throws IOException {
        Path table = folder.resolve("rates.md");
        String[] asked = {"--rules", "borda,schulze", "--samples", "20", "--out", table.toString(), "--json"};
        assertThat(run(new VoteRatesCommand(), asked)).as(problem).isZero();
        String[] lines = out.strip().split("\n");
        JsonNode rows = MAPPER.readTree(lines[lines.length - 1]).get("rows");
        assertThat(rows.size()).isEqualTo(2 * 7);
        for (JsonNode row : rows) {
            assertThat(row.get("strategy-proofness").get("trials").asInt()).isEqualTo(20);
            if (row.get("rule").asText().equals("schulze")) {
                assertThat(row.get("smith").get("hits").asInt()).isZero();
                assertThat(row.get("smith").get("high").asDouble()).isBetween(0.15, 0.17); // z^2 / (20 + z^2)
            }
        }
        assertThat(Files.readString(table)).contains("### single-peaked (Walsh)", "| `schulze` |");
        assertThat(run(new VoteRatesCommand(), asked)).isEqualTo(2);
        assertThat(problem).contains("must be a new file");
        assertThat(run(new VoteRatesCommand(), "--rules", "approval")).isEqualTo(2);
        assertThat(problem).contains("rule (approval) must elect one winner from rankings");
    }

    @Test
    void fastSociety_hasItsClosedFormOptima() {
        // Derived: without a floor (eta = 1) mean utility is mean(w^2)(1-t)(1+t)/2, falling in t: no tax. With equal
        // skills
        // the floor is the mean, so no tax either. With skills 0 and 1 the floor gets t(1-t)/2, best at one half.
        assertThat(new FastSociety(new double[] {0.5, 1, 1.5}).best(FastSociety.mixture(1)))
                .isZero();
        assertThat(new FastSociety(new double[] {1, 1}).best(FastSociety.mixture(0)))
                .isZero();
        assertThat(new FastSociety(new double[] {0, 1}).best(FastSociety.mixture(0)))
                .isEqualTo(0.5);
        assertThat(new FastSociety(new double[] {0, 1}).utilities(0.5)).containsExactly(0.125, 0.25);
    }

    @Test
    void filesOfOtherPrograms_areCounted() throws IOException {
        Path blt = Files.writeString(
                folder.resolve("a.blt"), "3 2\n4 1 2 0\n3 3 0\n0\n\"Ann\"\n\"Bob\"\n\"Cid\"\n\"Board\"\n");
        assertThat(vote("--rule", "stv", "--profile", blt.toString())
                        .get("committees")
                        .toString())
                .isEqualTo("[[\"Ann\",\"Cid\"]]");
        Path abif = Files.writeString(folder.resolve("a.abif"), "3: A/5>B/2\n2: B/4>A/0\n");
        assertThat(vote("--rule", "irv", "--profile", abif.toString())
                        .get("winners")
                        .toString())
                .isEqualTo("[\"A\"]");
        assertThat(vote("--rule", "range", "--profile", abif.toString())
                        .get("winners")
                        .toString())
                .isEqualTo("[\"A\"]"); // 15 against 6 + 8
        Path old = Files.writeString(folder.resolve("old.soc"), "2\n1,Ann\n2,Ann\n3,3,2\n2,2,1\n1,1,2\n");
        JsonNode told = vote("--rule", "plurality", "--profile", old.toString());
        assertThat(told.get("winners").toString()).isEqualTo("[\"Ann (2)\"]");
        assertThat(told.get("notes")).hasSize(1);
        assertThat(out).startsWith("note: several alternatives are called Ann");
    }

    @Test
    void budgets_areSpent() throws IOException {
        // The town of BudgetTest: 3 voters want a and c, 2 want b; costs 3, 1, 4, budget 5.
        Path pb = Files.writeString(folder.resolve("town.pb"), """
                META
                key;value
                budget;5
                vote_type;approval
                PROJECTS
                project_id;cost
                a;3
                b;1
                c;4
                VOTES
                voter_id;vote
                1;a,c
                2;a,c
                3;a,c
                4;b
                5;b
                """);
        JsonNode result = vote("--rule", "pb-phragmen", "--profile", pb.toString());
        assertThat(result.get("choices").toString()).isEqualTo("[{\"projects\":[\"a\",\"b\"],\"cost\":4}]");
        assertThat(out).contains("funded: a, b (cost 4 of 5)");
        assertThat(vote("--rule", "pb-greedy-av", "--profile", pb.toString())
                        .get("tied")
                        .asBoolean())
                .isTrue();
        assertThat(run(new VoteCommand(), "--rule", "pb-mes", "--profile", cat.toString()))
                .isEqualTo(2);
        assertThat(problem).startsWith("rule (pb-mes) must be given a file with costs and a budget");
    }

    @Test
    void aRuleMisspelt_isAnsweredByTheNearest() {
        assertThat(run(new VoteCommand(), "--rule", "ranked_pairs", "--profile", soc.toString()))
                .isEqualTo(2);
        assertThat(problem).endsWith("Maybe you meant ranked-pairs.");
        assertThat(run(new AxiomsCommand(), "--rule", "borda", "--axiom", "monotonicty"))
                .isEqualTo(2);
        assertThat(problem).endsWith("Maybe you meant monotonicity.");
    }

    @Test
    void namesInFiles_neverSteerTheTerminal() throws IOException {
        Path evil = Files.writeString(
                folder.resolve("evil.soc"),
                "# ALTERNATIVE NAME 1: A\u001B[2Jnn\u202E\n# ALTERNATIVE NAME 2: Bob\n2: 1,2\n1: 2,1\n");
        for (String rule : List.of("schulze", "plurality", "irv", "random-dictatorship")) {
            assertThat(run(new VoteCommand(), "--rule", rule, "--profile", evil.toString(), "--explain"))
                    .isZero();
            assertThat(out).contains("A\\u001B[2Jnn\\u202E").doesNotContain("\u001B", "\u202E");
        }
        assertThat(run(new VoteCommand(), "--rule", "\u001B[2J" + "x".repeat(5000), "--profile", evil.toString()))
                .isEqualTo(2);
        assertThat(problem).doesNotContain("\u001B").hasSizeLessThan(600);
        assertThat(run(
                        new AxiomsCommand(),
                        "--rule",
                        "plurality",
                        "--axiom",
                        "condorcet-loser",
                        "--profile",
                        soc.toString()))
                .isZero();
    }
}
