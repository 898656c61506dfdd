package org.sed4j.core.game;

/**
 * An objective O: Φ × Π → R: what the principal is asked to maximise.
 *
 * <p>It is computed from what each player of one world got, the players' policies being known through what they did. What
 * "got" means is a measure of the economy, by name: {@link Outcome#REWARD} is the return J(π_i); the apple-picking game
 * counts apples, since its principal cannot see intrinsic reward.
 *
 * @paper 002, Definition 3.1 (O) and "Social welfare examples"
 */
public interface Objective {

    /** What a log calls it, parameters included. */
    String name();

    /** The measure that amounts are taken of. */
    default String measure() {
        return Outcome.REWARD;
    }

    /**
     * O in one world.
     *
     * @param design the design in force
     * @param amounts what each of the n players got; not kept, not changed
     */
    double value(Design design, double[] amounts);

    /** O of a lived round: the mean over its worlds. */
    default double value(Outcome outcome) {
        double sum = 0;
        for (int b = 0; b < outcome.worlds(); b++) {
            sum += value(outcome.design(b), outcome.amounts(measure(), b));
        }
        return sum / outcome.worlds();
    }
}
