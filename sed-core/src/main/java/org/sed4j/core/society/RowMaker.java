package org.sed4j.core.society;

import java.util.Map;
import org.sed4j.core.game.Round;

/** What a round leaves in a run's table: numbers by column, the same columns every round, NaN where one is undefined. */
@FunctionalInterface
public interface RowMaker {

    /** The row of a round that was just lived in that session; nothing of the clock. */
    Map<String, Double> row(Round round, Session session);

    /** What every economy has: the vote, the law, welfare, types, measures, gauges, and what the learners say. */
    static RowMaker standard() {
        return StandardRow::of;
    }
}
