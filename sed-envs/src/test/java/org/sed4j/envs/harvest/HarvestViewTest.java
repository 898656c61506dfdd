package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;
import org.sed4j.envs.grid.Sight;
import org.sed4j.envs.grid.Window;

/** What players and the principal see: invariants 8 and 18 of Harvest. */
class HarvestViewTest {
    private static final HarvestRules PAPER = HarvestRules.preset("paper-2024");

    @Test
    void invariant08_windowIsElevenByElevenWithOneselfInRowNine() {
        Solo solo = Solo.of(PAPER, 1);
        assertThat(solo.world.spaces().codes()).isEqualTo(new Spaces.Grid(11, 11, HarvestCode.KINDS));
        for (int i = 0; i < 7; i++) {
            byte[] seen = solo.codes(i);
            for (int k = 0; k < seen.length; k++) {
                assertThat(seen[k] == HarvestCode.SELF.code()).isEqualTo(k == 9 * 11 + 5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void invariant08_rotatedWorldLooksTheSame(long seed) {
        GridMap map = PAPER.map();
        Solo upright = Solo.of(PAPER, seed);
        for (int t = 0; t < 300; t++) {
            upright.stepAtRandom();
        }
        GridMap turned = map;
        for (int turn = 1; turn < 4; turn++) {
            turned = Rotation.clockwise(turned);
            Solo rotated = Solo.of(PAPER.toBuilder().map(turned).build(), seed);
            Rotation.copy(upright, rotated, turn);
            for (int i = 0; i < 7; i++) {
                assertThat(rotated.codes(i)).isEqualTo(upright.codes(i));
            }
        }
    }

    @Test
    void view_showsWhatStandsWhereWithHeadingsRelative() {
        GridMap map = HarvestMaps.parse("room", """
                WWWWW
                WAPPW
                WPPPW
                WPPPW
                WWWWW
                """);
        HarvestRules rules = PAPER.toBuilder()
                .map(map)
                .players(3)
                .window(new Window(2, 1, 2, 2))
                .build();
        Solo solo = Solo.of(rules, 2);
        solo.put(0, 2, 2, Heading.EAST);
        clear(solo, 1, 2);
        solo.put(1, 1, 3, Heading.WEST).put(2, 3, 2, Heading.EAST);
        // Player 0 heads east: its window's top is the map's right; who faces it points down, who stands behind it to
        // its
        // right looks the same way.
        assertThat(picture(solo.codes(0), 5)).isEqualTo("""
                #####
                #v  #
                # @^#
                #a  #
                """);
        assertThat(solo.picture()).isEqualTo("""
                #####
                #a <#
                # > #
                # > #
                #####
                """);
    }

    private static void clear(Solo solo, int... players) {
        // Anybody who begins where another is to be put stands aside first.
        int column = 1;
        for (int i : players) {
            while (solo.avatars().at(2, column) > 0) {
                column++;
            }
            solo.put(i, 2, column == 2 ? 3 : column, Heading.NORTH);
        }
    }

    private static String picture(byte[] codes, int width) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < codes.length; k++) {
            text.append(HarvestCode.of(codes[k]).symbol());
            if ((k + 1) % width == 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void beyondTheMap_isOut() {
        Solo solo = Solo.of(PAPER.toBuilder().players(1).build(), 3);
        for (int heading = 0; heading < 4; heading++) {
            int row = heading == Heading.NORTH ? 5 : heading == Heading.SOUTH ? 12 : 9;
            int column = heading == Heading.WEST ? 5 : heading == Heading.EAST ? 18 : 12;
            solo.put(0, row, column, heading);
            String seen = picture(solo.codes(0), 11);
            String[] lines = seen.lines().toArray(String[]::new);
            for (int r = 0; r < 11; r++) {
                // Five cells to the border wall, then nothing.
                assertThat(lines[r].chars().allMatch(c -> c == '?')).as(seen).isEqualTo(r < 4);
            }
            assertThat(lines[4]).matches("[#?]+");
        }
    }

    @Test
    void invariant18_visibleAreThoseInTheRectangleThatIsSeen() {
        Solo solo = Solo.of(PAPER, 4);
        int pairs = 0;
        int oneSided = 0;
        for (int t = 0; t < 500; t++) {
            solo.stepAtRandom();
            for (int i = 0; i < 7; i++) {
                int inView = 0;
                for (byte code : solo.codes(i)) {
                    inView += code >= HarvestCode.AVATAR_CODE ? 1 : 0;
                }
                int seen = 0;
                for (int j = 0; j < 7; j++) {
                    boolean sees = sees(solo, i, j);
                    seen += sees ? 1 : 0;
                    oneSided += sees && !sees(solo, j, i) ? 1 : 0;
                }
                assertThat(seen).isEqualTo(inView);
                pairs += seen;
            }
        }
        assertThat(pairs).isPositive();
        assertThat(oneSided).as("seeing need not be mutual").isPositive();
    }

    private static boolean sees(Solo solo, int i, int j) {
        return new Society(PAPER, solo.avatars()).sees(i, j);
    }

    @Test
    void senses_comeInOrderAndByName() {
        HarvestRules all = HarvestRules.preset("melting-pot-open").toBuilder()
                .preferences(Preferences.MIXED)
                .senses(Sense.READY, Sense.TYPE, Sense.RATES, Sense.PHASE, Sense.TOTAL, Sense.IDENTITY)
                .build();
        TypeMatrix types = HarvestTypes.uniform(7, Seed.of(5).rng());
        Solo solo = new Solo(all, types, 5);
        assertThat(solo.world.spaces().numbers())
                .containsExactly(
                        "is_0", "is_1", "is_2", "is_3", "is_4", "is_5", "is_6", "total", "phase", "rate_0", "rate_1",
                        "rate_2", "sigma", "beta", "ready");
        solo.design[1] = 0.25f;
        for (int t = 0; t < 7; t++) {
            solo.step();
        }
        assertThat(solo.view(2).numbers)
                .containsExactly(
                        0,
                        0,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        7 / 50f,
                        0,
                        0.25f,
                        0,
                        (float) types.get(2, HarvestTypes.SIGMA),
                        (float) types.get(2, HarvestTypes.BETA),
                        1);
    }

    @Test
    void frames_showTheLastSteps_newestFirst_andNothingBeforeTheEpisode() {
        HarvestRules rules = HarvestRules.preset("melting-pot-open").toBuilder()
                .players(3)
                .frames(4)
                .build();
        Solo solo = Solo.of(rules, 11);
        int cells = rules.window().cells();
        List<byte[]> seen = new ArrayList<>();
        for (int t = 0; t < 9; t++) {
            byte[] now = solo.codes(1);
            assertThat(now).hasSize(4 * cells);
            seen.add(0, Arrays.copyOf(now, cells));
            for (int k = 0; k < 4; k++) {
                byte[] expected = k < seen.size() ? seen.get(k) : new byte[cells];
                assertThat(Arrays.copyOfRange(now, k * cells, (k + 1) * cells)).isEqualTo(expected);
            }
            solo.step(HarvestAction.TURN_LEFT.number(), HarvestAction.TURN_LEFT.number());
        }
        assertThat(seen.get(0)).isNotEqualTo(seen.get(1));
        solo.reset();
        assertThat(Arrays.copyOfRange(solo.codes(1), cells, 4 * cells)).containsOnly(Sight.OUT);
    }

    @Test
    void masks_areThereOnlyWhereZappingIs() {
        assertThat(Solo.of(PAPER, 6).world.spaces().masked()).isFalse();
        assertThat(Solo.of(PAPER, 6).world.spaces().actions()).containsExactly(7);
        Solo open = Solo.of(HarvestRules.preset("melting-pot-open"), 6);
        assertThat(open.world.spaces().masked()).isTrue();
        assertThat(open.world.spaces().actions()).containsExactly(8);
    }

    @Test
    void grass_showsWhereApplesMayReturn() {
        GridMap map = HarvestMaps.parse("strip", "AAAPPPA\n");
        Solo solo = Solo.of(PAPER.toBuilder().map(map).players(1).build(), 7).put(0, 0, 3, Heading.WEST);
        solo.step(HarvestAction.FORWARD.number());
        solo.step(HarvestAction.BACKWARD.number());
        assertThat(solo.picture()).isEqualTo("aa.<  a\n");
        solo.put(0, 0, 5, Heading.EAST).step(HarvestAction.FORWARD.number());
        solo.step(HarvestAction.BACKWARD.number());
        assertThat(solo.picture()).as("nobody near: bare").isEqualTo("aa.  > \n");
    }
}
