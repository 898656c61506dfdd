package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.envs.gtb.GtbKeys;
import org.sed4j.envs.gtb.GtbMaps;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.gtb.Placing;
import org.sed4j.envs.gtb.Preferences;
import org.sed4j.envs.gtb.Skill;
import org.sed4j.envs.gtb.Turns;
import org.sed4j.envs.tax.Brackets;

/** Every key of the economy is in its rules. */
class GtbKeysTest {
    private static Config config(String key, String value) {
        return GtbSchema.schema().initial().with(key, value);
    }

    @Test
    void keysThatNobodySets_arePaper004s() {
        assertThat(GtbKeys.rules(GtbSchema.schema().initial())).isEqualTo(GtbRules.preset("15x15"));
    }

    /** The preset file against the rules of the same economy. */
    @Test
    void aiEconomist_isTheOpenQuadrantEconomy_withLabourPhasedIn() throws IOException {
        try (InputStream in = Objects.requireNonNull(GtbSchema.class.getResourceAsStream("ai-economist.yaml"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Config config =
                    ConfigReader.of(GtbSchema.schema()).yaml(yaml, "preset").config();
            Preferences paper = Preferences.PAPER;
            GtbRules expected = GtbRules.preset("25x25").toBuilder()
                    .preferences(new Preferences(paper.eta(), paper.laborCost(), 10_000, paper.counting()))
                    .build();
            assertThat(GtbKeys.rules(config)).isEqualTo(expected);
        }
    }

    static Stream<Arguments> keys() {
        return Stream.<Map.Entry<String, Function<GtbRules, Object>>>of(
                        Map.entry("world.players=6", GtbRules::players),
                        Map.entry("world.steps=7", GtbRules::episode),
                        Map.entry("world.period=3", GtbRules::period),
                        Map.entry("world.start_coin=2.5", GtbRules::startCoin),
                        Map.entry(
                                "world.payment=12.0", rules -> rules.building().payment()),
                        Map.entry(
                                "world.most_multiple=4.0",
                                rules -> rules.building().mostMultiplier()),
                        Map.entry(
                                "world.regrowth=0.5",
                                rules -> rules.land().wood().weight()),
                        Map.entry(
                                "world.regrowth=0.25",
                                rules -> rules.land().stone().weight()),
                        Map.entry("world.eta=0.5", rules -> rules.preferences().eta()),
                        Map.entry(
                                "world.labor_cost=0.1",
                                rules -> rules.preferences().laborCost()),
                        Map.entry(
                                "world.labor_warmup=50.0",
                                rules -> rules.preferences().warmup()),
                        Map.entry("world.reach=-1", rules -> rules.seeing().reach()),
                        Map.entry(
                                "world.principal_map=false",
                                rules -> rules.seeing().principal()),
                        Map.entry("world.evens=true", GtbRules::evens))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_isInTheRules(String assignment, Function<GtbRules, Object> there) {
        String[] parts = assignment.split("=");
        GtbRules rules = GtbKeys.rules(config(parts[0], parts[1]));
        assertThat(there.apply(rules)).hasToString(parts[1]);
    }

    @Test
    void choices_areInTheRules() {
        assertThat(GtbKeys.rules(config("world.turns", "by-number")).turns()).isEqualTo(Turns.BY_NUMBER);
        assertThat(GtbKeys.rules(config("world.build_skill", "lognormal"))
                        .building()
                        .skill())
                .isEqualTo(Skill.LOGNORMAL);
        assertThat(GtbKeys.rules(config("world.gather_skill", "pareto"))
                        .gathering()
                        .skill())
                .isEqualTo(Skill.PARETO);
        assertThat(GtbKeys.rules(config("tax.cuts", "[0, 20, 50]")).brackets()).isEqualTo(Brackets.open(0, 20, 50));
    }

    @ParameterizedTest
    @CsvSource({
        "15x15, by-map, CORNERS",
        "uniform, by-map, RANDOM",
        "uniform, corners, CORNERS",
        "25x25, random, RANDOM"
    })
    void placing_isTheMapsOwnOrAsAsked(String map, String placing, Placing.Kind kind) {
        Config config = config("world.map", map).with("world.placing", placing);
        assertThat(GtbKeys.rules(config).placing().kind()).isEqualTo(kind);
    }

    @Test
    void split_drawsTheRowOfWater_whereThereIsAMap() {
        GtbRules rules = GtbKeys.rules(config("world.placing", "split"));
        assertThat(rules.land().map().lines())
                .isEqualTo(GtbMaps.split(GtbMaps.pureAndMixed()).lines());
        assertThat(rules.placing()).isEqualTo(Placing.SPLIT);
        assertThatThrownBy(() ->
                        new GtbStudy().check(config("world.placing", "split").with("world.map", "uniform")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("world.placing (split)")
                .hasMessageContaining("such as 25x25");
    }

    /** Room is needed for those who play, not for those of a preset. */
    @Test
    void mapOfOnesOwn_needsRoomForItsPlayersOnly(@TempDir Path temp) throws IOException {
        Path narrow = Files.writeString(temp.resolve("narrow.txt"), "W@S");
        Config config = config("world.map", narrow.toString()).with("world.placing", "random");
        GtbRules rules = GtbKeys.rules(config.with("world.players", "2"));
        assertThat(rules.land().map().lines()).containsExactly("W@S");
        assertThat(rules.players()).isEqualTo(2);
        assertThatThrownBy(() -> GtbKeys.rules(config.with("world.players", "20")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("players (20)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0, 20, 20]|cut point 2 (20.0) must be above cut point 1 (20.0)",
                "[5, 20]|must begin at 0",
                "[]|cut points of tax brackets"
            })
    void bracketsThatCannotBe_areRefused(String cuts, String message) {
        assertThatThrownBy(() -> new GtbStudy().check(config("tax.cuts", cuts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void otherBrackets_areNotUsFederal_butCanBeFixedOrEstimated() {
        Config config = config("tax.cuts", "[0, 20, 50]");
        assertThatThrownBy(() -> new GtbStudy().check(config.with("tax.method", "us-federal")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tax.cuts ([0, 20, 50])")
                .hasMessageContaining("fixed was meant");
        new GtbStudy().check(config.with("tax.method", "saez"));
        Config flat = config("tax.cuts", "[0]").with("tax.method", "fixed");
        new GtbStudy().check(flat.with("tax.rates", "[0.2]"));
        new GtbStudy().check(config.with("tax.method", "fixed").with("tax.rates", "[0.1, 0.2, 0.3]"));
    }
}
