package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Window;
import org.sed4j.envs.tax.Brackets;

/** Presets against the published numbers, maps against their counts, and every message about bad rules. */
class HarvestRulesTest {

    private static HarvestRulesBuilder rules() {
        return HarvestRules.builder();
    }

    @ParameterizedTest
    @CsvSource({
        // Melting Pot 81ee2e7, walls included; partnership's I tiles are floor.
        "melting-pot-open, 64, 60, 2, 80",
        "melting-pot-closed, 64, 60, 2, 148",
        "melting-pot-partnership, 64, 60, 2, 134"
    })
    void maps_haveThePublishedCounts(String preset, int apples, int spawns, int inside, int walls) {
        GridMap map = HarvestRules.preset(preset).map();
        assertThat(map.rows()).isEqualTo(18);
        assertThat(map.columns()).isEqualTo(24);
        assertThat(map.count('A')).isEqualTo(apples);
        assertThat(map.count('P')).isEqualTo(spawns);
        assertThat(map.cells('Q')).containsExactly(7 * 24 + 7, 7 * 24 + 16).hasSize(inside);
        assertThat(map.count('W')).isEqualTo(walls);
        assertThat(map.count('I')).isEqualTo(preset.endsWith("partnership") ? 14 : 0);
    }

    @Test
    void openMap_hasTheFreeFloorThatIsLeft() {
        assertThat(HarvestMaps.OPEN.count(' ')).isEqualTo(226);
    }

    @Test
    void paper2024_isTheTableOfAppendixA() {
        HarvestRules paper = HarvestRules.preset("paper-2024");
        assertThat(paper.players()).isEqualTo(7);
        assertThat(paper.map().count('A')).isEqualTo(64);
        assertThat(paper.regrowth().probabilities()).containsExactly(0.0, 0.0025, 0.005, 0.025);
        assertThat(paper.regrowth().radius()).isEqualTo(2);
        assertThat(paper.ending()).isEqualTo(new Ending(1000, 1, 1, 1000));
        assertThat(paper.taxation().period()).isEqualTo(50);
        assertThat(paper.taxation().brackets().cuts()).containsExactly(0.0, 10.0, 20.0, 10000.0);
        assertThat(paper.window()).isEqualTo(new Window(9, 1, 5, 5));
        assertThat(paper.appleReward()).isEqualTo(1);
        assertThat(paper.social()).isEqualTo(SocialReward.SUM);
        assertThat(paper.actions()).isEqualTo(7);
    }

    @Test
    void codeD9ef0c3_namesItsDeviations() {
        HarvestRules code = HarvestRules.preset("code-d9ef0c3");
        assertThat(code.social()).isEqualTo(SocialReward.OFF);
        assertThat(code.taxation().brackets().formula()).isEqualTo(Brackets.Formula.INTEGER);
        assertThat(code.taxation().opensWithDecision()).isTrue();
        assertThat(code.ending()).isEqualTo(Ending.after(200));
        assertThat(code.senses()).containsExactly(Sense.IDENTITY);
    }

    @Test
    void meltingPot_differsByMapInGrowthAndBeam() {
        HarvestRules open = HarvestRules.preset("melting-pot-open");
        HarvestRules closed = HarvestRules.preset("melting-pot-closed");
        assertThat(open.regrowth().probabilities().get(1)).isEqualTo(0.0025);
        assertThat(closed.regrowth().probabilities().get(1)).isEqualTo(0.001);
        assertThat(open.zap()).isEqualTo(new Zap(true, 3, 1, 2, 4, 0, 0, 0));
        assertThat(closed.zap()).isEqualTo(new Zap(true, 4, 1, 1, 100, 0, 0, 0));
        assertThat(open.ending()).isEqualTo(new Ending(1000, 100, 0.15, 5000));
        assertThat(HarvestRules.preset("melting-pot-partnership").zap()).isEqualTo(closed.zap());
    }

