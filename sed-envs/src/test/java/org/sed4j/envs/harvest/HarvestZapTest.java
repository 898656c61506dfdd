package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;

/** Beams and those they strike: invariant 11 of Harvest, on Melting Pot's rules. */
class HarvestZapTest {
    private static final int ZAP = HarvestAction.ZAP.number();
    private static final HarvestRules OPEN = HarvestRules.preset("melting-pot-open");

    private static HarvestRules on(GridMap map, int players, Zap zap) {
        return OPEN.toBuilder().map(map).players(players).zap(zap).build();
    }

    private static GridMap field() {
        return HarvestMaps.parse("field", "PPPPPPPPPPP\n".repeat(11));
    }

    private static int lit(Solo solo) {
        int lit = 0;
        for (byte code : solo.consult().codes) {
            lit += code == HarvestCode.BEAM.code() ? 1 : 0;
        }
        return lit;
    }

    @Test
    void invariant11_beamLightsNineOrTwelveCells() {
        for (int heading = 0; heading < 4; heading++) {
            Solo open =
                    Solo.of(on(field(), 1, Zap.OPEN), 1).put(0, 5, 5, heading).step(ZAP);
            assertThat(lit(open)).isEqualTo(9);
            Solo closed =
                    Solo.of(on(field(), 1, Zap.CLOSED), 1).put(0, 5, 5, heading).step(ZAP);
            assertThat(lit(closed)).isEqualTo(12);
            assertThat(lit(open.step())).as("a step later").isZero();
        }
    }

    @Test
    void invariant11_sidesBeginLevelWithTheShooter() {
        Solo solo =
                Solo.of(on(field(), 1, Zap.OPEN), 1).put(0, 5, 5, Heading.NORTH).step(ZAP);
        assertThat(solo.picture().lines().skip(1).limit(6))
                .containsExactly(
                        "           ", //
                        "     *     ",
                        "    ***    ",
                        "    ***    ",
                        "    *^*    ",
                        "           ");
    }

    @Test
    void invariant11_wallsStopTheirRayAndEndTheirSide() {
        GridMap map = HarvestMaps.parse("walls", """
                PPPPPPP
                PPPWPPP
                PPPPPPP
                PPWPPPP
                """);
        Solo solo = Solo.of(on(map, 1, Zap.OPEN), 2).put(0, 3, 3, Heading.NORTH).step(ZAP);
        // Ahead: one cell, then a wall. Left: a wall at once, so nothing. Right: three cells.
        assertThat(solo.picture().lines())
                .containsExactly(
                        "       ", //
                        "   #*  ", "   **  ", "  #^*  ");
    }

    @Test
    void invariant11_firstAvatarOnARayIsStruckAndShieldsWhoeverIsBehind() {
        Solo solo = Solo.of(on(field(), 3, Zap.OPEN), 3)
                .put(2, 10, 10, Heading.NORTH)
                .put(1, 10, 9, Heading.NORTH)
                .put(0, 5, 5, Heading.NORTH)
                .put(1, 4, 5, Heading.NORTH)
                .put(2, 3, 5, Heading.NORTH);
        solo.step(ZAP, 0, 0);
        assertThat(solo.measured("zapped")).containsExactly(0, 1, 0);
        assertThat(solo.avatars().present(1)).isFalse();
        assertThat(solo.avatars().present(2)).isTrue();
        assertThat(lit(solo))
                .as("two sides of three; the middle was stopped at once")
                .isEqualTo(6);
    }

    @Test
    void invariant11_shotsAreCooldownPlusOneStepsApart() {
        for (Zap zap : new Zap[] {Zap.OPEN, Zap.CLOSED}) {
            Solo solo = Solo.of(on(field(), 1, zap), 4).put(0, 5, 5, Heading.NORTH);
            byte[] mask = new byte[8];
            for (int t = 0; t < 20; t++) {
                boolean shoots = t % (zap.cooldown() + 1) == 0;
                solo.world.allowed(0, solo.design, mask);
                assertThat(mask[ZAP] == 1).isEqualTo(shoots);
                assertThat(solo.view(0).numbers[0] == 1).as("READY_TO_SHOOT").isEqualTo(shoots);
                solo.step(ZAP);
                assertThat(lit(solo) > 0).isEqualTo(shoots);
            }
        }
    }

    @Test
    void readiness_growsWhileTheBeamCools() {
        Solo solo = Solo.of(on(field(), 1, Zap.OPEN), 5).put(0, 5, 5, Heading.NORTH);
        assertThat(solo.view(0).numbers).containsExactly(1);
        assertThat(solo.step(ZAP).view(0).numbers).containsExactly(0);
        assertThat(solo.step().view(0).numbers).containsExactly(0.5f);
        assertThat(solo.step().view(0).numbers).containsExactly(1);
    }

