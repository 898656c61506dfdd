package org.sed4j.rl.population;

import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;

/**
 * How a player chooses who knows what each choice would bring, and is not perfectly rational.
 *
 * <p>What a choice brings is its reward of a step, others standing, times the steps of a round: what it would bring if it were made
 * all round.
 */
public sealed interface Reasoning {

    /** How often players think through what others would answer. */
    default int depth() {
        return 1;
    }

    /**
     * The choice.
     *
     * @param worth what each choice brings, NaN where it is not allowed; at least one is
     * @param from the first of these, of {@code count}
     */
    int choose(double[] worth, int from, int count, Rng rng);

    /**
     * Logit response: choice a with a probability in proportion to e^(λ·worth).
     *
     * @param precision λ, at least 0; 0 is random, more is more rational
     */
    record Quantal(double precision) implements Reasoning {
        public Quantal {
            Require.within(precision, 0, Double.MAX_VALUE, "precision λ of a logit response");
        }

        @Override
        public int choose(double[] worth, int from, int count, Rng rng) {
            double most = worth[from + best(worth, from, count)];
            double sum = 0;
            for (int a = 0; a < count; a++) {
                sum += weight(worth[from + a] - most);
            }
            double left = rng.uniform() * sum;
            int last = 0;
            for (int a = 0; a < count; a++) {
                double weight = weight(worth[from + a] - most);
                if (weight > 0) {
                    last = a;
                    left -= weight;
                    if (left < 0) {
                        return a;
                    }
                }
            }
            return last;
        }

        private double weight(double behind) {
            return Double.isNaN(behind) ? 0 : Math.exp(precision * behind);
        }
    }

    /**
     * Level-k: random choices are level 0, and level k is what is best where all others are of level k-1.
     *
     * <p>Source: Stahl and Wilson (1995), Nagel (1995).
     *
     * @param depth k, at least 1
     */
    record LevelK(int depth) implements Reasoning {
        public LevelK {
            Require.atLeast(depth, 1, "level of reasoning k");
        }

        @Override
        public int choose(double[] worth, int from, int count, Rng rng) {
            return best(worth, from, count);
        }
    }

    /**
     * Satisficing: the first choice, in a random order, that brings so large a share of the way from the worst to the best.
     *
     * <p>Source: Simon (1956).
     *
     * @param aspiration in [0, 1]; 1 asks for the best
     */
    record Satisficing(double aspiration) implements Reasoning {
        private static final double ROUNDING = 1e-9;

        public Satisficing {
            Require.within(aspiration, 0, 1, "aspiration");
        }

        @Override
        public int choose(double[] worth, int from, int count, Rng rng) {
            double most = worth[from + best(worth, from, count)];
            double least = most;
            for (int a = 0; a < count; a++) {
                least = worth[from + a] < least ? worth[from + a] : least;
            }
            double wanted = least + aspiration * (most - least) - ROUNDING * Math.max(1, Math.abs(most));
            int good = 0;
            for (int a = 0; a < count; a++) {
                good += worth[from + a] >= wanted ? 1 : 0;
            }
            int left = rng.below(good);
            for (int a = 0; a < count; a++) {
                if (worth[from + a] >= wanted && left-- == 0) {
                    return a;
                }
            }
            throw new AssertionError("one of the good choices was drawn");
        }
    }

    /**
     * The best choice, and with some probability any that is allowed.
     *
     * @param noise ε in [0, 1]
     */
    record Trembling(double noise) implements Reasoning {
        public Trembling {
            Require.within(noise, 0, 1, "probability of a tremble ε");
        }

        @Override
        public int choose(double[] worth, int from, int count, Rng rng) {
            return rng.chance(noise) ? new Quantal(0).choose(worth, from, count, rng) : best(worth, from, count);
        }
    }

    /** The best choice, the lowest of several. */
    static int best(double[] worth, int from, int count) {
        int best = -1;
        for (int a = 0; a < count; a++) {
            if (!Double.isNaN(worth[from + a]) && (best < 0 || worth[from + a] > worth[from + best])) {
                best = a;
            }
        }
        return best;
    }
}
