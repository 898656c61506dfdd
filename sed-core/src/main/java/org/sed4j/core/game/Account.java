package org.sed4j.core.game;

/**
 * What became of one world in a round: what each player got of every measure, and what the gauges show.
 *
 * <p>A measure that is a flow (apples picked, tax paid) is a sum over the steps since the round began; one that is a stock
 * (coin held) is what players have now. A gauge (apples left) is a reading of the world now. Arrays are lent: not to be kept
 * or changed.
 */
public interface Account {

    /**
     * What each of the n players got or has of a measure.
     *
     * @throws IllegalArgumentException naming the measures there are, if it is none of them
     */
    double[] amounts(String measure);

    /**
     * What a gauge shows.
     *
     * @throws IllegalArgumentException naming the gauges there are, if it is none of them
     */
    double gauge(String name);

    /**
     * An account of returns alone, as games of the theory rooms have it.
     *
     * @param returns J(π_i) of each player; lent
     */
    static Account ofReturns(double[] returns) {
        return new Account() {
            @Override
            public double[] amounts(String measure) {
                Require.that(
                        measure.equals(Outcome.REWARD),
                        "measure",
                        measure,
                        "must be \"" + Outcome.REWARD + "\"",
                        "the objective was made for another economy");
                return returns;
            }

            @Override
            public double gauge(String name) {
                throw new IllegalArgumentException(
                        "gauge (" + name
                                + ") must not be read where there are returns alone.\nMaybe the objective was made for another economy.");
            }
        };
    }
}