    @Test
    void invariant11_struckPlayersReturnAfterTheirTimeAway() {
        for (int away : new int[] {0, 4, 100}) {
            Zap zap = new Zap(true, 3, 1, 2, away, 0, 0, 0);
            Solo solo = Solo.of(on(field(), 2, zap), 6)
                    .put(1, 10, 10, Heading.NORTH)
                    .put(0, 5, 5, Heading.NORTH)
                    .put(1, 4, 5, Heading.NORTH);
            solo.step(ZAP);
            byte[] mask = new byte[8];
            for (int t = 0; t <= away; t++) {
                assertThat(solo.avatars().present(1)).isFalse();
                assertThat(solo.codes(1)).containsOnly(HarvestCode.OUT.code());
                solo.world.allowed(1, solo.design, mask);
                assertThat(mask).containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
                solo.step(0, HarvestAction.FORWARD.number());
            }
            assertThat(solo.avatars().present(1)).as("step t + away + 1").isTrue();
            solo.world.allowed(1, solo.design, mask);
            assertThat(mask).containsOnly(1);
        }
    }

    @Test
    void twoCanStrikeEachOther() {
        Solo solo = Solo.of(on(field(), 2, Zap.OPEN), 7)
                .put(1, 10, 10, Heading.NORTH)
                .put(0, 5, 5, Heading.NORTH)
                .put(1, 3, 5, Heading.SOUTH);
        solo.step(ZAP, ZAP);
        assertThat(solo.measured("zapped")).containsExactly(1, 1);
        assertThat(solo.avatars().present(0)).isFalse();
        assertThat(solo.avatars().present(1)).isFalse();
    }

    @Test
    void whereNoCellIsFree_theStruckWait() {
        // Two spawn cells for two players; the shooter steps onto the victim's, so only its own is left, then blocks
        // that.
        GridMap map = HarvestMaps.parse("pair", "WPPW\n");
        Zap zap = new Zap(true, 1, 0, 0, 0, 0, 0, 0);
        HarvestRules rules = on(map, 2, zap);
        Solo solo = Solo.of(rules, 8);
        int right = solo.avatars().column(0) == 2 ? 0 : 1;
        int left = 1 - right;
        solo.put(right, 0, 2, Heading.EAST).put(left, 0, 1, Heading.EAST);
        int[] actions = new int[2];
        actions[left] = ZAP;
        solo.step(actions);
        assertThat(solo.avatars().present(right)).isFalse();
        solo.step();
        assertThat(solo.avatars().present(right)).as("the one free cell").isTrue();
        assertThat(solo.avatars().column(right)).isEqualTo(2);
    }

    @Test
    void zapsCanCostAndPay() {
        Zap zap = new Zap(true, 3, 1, 2, 4, 0.25, 50, 2);
        Solo solo = Solo.of(on(field(), 2, zap), 9)
                .put(1, 10, 10, Heading.NORTH)
                .put(0, 5, 5, Heading.NORTH)
                .put(1, 4, 5, Heading.NORTH);
        solo.step(ZAP, 0);
        assertThat(solo.rewards).containsExactly(1.75f, -50);
        assertThat(solo.measured("apples")).containsExactly(0, 0);
    }

    @Test
    void beams_hideApplesForAStepAndHarmNone() {
        GridMap map = HarvestMaps.parse("orchard", "AAAAA\nAAAAA\nPPPPP\n");
        Solo solo = Solo.of(on(map, 1, Zap.OPEN), 10).put(0, 2, 2, Heading.NORTH);
        solo.step(ZAP);
        assertThat(solo.picture()).isEqualTo("a***a\na***a\n *^* \n");
        solo.step();
        assertThat(solo.picture()).isEqualTo("aaaaa\naaaaa\n  ^  \n");
    }

    @Test
    void randomZapping_keepsTheMapTrue() {
        // After thousands of steps the painted map still says where everybody is and which apples live.
        Solo solo = Solo.of(OPEN, 11);
        int struck = 0;
        for (int t = 0; t < 5000; t++) {
            solo.stepAtRandom();
            struck += (int) Solo.sum(solo.measured("zapped"));
            byte[] seen = solo.consult().codes;
            for (int q = 0; q < seen.length; q++) {
                int who = solo.avatars().at(q);
                if (who > 0) {
                    assertThat(seen[q]).isEqualTo((byte)
                            (HarvestCode.AVATAR_CODE + solo.avatars().heading(who - 1)));
                } else if (who < 0) {
                    assertThat(seen[q]).isEqualTo(HarvestCode.WALL.code());
                } else if (seen[q] != HarvestCode.BEAM.code()) {
                    assertThat(seen[q]).isEqualTo(solo.orchard().code(q));
                }
            }
        }
        assertThat(struck).isGreaterThan(50);
    }
}
