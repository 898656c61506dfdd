package org.sed4j.examples.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.stackelberg.file.GameFile;
import org.sed4j.core.stackelberg.named.NamedGames;
import picocli.CommandLine;

class SolveCommandTest {
    /** What solvers promise. */
    private static final double EXACT = 1e-9;

    private static JsonNode solve(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        CommandLine line = line(out);
        assertThat(line.execute(all.toArray(String[]::new))).as(out.toString()).isZero();
        String[] lines = out.toString().split("\n");
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    private static CommandLine line(StringWriter out) {
        return new CommandLine(new SolveCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    }

    @ParameterizedTest
    @CsvSource({
        "escape, pure, sse, optimistic, 30",
        "maintain, pure, sse, optimistic, 20",
        "maintain, mixed, sse, optimistic, 27.5",
        "maintain, mixed, bcce, pessimistic, 27.5",
        "game-3, mixed, sse, optimistic, 2.5",
        "game-4, mixed, sse, optimistic, 1",
        "matrix-design, pure, cce, pessimistic, 1",
        "matrix-design, pure, nash, optimistic, 1",
        "matrix-design-code, pure, cce, optimistic, 1.6666666666666667",
        "allocation-1, mixed, sse, optimistic, 0.3333333333333333",
        "allocation-2, mixed, sse, optimistic, 0.6666666666666667",
        "allocation-3, pure, bcce, optimistic, 1",
        "message-price, pure, sse, optimistic, 0",
        "message-price, mixed, sse, pessimistic, 0",
        "matrix-design, mixed, cce, pessimistic, 1",
        "matrix-design, mixed, nash, optimistic, 1",
        "matrix-design-code, mixed, bcce, pessimistic, 1.6666666666666667",
        "matrix-design-code, mixed, sse, pessimistic, 1.6666666666666667",
        "allocation, mixed, sse, optimistic, 1",
        "'allocation:4,2', mixed, sse, optimistic, 0.5",
        "message-price:0.1, pure, sse, optimistic, 0",
        "silent-price, mixed, bcce, optimistic, -0.15"
    })
    void solve_findsTheNamedOptimum(String game, String leader, String equilibrium, String selection, double value)
            throws IOException {
        JsonNode result =
                solve("--game", game, "--leader", leader, "--equilibrium", equilibrium, "--selection", selection);
        assertThat(result.get("value").doubleValue()).isCloseTo(value, within(EXACT));
        assertThat(result.get("bound").doubleValue()).isCloseTo(value, within(EXACT));
        assertThat(result.get("gap").doubleValue()).isLessThan(EXACT);
    }

    @Test
    void solve_answersWithTheWholePicture() throws IOException {
        JsonNode result = solve("--game", "maintain");
        assertThat(result.get("exact").textValue()).isEqualTo("55/2");
        assertThat(result.get("attained").booleanValue()).isTrue();
        assertThat(result.get("commitment").get("A").doubleValue()).isEqualTo(0.25);
        assertThat(result.get("commitment").get("B").doubleValue()).isEqualTo(0.75);
        assertThat(result.get("commitment").has("C")).isFalse();
        assertThat(result.get("response").get(0).get("actions").get(0).textValue())
                .isEqualTo("A");
        assertThat(result.get("interval").get(0).doubleValue()).isCloseTo(7.5, within(EXACT));
        assertThat(result.get("interval").get(1).doubleValue()).isCloseTo(27.5, within(EXACT));
        assertThat(result.get("gaps").get(0).get("follower").intValue()).isZero();
        JsonNode pessimistic = solve("--game", "maintain", "--selection", "pessimistic");
        assertThat(pessimistic.get("attained").booleanValue()).isFalse();
    }

    static List<String> names() {
        return List.copyOf(NamedGames.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNamedGame_isSolvedByDefault(String name) throws IOException {
        assertThat(solve("--game", name).get("value").isNumber()).isTrue();
    }

    @Test
    void list_namesTheGames() throws IOException {
        assertThat(solve("--list").get("games").toString()).contains("maintain", "message-price");
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        String[] parts = Files.readString(Path.of("../docs/game-file.md")).split("```");
        for (String part : parts) {
            if (part.startsWith("json\n")) {
                examples.add(part.substring(5));
            }
        }
        return examples;
    }

    @Test
    void theDocumentedFiles_areRead(@TempDir Path folder) throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSize(2);
        Path maintain = Files.writeString(folder.resolve("maintain.json"), examples.get(0));
        assertThat(solve("--file", maintain.toString()).get("exact").textValue())
                .isEqualTo("55/2");
        Path seller = Files.writeString(folder.resolve("seller.json"), examples.get(1));
        JsonNode sale = solve("--file", seller.toString(), "--equilibrium", "sse");
        assertThat(sale.get("exact").textValue()).isEqualTo("9/4"); // price 3 sells to the high type, 3/4 of the time
        assertThat(sale.get("commitment").has("price 3")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[20, 0, 0], [30, 10, 0], [0, 0, 5]]|[[20, 0, 0], [30, 10], [0, 0, 5]]|payoffs.leader[1] (2 entries) must be a list of 3",
                "[[20, 0, 0]|[[20, NaN, 0]|payoffs.leader[0][1] (\"NaN\") must be a finite number",
                "[[20, 0, 0]|[[20, \"much\", 0]|payoffs.leader[0][1] (\"much\") must be a number",
                "{\"actions\": [\"A\", \"B\", \"C\"]}|{\"actions\": []}|followers[0].actions ([]) must be a list of at least one name",
                "\"leader\": [\"A\", \"B\", \"C\"]|\"leader\": [\"A\", \"B\", \"B\"]|leader[2] (\"B\") must not occur twice",
                "\"payoffs\"|\"payofs\"|member (payofs) must be one of",
                "\"followers\": [[|\"follower\": [[|member (payoffs.follower) must be one of leader, followers",
                "\"actions\": [|\"action\": [|member (followers[0].action) must be one of actions, types",
                "\"leader\": [\"A\"|\"leader\": [\"A \"|leader[0] (\"A \") must not begin or end in a blank",
                "{\"actions\"|{\"types\": [\"a,b\"], \"actions\"|followers[0].types[0] (a,b) must not hold a comma",
                "\"payoffs\": {|\"leader\": [\"A\"], \"payoffs\": {|Duplicate field 'leader'",
                "[[20, 0, 0]|[[1e999, 0, 0]|payoffs.leader[0][0] (\"Infinity\") must be a finite number",
                "[[20, 0, 0]|[[null, 0, 0]|payoffs.leader[0][0] (null) must be a number",
                "\"followers\": [{|\"followers\": [], \"x\": [{|member (x) must be one of"
            })
    void aWrongFile_isAnsweredByThePlaceOfItsError(String from, String to, String message) throws IOException {
        String text = examples().get(0).replace(from, to);
        assertThatThrownBy(() -> GameFile.parse(text)).hasMessageContaining(message);
    }

    @Test
    void aMissingOrBrokenFile_isRefused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> GameFile.read(folder.resolve("none.json")))
                .hasMessageContaining("must be a file that exists");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"leader\": [");
        assertThatThrownBy(() -> GameFile.read(broken))
                .hasMessageContaining("In broken.json: the file is not JSON")
                .hasMessageContaining("line 1");
        String good = examples().get(0);
        assertThatThrownBy(() -> GameFile.parse(good + "}")).hasMessageContaining("the file is not JSON");
        assertThatThrownBy(() -> GameFile.parse("")).hasMessageContaining("must hold one JSON object");
        assertThatThrownBy(() -> GameFile.parse("[]")).hasMessageContaining("must hold one JSON object");
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> GameFile.read(binary))
                .hasMessageContaining("binary.json, line 1, column 1: this byte is no text in UTF-8");
        assertThatThrownBy(() -> GameFile.parse(good.replaceAll("(?s)\"payoffs\".*", "\"payoffs\": [1]}")))
                .hasMessageContaining("payoffs (ARRAY) must be an object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"low,-\": 0.25|\"low,-\": 0.5|sum of 2 probabilities (1.25) must be 1",
                "\"low,-\": 0.25|\"low,-\": -0.25|(-0.25) must lie in [0, 1]",
                "\"low,-\": 0.25|\"middling,-\": 0.25|type of follower 0 in the prior (middling) must be one of [low, high]",
                "\"low,-\": 0.25|\"low\": 0.25|prior (low) must name one type for each follower",
                "\"low,-\": 0.25|\"low,-,\": 0.25|prior (low,-,) must name one type for each follower",
                "\"low,-\": 0.25|\"high, -\": 0.25|prior[\"high,-\"] (0.75) must not be given twice"
            })
    void aWrongPrior_isAnsweredByItsType(String from, String to, String message) throws IOException {
        String text = examples().get(1).replace(from, to);
        assertThatThrownBy(() -> GameFile.parse(text)).hasMessageContaining(message);
    }

    @Test
    void arguments_thatCannotBe_areRefused() {
        assertRefused("Exactly one of --game and --file");
        assertRefused("game (monopoly) must be one of", "--game", "monopoly");
        assertRefused(
                "(EXACT) must be FLOATING",
                "--game",
                "matrix-design",
                "--leader",
                "mixed",
                "--equilibrium",
                "cce",
                "--arithmetic",
                "exact");
        assertRefused(
                "(2 with types) must be 1, or 2 without types", "--game", "message-price", "--equilibrium", "nash");
        assertRefused("not \"x\"", "--game", "allocation:3,x");
        assertRefused("items k (0)", "--game", "allocation:0,1");
        assertRefused("(2.5) must be whole", "--game", "allocation:2.5,1");
        assertRefused("epsilon (1.0)", "--game", "message-price:1");
        assertRefused("epsilon (NaN)", "--game", "silent-price:NaN");
        assertRefused("must be one of sse, nash, cce, bcce", "--equilibrium", "best", "--game", "escape");
        assertThat(line(new StringWriter()).execute("--help")).isZero();
    }

    private static void assertRefused(String message, String... arguments) {
        List<Exception> thrown = new ArrayList<>();
        CommandLine line = line(new StringWriter()).setExecutionExceptionHandler((problem, at, parsed) -> {
            thrown.add(problem);
            return problem instanceof IllegalArgumentException ? 2 : 1;
        });
        assertThat(line.execute(arguments)).isEqualTo(2);
        assertThat(thrown)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessageContaining(message));
    }

    @Test
    void aNameMisspelt_isAnsweredByTheNearest() {
        assertRefused("Maybe you meant game-3,", "--game", "game_3");
        assertRefused("Maybe you meant optimistic.", "--game", "escape", "--selection", "optimist");
    }
}
