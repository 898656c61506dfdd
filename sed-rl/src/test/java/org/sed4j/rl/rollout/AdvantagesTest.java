package org.sed4j.rl.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Inputs;

class AdvantagesTest {
    private static final Offset<Float> ROUNDING = within(2e-5f); // floats of order 10

    private static Rollout lane(int steps, Rng rng) {
        Rollout rollout = new Rollout(new Inputs(Spaces.Grid.NONE, 1), 1, 2, 1, 4);
        for (int t = 0; t < steps; t++) {
            int slot = rollout.append(0);
            rollout.reward(slot)[0] = rng.unit() * 2 - 1;
            rollout.value(slot)[0] = rng.unit() * 2 - 1;
        }
        return rollout;
    }

    @Test
    void advantage_withLambdaOne_isDiscountedReturnMinusValue() {
        Rollout rollout = lane(10, Seed.of(1).rng());
        Advantages estimates = Advantages.of(rollout);
        estimates.estimate(rollout, 0.9, 1, new float[] {0.5f});
        double expected = 0.5;
        for (int t = 9; t >= 0; t--) {
            expected = rollout.reward(t)[0] + 0.9 * expected;
            assertThat(estimates.target(t, 0)).isCloseTo((float) expected, ROUNDING);
            assertThat(estimates.advantage(t, 0)).isCloseTo((float) expected - rollout.value(t)[0], ROUNDING);
        }
    }

    @Test
    void advantage_withLambdaZero_isTheOneStepSurprise() {
        Rollout rollout = lane(10, Seed.of(2).rng());
        Advantages estimates = Advantages.of(rollout);
        estimates.estimate(rollout, 0.9, 0, new float[] {0.25f});
        for (int t = 0; t < 10; t++) {
            float next = t == 9 ? 0.25f : rollout.value(t + 1)[0];
            float surprise = rollout.reward(t)[0] + 0.9f * next - rollout.value(t)[0];
            assertThat(estimates.advantage(t, 0)).isCloseTo(surprise, ROUNDING);
        }
    }

    /** Cutting a lane in two must give what two lanes would have given. */
    @ParameterizedTest
    @ValueSource(bytes = {Rollout.TERMINATED, Rollout.TRUNCATED})
    void advantage_atAnEnding_looksNotBeyondIt(byte ending) {
        Rollout whole = lane(8, Seed.of(3).rng());
        whole.ending(3)[0] = ending;
        whole.cutValue(3)[0] = 7;
        Advantages estimates = Advantages.of(whole);
        estimates.estimate(whole, 0.9, 0.8, new float[] {0});

        Rollout first = lane(4, Seed.of(3).rng());
        Advantages alone = Advantages.of(first);
        alone.estimate(first, 0.9, 0.8, new float[] {ending == Rollout.TERMINATED ? 0 : 7});
        for (int t = 0; t < 4; t++) {
            assertThat(estimates.advantage(t, 0)).isEqualTo(alone.advantage(t, 0));
        }
    }

    @Test
    void lanes_ofDifferentLength_holdNoFiller() {
        Rollout rollout = new Rollout(new Inputs(Spaces.Grid.NONE, 1), 1, 2, 3, 1);
        for (int lane = 0; lane < 3; lane++) {
            for (int t = 0; t <= 2 * lane; t++) {
                rollout.append(lane);
            }
        }
        assertThat(rollout.size()).isEqualTo(1 + 3 + 5);
        assertThat(rollout.slots()).isGreaterThanOrEqualTo(5);
    }
}
