package org.sed4j.core.stackelberg;

import org.sed4j.core.stackelberg.lp.LpSolver;

/** In which numbers a solver works. */
public enum Arithmetic {
    /** Doubles: fast; ties within a billionth of the payoffs' range count as ties. */
    FLOATING,
    /**
     * Fractions: exact, for small games. Payoffs and probabilities are read as the simplest fractions that round to them,
     * so 0.1 is 1/10; ties are ties.
     */
    EXACT;

    /** Whether the numbers of a game are short enough for the exact path, which works in integers below 2^50. */
    public static boolean isExactFor(StackelbergGame game) {
        try {
            Terms.of(game, EXACT);
            return true;
        } catch (IllegalArgumentException tooManyDigits) {
            return false;
        }
    }

    LpSolver solver() {
        return this == EXACT ? LpSolver.exact() : LpSolver.floating();
    }
}