    @Test
    void randomEnding_hasTheExpectedLength() {
        // 1000 + 100 (1/0.15 - 1) = 1566.7, less the part that the cap at 5000 cuts: 100 Σ_{k>=41} 0.85^k = 0.85.
        Clock clock = new Clock(Ending.MELTING_POT, Taxation.PAPER);
        double sum = 0;
        int episodes = 4000;
        org.sed4j.core.run.Rng rng = new org.sed4j.core.run.Rng();
        for (int e = 0; e < episodes; e++) {
            clock.reset();
            while (!clock.over()) {
                rng.seat(e, clock.step());
                clock.tick(rng);
            }
            assertThat(clock.step() % 100).isZero();
            assertThat(clock.step()).isBetween(1000, 5000);
            sum += clock.step();
        }
        // The standard deviation of an episode is about 615 steps.
        assertThat(sum / episodes).isCloseTo(1565.9, within(4 * 615 / Math.sqrt(episodes)));
    }

    @Test
    void episodesOfFixedLength_areCutThere() {
        Solo solo = Solo.of(rules().ending(Ending.after(60)).build(), 1);
        for (int t = 1; t <= 60; t++) {
            solo.step();
            assertThat(solo.world.truncated()).isEqualTo(t == 60);
            assertThat(solo.world.terminated()).isFalse();
        }
    }

    @Test
    void tiledMaps_holdThousands() {
        HarvestRules many = rules().tiles(10, 15).players(4096).senses().build();
        Solo solo = Solo.of(many, 2);
        assertThat(solo.orchard().apples()).isEqualTo(64 * 150);
        int eaten = 0;
        for (int t = 0; t < 30; t++) {
            solo.stepAtRandom();
            eaten += (int) Solo.sum(solo.measured("apples"));
        }
        assertThat(eaten).isPositive();
        assertThat(solo.orchard().apples()).isBetween(64 * 150 - eaten, 64 * 150);
    }

