package org.sed4j.examples.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.game.Outcome;

/** The society itself, small: that it learns, and that it repeats. */
class LearningTest {

    private static Config laptop(String... changes) throws IOException {
        try (InputStream in = Objects.requireNonNull(ApplePickingSchema.class.getResourceAsStream("laptop.yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Config config = ConfigReader.of(ApplePickingSchema.schema())
                    .yaml(text, "laptop")
                    .config()
                    .with("run.threads", "1")
                    .with("run.replay", "false");
            for (int i = 0; i < changes.length; i += 2) {
                config = config.with(changes[i], changes[i + 1]);
            }
            return config;
        }
    }

    private static Map<String, Double> evaluated(Config config) {
        try (AppleSociety society = AppleSociety.of(config)) {
            for (int k = 0; k < config.whole("run.rounds"); k++) {
                society.rounds().next();
            }
            return Evaluation.of(config, society).figures();
        }
    }

    /** The ring adopts the society's types, with which it votes: players who want their own income still get nothing else. */
    @Test
    void playersOfOwnReward_areRewardedWithTheirIncome_whateverTheSocietysTypes() throws IOException {
        Config config = laptop(
                "players.reward",
                "own",
                "principal.kind",
                "random",
                "run.rounds",
                "1",
                "players.minibatch",
                "1000",
                "run.worlds",
                "8");
        try (AppleSociety society = AppleSociety.of(config)) {
            Outcome outcome = society.rounds().next().outcome();
            assertThat(outcome.meanAmounts(Outcome.REWARD))
                    .containsExactly(outcome.meanAmounts("income"), within(1e-4));
        }
    }

    /** Invariant 28: selfish players without tax strip what untrained ones leave. 39 apples stand at the start. */
    @Test
    void invariant28_selfishUntaxedPlayers_depleteTheCommons() throws IOException {
        Map<String, Double> figures =
                evaluated(laptop("players.reward", "own", "principal.kind", "fixed", "run.rounds", "24"));
        assertThat(figures.get("apples_left_start")).isGreaterThan(0.3 * 39);
        assertThat(figures.get("apples_left_untaxed")).isLessThan(0.05 * 39);
    }

    /** Invariant 27: alone, nobody is there to race with; one player learns to pick more and apples keep growing. */
    @Test
    void invariant27_aPlayerAlone_learnsToPickAndKeepsApplesGrowing() throws IOException {
        Map<String, Double> figures = evaluated(
                laptop("world.players", "1", "players.reward", "own", "principal.kind", "fixed", "run.rounds", "40"));
        assertThat(figures.get("apples_an_episode_untaxed")).isGreaterThan(figures.get("apples_an_episode_start"));
        assertThat(figures.get("apples_left_untaxed")).isPositive();
    }

    @Test
    void resumedSociety_isTheSameToTheBit_asOneNeverStopped_onOtherThreads() throws IOException {
        Config config = laptop("run.worlds", "8", "players.minibatch", "1000", "run.rounds", "6");
        ByteArrayOutputStream never = new ByteArrayOutputStream();
        ByteArrayOutputStream middle = new ByteArrayOutputStream();
        try (AppleSociety society = AppleSociety.of(config)) {
            for (int k = 0; k < 6; k++) {
                if (k == 3) {
                    society.rounds().save(new DataOutputStream(middle));
                }
                society.rounds().next();
            }
            society.rounds().save(new DataOutputStream(never));
        }
        ByteArrayOutputStream resumed = new ByteArrayOutputStream();
        try (AppleSociety society = AppleSociety.of(config.with("run.threads", "2"))) {
            society.rounds().load(new DataInputStream(new ByteArrayInputStream(middle.toByteArray())));
            for (int k = 3; k < 6; k++) {
                society.rounds().next();
            }
            society.rounds().save(new DataOutputStream(resumed));
        }
        assertThat(resumed.toByteArray()).isEqualTo(never.toByteArray());
    }
}
