package org.sed4j.rl.population;

import org.sed4j.core.game.Require;

/**
 * How far players look when they ask what they would have got by another choice, and how often they ask.
 *
 * <p>A question is answered in a copy of the world with the same chance to come: the choice is replaced, all others stand, and
 * if it is followed for more than a step everybody then plays on as they do now, under the law as it was.
 *
 * @param steps that a choice is followed, its own included, at most to the end of the round; at least 1
 * @param every steps between two times that everybody asks, at least 1
 */
public record Foresight(int steps, int every) {
    /** A choice is judged by what it pays at once, in every step. */
    public static final Foresight ONE_STEP = new Foresight(1, 1);

    public Foresight {
        Require.atLeast(steps, 1, "steps that a choice is followed");
        Require.atLeast(every, 1, "steps between questions");
    }

    /** To the end of the round, every so many steps. */
    public static Foresight toTheEnd(int every) {
        return new Foresight(Integer.MAX_VALUE, every);
    }
}
