package org.sed4j.examples.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;

class ApplePickingSchemaTest {

    private static ConfigReader reader(String preset) throws IOException {
        try (InputStream in = Objects.requireNonNull(ApplePickingSchema.class.getResourceAsStream(preset + ".yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ConfigReader.of(ApplePickingSchema.schema()).yaml(text, preset);
        }
    }

    static java.util.List<String> presets() {
        return ApplePickingSchema.PRESETS;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void preset_each_isReadAndReadsBack(String preset) throws IOException {
        Config config = reader(preset).config();
        Config back = ConfigReader.of(config.schema())
                .yaml(config.yaml(), "config.yaml")
                .config();
        assertThat(back).isEqualTo(config);
    }

    /** Paper 002, appendix A: 7 agents, episode 1000, period 50, horizon 200, brackets (1,10), (11,20), (21,10000). */
    @Test
    void preset_paper2024_isTheTableOfAppendixA() throws IOException {
        Config config = reader("paper-2024").config();
        assertThat(config.integer("world.players")).isEqualTo(7);
        assertThat(config.integer("run.steps_per_round") * config.integer("run.rounds_per_episode"))
                .isEqualTo(1000);
        assertThat(config.integer("tax.period")).isEqualTo(50);
        assertThat(config.integer("players.horizon")).isEqualTo(200);
        assertThat(config.numbers("tax.brackets")).containsExactly(0, 10, 20, 10000);
        assertThat(config.numbers("tax.initial_rates")).containsOnly(0);
        assertThat(config.numbers("world.regrowth")).containsExactly(0, 0.0025, 0.005, 0.025);
        assertThat(config.integer("world.regrowth_radius")).isEqualTo(2);
        assertThat(new int[] {
                    config.integer("world.view_forward"),
                    config.integer("world.view_right"),
                    config.integer("world.view_back"),
                    config.integer("world.view_left")
                })
                .containsExactly(9, 5, 1, 5);
        assertThat(config.number("tax.delta")).isInfinite();
    }

    /** What the published code does otherwise than the paper, each by its own switch. */
    @Test
    void preset_codeD9ef0c3_namesTheDeviations() throws IOException {
        Config config = reader("code-d9ef0c3").config();
        assertThat(config.flag("principal.learns")).isFalse();
        assertThat(config.text("types.social_reward")).isEqualTo("off");
        assertThat(config.integer("run.rounds_per_episode")).isEqualTo(1);
        assertThat(config.text("vote.rule")).isEqualTo("threshold");
        assertThat(config.text("vote.ballot")).isEqualTo("separate");
        assertThat(config.text("tax.annealing")).isEqualTo("transfer");
        assertThat(config.text("tax.formula")).isEqualTo("integer");
        assertThat(config.text("principal.reward")).isEqualTo("step_change");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tax.initial_rates|[0, 1.2, 0]|each in [0, 1]",
                "tax.initial_rates|[0, 0]|must have one rate for each of the 3 brackets",
                "tax.brackets|[0, 20, 10, 10000]|must be two or more rising cut points",
                "tax.delta|0|must be greater than 0",
                "tax.delta|-1|must be greater than 0",
                "tax.free|0.99|leave room for tax.ramp",
                "tax.period|1001|must be at most the 1000 steps of an episode",
                "players.learning_rate|1e308|must be in (0, 10]",
                "players.entropy_weight|1e29|must be in [0, 100]",
                "players.minibatch|0|must be at least 1",
                "players.minibatch|100000|must be at most the 22400 rows of an update",
                "players.horizon|0|must be at least 1",
                "players.horizon|150|must divide run.steps_per_round (200)",
                "principal.minibatch|0|must be at least 1",
                "run.worlds|0|must be in [1, 10000000]",
                "run.steps_per_round|0|must be at least 1",
                "world.players|0|must be in [1, 100000]",
                "world.regrowth|[0, 2]|each in [0, 1]",
                "types.low|1.5|in [0, 1]",
                "vote.rule|means|you meant mean",
                "vote.rule|shulze|you meant schulze",
                "vote.rule|k-approval|parameter of rule (k-approval)",
                "vote.rule|k-approval:x|must be a number",
                "vote.rule|positional:1,1/0|numbers apart by commas",
                "vote.rule|trimmed-mean:0.7|must lie in [0, 0.5)",
                "vote.rule|trimmed-mean:0.1,0.2|must be 1",
                "vote.rule|dictator:1.5|must be whole",
                "vote.grid|0|in [1, 1000]",
                "vote.strategic_share|1.5|in [0, 1]"
            })
    void value_thatMakesNoSociety_isRefused(String path, String value, String rule) throws IOException {
        ConfigReader reader = reader("paper-2024");
        assertThatThrownBy(() -> reader.set(path + "=" + value, "--set").config())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(path + " (" + value + ")")
                .hasMessageContaining(rule)
                .hasMessageContaining("\nMaybe ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vote.rule=seq-phragmen|vote.seats=12|vote.seats (12) must be at most the grid's 11 points",
                "vote.rule=approval|vote.ties=borda|vote.ties (borda) must be another policy where the rule is approval",
                "vote.rule=mean|vote.elicitation=truncating|must be truthful, noisy or strategic where the rule is mean",
                "vote.rule=fixed|vote.elicitation=noisy|must be truthful where vote.rule is fixed",
                "vote.rule=threshold|vote.elicitation=noisy|must be truthful where vote.rule is threshold"
            })
    void vote_whoseKeysDoNotGoTogether_isRefused(String one, String other, String says) throws IOException {
        ConfigReader reader = reader("paper-2024").set(one, "--set").set(other, "--set");
        assertThatThrownBy(reader::config)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void types_given_needOneOfEachForEachPlayer() throws IOException {
        ConfigReader reader =
                reader("paper-2024").set("types.draw=given", "--set").set("types.selfishness=1,1,1,1,1,1,1", "--set");
        assertThatThrownBy(reader::config)
                .hasMessageStartingWith("types.trust ([]) must have one number for each of the 7 players");
        assertThat(reader.set("types.trust=1,1,1,1,1,1,1", "--set").config().numbers("types.trust"))
                .hasSize(7);
    }

    @Test
    void key_each_saysWhatItMeans() {
        assertThat(ApplePickingSchema.schema().keys())
                .allSatisfy(key -> assertThat(key.meaning()).as(key.path()).isNotBlank());
    }
}
