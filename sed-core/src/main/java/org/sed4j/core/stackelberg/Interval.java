package org.sed4j.core.stackelberg;

/**
 * What a leader may get, over all equilibria the followers may select.
 *
 * @param low under the selection worst for the leader
 * @param high under the selection best for the leader
 * @param worst a response that gives {@code low}
 * @param best a response that gives {@code high}
 * @paper 003, Definition 3.4, which is silent about selection
 */
public record Interval(Value low, Value high, Response worst, Response best) {

    /** The value under one selection. */
    public Value value(Selection selection) {
        return selection == Selection.OPTIMISTIC ? high : low;
    }

    /** The response under one selection. */
    public Response response(Selection selection) {
        return selection == Selection.OPTIMISTIC ? best : worst;
    }
}
