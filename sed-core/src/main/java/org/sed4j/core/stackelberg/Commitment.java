package org.sed4j.core.stackelberg;

/**
 * A leader's optimum: what it commits to, what it gets, what the followers do, and how sure that is.
 *
 * @param leader the mixture over the leader's actions
 * @param value what the leader gets under the selection asked for
 * @param bound what no commitment exceeds; the value itself where the method is exact, else the value and the optimum lie
 *     between
 * @param attained whether the leader gets it at {@code leader} itself; false if it is a supremum, approached from
 *     commitments nearby but not got there, as under pessimistic ties
 * @param response what the followers play there
 * @param certificate how far that response is from equilibrium
 * @param interval what the leader may get at {@code leader} over all equilibria of the kind asked for
 * @paper 002, Definition 2.4; 003, section 2
 */
public record Commitment(
        Distribution leader,
        Value value,
        double bound,
        boolean attained,
        Response response,
        Certificate certificate,
        Interval interval) {

    /** How much the optimum may exceed the value, at most: 0 where the method is exact. */
    public double shortfall() {
        return Math.max(bound - value.number(), 0);
    }
}
