package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.society.Session;

/** The study, small: every method runs to figures, players learn, stopped runs repeat. */
@SuppressWarnings("NullAway") // the test runner sets the folder, the keys are there
class GtbStudyTest {
    @TempDir
    private Path temp;

    private static Config config(String... changes) {
        Config config = GtbSchema.schema()
                .initial()
                .with("run.worlds", "8")
                .with("run.rounds", "4")
                .with("run.test_worlds", "4")
                .with("players.hidden", "[16]")
                .with("principal.hidden", "[16]")
                .with("metagrad.hidden", "[16]")
                .with("players.minibatch", "800")
                .with("tax.rates", "[0.5, 0.4, 0.3, 0.2, 0.1, 0, 1]")
                .with("tax.search_trials", "3");
        for (int i = 0; i < changes.length; i += 2) {
            config = config.with(changes[i], changes[i + 1]);
        }
        return config;
    }

    private static Map<String, Double> round(Session society) {
        return society.next();
    }

    private Map<String, Double> tested(Session society, Config config) throws IOException {
        Path root = temp.resolve("run");
        RunFolder folder = RunFolder.create(root, RunRecord.begun(1, 1, "test", "", Instant.now()));
        return new GtbStudy().judged(society, config, folder, Progress.silent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"free-market", "us-federal", "fixed", "saez", "dual-rl", "metagrad", "cma-es"})
    void everyMethod_setsItsRates_andIsTested(String method) throws IOException {
        Config config = config("tax.method", method);
        try (Session society = new GtbStudy().begun(config)) {
            Map<String, Double> last = Map.of();
            for (int k = 0; k < 4; k++) {
                last = round(society);
            }
            assertThat(last)
                    .doesNotContainValue(null)
                    .containsKeys("welfare_at_end", "welfare_summed", "equality_of_coin");
            assertThat(last.get("welfare_at_end")).isPositive();
            Map<String, Double> tested = tested(society, config);
            assertThat(tested).containsKeys("income_before_tax_skill_3", "income_after_tax_skill_0", "houses_skill_2");
            switch (method) {
                case "free-market" -> assertThat(tested.get("tax_collected")).isZero();
                case "us-federal" -> assertThat(tested.get("marginal_rate_6")).isBetween(0.369, 0.371);
                case "fixed" -> assertThat(tested.get("marginal_rate_1")).isBetween(0.399, 0.401);
                default -> assertThat(tested.get("marginal_rate_0")).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void fixedRates_ofTooFewBrackets_areRefused() {
        assertThatThrownBy(() -> new GtbStudy().check(config("tax.method", "fixed", "tax.rates", "[0.5, 0.4]")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tax.rates")
                .hasMessageContaining("hold 7 rates");
    }

    @Test
    void phaseOne_hasNoTaxes() {
        try (Session society = new GtbStudy().begun(config("tax.method", "us-federal", "tax.free", "0.5"))) {
            for (int k = 0; k < 4; k++) {
                double rate = round(society).get("marginal_rate_1");
                assertThat(rate > 0).as("round %d", k).isEqualTo(k >= 2);
            }
        }
    }

    @Test
    void coinThatIsEvenedOut_isEqual() {
        try (Session society = new GtbStudy().begun(config("world.evens", "true"))) {
            Map<String, Double> figures = round(society);
            assertThat(figures.get("equality_of_coin")).isCloseTo(1, within(1e-5)); // measures are floats
        }
    }

    /** The best placed players learn to build in a free market within some 600 short episodes. */
    @Test
    void players_learn() {
        Config config =
                config("run.worlds", "16", "run.rounds", "40", "players.hidden", "[32]", "players.minibatch", "1600");
        try (Session society = new GtbStudy().begun(config)) {
            double first = 0;
            double last = 0;
            for (int k = 0; k < 40; k++) {
                double reward = round(society).get("player_return_mean");
                first += k < 4 ? reward / 4 : 0;
                last += k >= 36 ? reward / 4 : 0;
            }
            assertThat(last).isGreaterThan(first + 3); // random play gets -11.5 (fact sheet, section 11), idle play 0
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"saez", "metagrad"})
    void resumed_isTheSameToTheBit_onOtherThreads(String method) throws IOException {
        Config config = config("tax.method", method);
        ByteArrayOutputStream never = new ByteArrayOutputStream();
        ByteArrayOutputStream middle = new ByteArrayOutputStream();
        try (Session society = new GtbStudy().begun(config)) {
            for (int k = 0; k < 4; k++) {
                if (k == 2) {
                    society.rounds().save(new DataOutputStream(middle));
                }
                society.rounds().next();
            }
            society.rounds().save(new DataOutputStream(never));
        }
        ByteArrayOutputStream resumed = new ByteArrayOutputStream();
        try (Session society = new GtbStudy().begun(config.with("run.threads", "2"))) {
            society.rounds().load(new DataInputStream(new ByteArrayInputStream(middle.toByteArray())));
            society.rounds().next();
            society.rounds().next();
            society.rounds().save(new DataOutputStream(resumed));
        }
        assertThat(resumed.toByteArray()).isEqualTo(never.toByteArray());
    }

    @Test
    void badMaps_areRefusedBeforeARun() throws IOException {
        Path ragged = Files.writeString(temp.resolve("ragged.txt"), "W..;\n..;\n..S");
        assertThatThrownBy(() -> new GtbStudy().check(config("world.map", ragged.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 of map ragged.txt");
        assertThatThrownBy(() -> new GtbStudy().check(config("world.map", "nowhere.txt")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere.txt");
        assertThatThrownBy(() -> config("tax.method", "laissez-faire"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metagrad");
    }
}
