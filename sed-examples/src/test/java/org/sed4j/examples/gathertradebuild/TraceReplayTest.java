package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Traces recorded from the reference (salesforce/ai-economist a84d5f3): every file of the folder must replay exactly. */
@SuppressWarnings("NullAway") // the test runner sets the folder, the keys are there
class TraceReplayTest {
    private static final String SHIPPED = "gtb-15x15-regen0-us-federal.json";

    @TempDir
    private Path temp;

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(TraceReplayTest.class.getResource("traces"))
                .toURI());
    }

    static List<Path> traces() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyTrace_replaysExactly(Path file) throws IOException {
        assertThat(TraceReplay.firstDeviation(file)).isEmpty();
    }

    /** Each change of one number in the file must be found, where it is. */
    @ParameterizedTest
    @CsvSource({
        "'\"reward\": {\"0\": -0.05250000000000021', '\"reward\": {\"0\": -0.05250000100000021', 'step 1: reward of player 0'",
        "'[\"Wood\", 2, 1, 7, 6, 7]', '[\"Wood\", 2, 1, 7, 6, 6]', 'step 7: trade 0'",
        "'\"tax_paid\": 0.7000000000000001', '\"tax_paid\": 0.7000001', 'step 10: tax of player 1'",
        "'10111111111110000000000011111111111000000000000110', '11111111111110000000000011111111111000000000000110',"
                + " 'step 1: mask of player 1'",
        "'13.267112338979295', '13.267112', 'reset: payment of player 1'",
        "'\"labor/warmup_integrator\": 8.0', '\"labor/warmup_integrator\": 9.0', 'metric labor/warmup_integrator'"
    })
    void oneChangedNumber_isFound(String was, String becomes, String where) throws IOException, URISyntaxException {
        String trace = Files.readString(folder().resolve(SHIPPED));
        assertThat(trace).contains(was);
        Path changed = temp.resolve("changed.json");
        Files.writeString(changed, trace.replaceFirst(java.util.regex.Pattern.quote(was), becomes));
        assertThat(TraceReplay.firstDeviation(changed))
                .hasValueSatisfying(text -> assertThat(text).startsWith(where));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"resource_regen_prob\": 0.0', '\"resource_regen_prob\": 0.5', resource_regen_prob",
        "'\"energy_warmup_constant\": 0', '\"energy_warmup_constant\": 10', energy_warmup_constant",
        "'\"n_agents\": 4', '\"agents\": 4', agents",
        "'us-federal-single-filer-2018-scaled', 'saez', PeriodicBracketTax.tax_model",
        "'\"world_size\": [15, 15]', '\"world_size\": [15, 16]', world_size"
    })
    void anotherConfiguration_isRefusedByName(String was, String becomes, String name)
            throws IOException, URISyntaxException {
        String trace = Files.readString(folder().resolve(SHIPPED));
        assertThat(trace).contains(was);
        Path changed = temp.resolve("changed.json");
        Files.writeString(changed, trace.replace(was, becomes));
        assertThatThrownBy(() -> TraceReplay.firstDeviation(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("Maybe");
    }

    @Test
    void brokenFile_isRefused() throws IOException {
        Path broken = temp.resolve("broken.json");
        Files.writeString(broken, "{\"config\": ");
        assertThatThrownBy(() -> TraceReplay.firstDeviation(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.json");
    }
}
