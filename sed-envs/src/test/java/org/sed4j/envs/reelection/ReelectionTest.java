package org.sed4j.envs.reelection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Held;

class ReelectionTest {
    @Test
    void world_keepsItsContract() {
        Held.contract(Reelection.maker(ReelectionRules.of(4)));
        Held.contract(() -> new Reelection(new ReelectionRules(2, 3, 0.5, 0.5)));
        Held.parity(Reelection.maker(ReelectionRules.of(5)));
    }

    @ParameterizedTest
    @CsvSource({"1,0,0.9,0.1", "2,0.1,0.8,0.32", "1,1,0.9,0", "3,0,0.5,1.5"})
    void leastForgiven_isWhatBruteForceFinds(double most, double office, double discount, double least) {
        ReelectionOracle oracle = new ReelectionOracle(new ReelectionRules(5, most, office, discount));
        assertThat(oracle.leastForgiven()).isCloseTo(least, within(1e-12));
        Held.aims(oracle, 1e-9);
        Held.ideals(oracle, 1e-9);
        for (int k = 0; k <= 100; k++) {
            double forgiven = most * k / 100;
            double best = brute(forgiven, most, office, discount);
            if (Math.abs(forgiven - least) > 1e-9) {
                assertThat(oracle.taking(forgiven)).as("forgiven %s", forgiven).isCloseTo(best, within(1e-9));
            }
        }
    }

    /**
     * The best taking of an office holder by value iteration over a grid of takings, where up to {@code forgiven} is kept.
     */
    private static double brute(double forgiven, double most, double office, double discount) {
        double value = 0;
        double best = 0;
        for (int sweep = 0; sweep < 400; sweep++) {
            double next = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= 100; k++) {
                double taking = most * k / 100;
                double worth = taking + office + (taking <= forgiven ? discount * value : 0);
                if (worth > next + 1e-13) {
                    next = worth;
                    best = taking;
                }
            }
            value = next;
        }
        return best;
    }

    /** Office holders' lives in the world, against voters who forgive R: what theory says of restraint and of greed. */
    @ParameterizedTest
    @CsvSource({"0.2,0.2,true", "0.2,1,false"})
    void lives_payWhatTheorySays(float forgiven, float taking, boolean kept) {
        ReelectionRules rules = new ReelectionRules(4, 1, 0.25, 0.8);
        ReelectionOracle oracle = new ReelectionOracle(rules);
        int lives = 4000;
        double sum = 0;
        double squares = 0;
        for (int life = 0; life < lives; life++) {
            double own = life(rules, forgiven, taking, life);
            sum += own;
            squares += own * own;
        }
        double mean = sum / lives;
        double error = Math.sqrt((squares / lives - mean * mean) / lives);
        assertThat(mean).isCloseTo(oracle.career(taking, kept), within(5 * error + 1e-6));
    }

    private static double life(ReelectionRules rules, float forgiven, float taking, int number) {
        Reelection world = new Reelection(rules);
        Rng rng = new Rng();
        rng.seat(Seed.of(4).at(number).key(), 0);
        world.reset(rng);
        View view = new View(0, 2);
        float[] measures = new float[8];
        double sum = 0;
        for (int t = 1; !world.terminated(); t++) {
            world.observe(0, new float[] {taking}, view);
            int[] votes = new int[4];
            Arrays.fill(votes, view.numbers[0] <= forgiven ? Reelection.KEEP : Reelection.OUST);
            rng.seat(Seed.of(4).at(number).key(), t);
            world.step(votes, new float[] {taking}, rng, new float[4]);
            world.measure(measures);
            for (int i = 0; i < 4; i++) {
                sum += measures[2 * i];
            }
        }
        return sum;
    }

    /** Half the votes keep the office holder; fewer oust it, and nobody gets anything in that step. */
    @Test
    void ties_keep() {
        Reelection world = new Reelection(new ReelectionRules(4, 1, 0, 0.999999));
        Rng rng = Seed.of(1).rng();
        world.reset(rng);
        float[] rewards = new float[4];
        world.step(new int[] {0, 0, 0, 0}, new float[] {0.2f}, rng, rewards);
        assertThat(rewards).containsOnly(0.2f);
        world.step(new int[] {1, 0, 1, 0}, new float[] {0.2f}, rng, rewards);
        assertThat(world.terminated()).isFalse();
        world.step(new int[] {1, 0, 0, 0}, new float[] {0.2f}, rng, rewards);
        assertThat(world.terminated()).isTrue();
        assertThat(rewards).containsOnly(0);
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> new ReelectionRules(4, 1, 0, 1)).hasMessageContaining("discount factor δ (1.0)");
        assertThatThrownBy(() -> new ReelectionRules(4, 0, 0, 0.5))
                .hasMessageContaining("most that can be taken (0.0)");
        assertThatThrownBy(() -> new ReelectionRules(4, 1, -1, 0.5)).hasMessageContaining("value of office (-1.0)");
    }
}