    @Test
    void unknownPreset_isRefusedWithTheNames() {
        assertThatThrownBy(() -> HarvestRules.preset("paper"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("preset (paper) must be one of [code-d9ef0c3, laptop, melting-pot-closed, melting-pot-open,"
                        + " melting-pot-partnership, paper-2024].\nMaybe it is spelled otherwise.");
    }

    @Test
    void illegalCharacter_isNamedWithLineAndColumn() {
        assertThatThrownBy(() -> HarvestMaps.parse("mine", "PAA\nPXA\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("character at line 2, column 2 of map mine ('X') must be one of \" APQWI\".\n"
                        + "Maybe the map was drawn for another world.");
    }

    @Test
    void raggedMap_isNamedWithTheLine() {
        assertThatThrownBy(() -> HarvestMaps.parse("mine", "PAA\nPA\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("length of line 2 of map mine (2) must be 3 like line 1.");
    }

    @Test
    void emptyMap_isRefused() {
        assertThatThrownBy(() -> HarvestMaps.parse("mine", "")).hasMessageContaining("rows of map mine (0)");
        assertThatThrownBy(() -> HarvestMaps.parse("mine", "\n")).hasMessageContaining("columns of map mine (0)");
    }

    @Test
    void mapWithoutSpawn_isRefused() {
        assertThatThrownBy(() -> rules().map(HarvestMaps.parse("mine", "AAA\n")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spawn cells 'P' of map mine (0) must be at least 1.\n"
                        + "Maybe the map marks no cell where avatars appear.");
    }

    @Test
    void morePlayersThanFreeCells_areRefused() {
        assertThatThrownBy(() -> rules().players(63).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("players (63) must be at most 62, the free cells on which map open lets avatars begin.\n"
                        + "Maybe the map should be larger or tiled.");
        assertThat(Solo.of(rules().players(62).build(), 3).orchard().apples()).isEqualTo(64);
        assertThatThrownBy(() -> rules().players(0).build()).hasMessageContaining("players (0) must be at least 1");
    }

    @Test
    void numbersOutOfRange_areNamed() {
        assertThatThrownBy(() -> new Regrowth(List.of(0.0, 1.5), 2, true))
                .hasMessageContaining("regrowth probability at 1 neighbours (1.5) must lie in [0.0, 1.0]");
        assertThatThrownBy(() -> new Regrowth(List.of(), 2, true)).hasMessageContaining("regrowth probabilities (0)");
        assertThatThrownBy(() -> new Regrowth(List.of(0.0), -1, true)).hasMessageContaining("regrowth radius (-1");
        assertThatThrownBy(() -> new Window(9, -1, 5, 5)).hasMessageContaining("cells seen backward (-1)");
        assertThatThrownBy(() -> new Zap(true, 0, 0, 1, 1, 0, 0, 0)).hasMessageContaining("length of the beam (0)");
        assertThatThrownBy(() -> new Zap(true, 2, 3, 1, 1, 0, 0, 0)).hasMessageContaining("radius of the beam (3");
        assertThatThrownBy(() -> new Zap(true, 2, 1, -1, 1, 0, 0, 0)).hasMessageContaining("cooldown of the beam (-1)");
        assertThatThrownBy(() -> new Zap(true, 2, 1, 1, -1, 0, 0, 0)).hasMessageContaining("steps away");
        assertThatThrownBy(() -> new Zap(true, 2, 1, 1, 1, Double.NaN, 0, 0)).hasMessageContaining("cost of zapping");
        assertThatThrownBy(() -> new Ending(0, 1, 1, 10)).hasMessageContaining("earliest end of an episode (0)");
        assertThatThrownBy(() -> new Ending(10, 0, 1, 10)).hasMessageContaining("interval between chances to end (0)");
        assertThatThrownBy(() -> new Ending(10, 1, 2, 10)).hasMessageContaining("probability of ending (2.0)");
        assertThatThrownBy(() -> new Ending(10, 1, 1, 9))
                .hasMessageContaining("latest end of an episode (9) must be at least the earliest (10)");
        assertThatThrownBy(() -> rules().period(0).build()).hasMessageContaining("tax period (0) must be at least 1");
        assertThatThrownBy(() -> rules().appleReward(0).build()).hasMessageContaining("reward of an apple (0.0)");
        assertThatThrownBy(() -> rules().totalsUnit(Double.NaN).build()).hasMessageContaining("unit of totals (NaN)");
        assertThatThrownBy(() -> rules().tiles(0, 1)).hasMessageContaining("tiles down (0)");
    }

    @Test
    void typesOutOfRangeOrNumber_areNamed() {
        assertThatThrownBy(() -> HarvestTypes.of(new double[] {0.5, 1.2}, new double[] {0, 0}))
                .hasMessageContaining("selfishness σ of player 1 (1.2) must lie in [0.0, 1.0]");
        assertThatThrownBy(() -> HarvestTypes.of(new double[] {0.5}, new double[] {0, 0}))
                .hasMessageContaining("players with a trust β (2) must be 1");
        assertThatThrownBy(() -> new Harvest(HarvestRules.preset("paper-2024"), HarvestTypes.same(6, 1, 1)))
                .hasMessage("players with a type (6) must be 7, as many as the rules have.\n"
                        + "Maybe the types were drawn for another number of players.");
        assertThatThrownBy(() -> new Harvest(
                        HarvestRules.preset("paper-2024"),
                        TypeMatrix.of(List.of("sigma"), new double[1], new double[7][1])))
                .hasMessageContaining("type column (beta)");
    }

    @Test
    void types_areUniformAndTheSameForASeed() {
        TypeMatrix types = HarvestTypes.uniform(1000, Seed.of(4).rng());
        assertThat(types).isEqualTo(HarvestTypes.uniform(1000, Seed.of(4).rng()));
        for (String name : List.of(HarvestTypes.SIGMA, HarvestTypes.BETA)) {
            // Mean of 1000 uniforms: standard error 0.0091.
            assertThat(Solo.sum(types.players(name)) / 1000).isCloseTo(0.5, within(4 * 0.0091));
        }
        assertThat(HarvestTypes.published().players()).isEqualTo(7);
    }

    @Test
    void rules_areValues() {
        assertThat(HarvestRules.preset("laptop")).isEqualTo(HarvestRules.preset("laptop"));
        assertThat(rules().build()).isEqualTo(HarvestRules.preset("paper-2024"));
        assertThat(rules().senses(Sense.TYPE, Sense.TOTAL, Sense.TYPE).build().senses())
                .containsExactly(Sense.TOTAL, Sense.TYPE);
    }
}
