package org.sed4j.envs.escaperoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Seed;

class EscapeRoomTest {
    private static final float[] NOTHING = {0, 0, 0};

    @ParameterizedTest
    @CsvSource({"2,1,ACTION", "5,2,ACTION", "3,2,PLAYER"})
    void world_keepsItsContract(int players, int lever, IncentiveTarget target) {
        EscapeRoomRules rules = EscapeRoomRules.of(players, lever).withTarget(target);
        assertThat(Conformance.of(EscapeRoom.maker(rules)).check().passed()).hasSizeGreaterThan(12);
    }

    /** 10(n-m) - m - m(1+ε) for ε → 0: 8, 26 and 40, and without payments 9, 28 and 45 (paper 004, section 4.1). */
    @ParameterizedTest
    @CsvSource({"2,1,8,9", "5,2,26,28", "10,5,40,45"})
    void optimum_isThePapers(int players, int lever, double paid, double unpaid) {
        EscapeRoomRules rules = EscapeRoomRules.of(players, lever);
        assertThat(rules.optimum()).isEqualTo(paid);
        assertThat(rules.optimumUnpaid()).isEqualTo(unpaid);
    }

    /** One step of the scripted optimum of ER(5, 2), paid 1.1 for the lever: 28 in base rewards, 2.2 paid. */
    @Test
    void optimum_isReachedByTheScript() {
        EscapeRoom room = room(5, 2);
        float[] rewards = new float[5];
        float[] design = {1.1f, 0, 0};
        room.step(new int[] {0, 0, 2, 2, 2}, design, Seed.of(1).rng(), rewards);
        room.rewards(room.ledger(), design, rewards);
        assertThat(rewards).containsExactly(-1 + 1.1f, -1 + 1.1f, 10, 10, 10);
        assertThat(room.terminated()).isTrue();
        float[] measures = new float[20];
        room.measure(measures);
        assertThat(measures).startsWith(-1, 1.1f, 1, 0, -1, 1.1f, 1, 0, 10, 0, 0, 1);
    }

    /** Moving costs 1, to a closed door as well; staying is free; one who stays at the lever still holds it. */
    @Test
    void rewards_areMovesAndExits() {
        EscapeRoom room = room(2, 1);
        assertThat(played(room, 1, 2)).containsExactly(0, -1);
        assertThat(played(room, 1, 2)).containsExactly(0, 0);
        assertThat(played(room, 0, 1)).containsExactly(-1, -1);
        assertThat(room.terminated()).isFalse();
        assertThat(played(room, 0, 2)).containsExactly(0, 10);
        assertThat(room.terminated()).isTrue();
    }

    @Test
    void episode_endsAtTheHorizon() {
        EscapeRoom room = room(2, 1);
        for (int t = 0; t < 5; t++) {
            assertThat(room.terminated()).isFalse();
            played(room, 0, 0);
        }
        assertThat(room.terminated()).isTrue();
    }

    /** Own place first, then the others' in order; the principal also sees the actions about to be played. */
    @Test
    void views_areOneHot() {
        EscapeRoom room = room(3, 1);
        played(room, 1, 2, 1);
        View player = new View(0, 9);
        room.observe(1, NOTHING, player);
        assertThat(player.numbers).containsExactly(0, 0, 1, 0, 1, 0, 0, 1, 0);
        View principal = new View(0, 18);
        room.consult(new int[] {0, 1, 2}, NOTHING, principal);
        assertThat(principal.numbers).containsExactly(0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> EscapeRoomRules.of(3, 3))
                .hasMessageContaining("players needed at the lever (m) (3) must lie in [1, 2] for 3 players");
        assertThatThrownBy(() -> EscapeRoomRules.of(3, 1).withBound(0)).hasMessageContaining("incentive bound (0.0)");
    }

    private static EscapeRoom room(int players, int lever) {
        EscapeRoom room = new EscapeRoom(EscapeRoomRules.of(players, lever));
        room.reset(Seed.of(1).rng());
        return room;
    }

    private static float[] played(EscapeRoom room, int... actions) {
        float[] rewards = new float[actions.length];
        room.step(actions, NOTHING, Seed.of(1).rng(), rewards);
        room.rewards(room.ledger(), NOTHING, rewards);
        return rewards;
    }
}
