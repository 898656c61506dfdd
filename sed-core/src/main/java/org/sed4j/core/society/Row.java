package org.sed4j.core.society;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Round;

/** A round's row in the making: figures by column, in the order in which they are put. */
public final class Row {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Round round;
    private final Session session;

    private Row(Round round, Session session) {
        this.round = round;
        this.session = session;
        figures.put("round", (double) round.number());
    }

    /** The row of a round of that session, which begins with the round's number. */
    public static Row of(Round round, Session session) {
        return new Row(round, session);
    }

    /** One figure. */
    public Row put(String column, double figure) {
        figures.put(column, figure);
        return this;
    }

    /** Several, by column. */
    public Row putAll(Map<String, Double> more) {
        figures.putAll(more);
        return this;
    }

    /** One for each player or entry: the stem and a number from 0. */
    public Row each(String stem, double... values) {
        for (int i = 0; i < values.length; i++) {
            figures.put(stem + i, values[i]);
        }
        return this;
    }

    /** The law, entry by entry: the mean over worlds and over the round's steps. */
    public Row law(String stem) {
        Design law = round.outcome().meanDesign();
        return each(stem, law.toArray());
    }

    /** What followers and principal say of themselves. */
    public Row learners() {
        session.followers().figures().forEach((name, value) -> figures.put("player_" + name, value));
        session.principal().figures().forEach((name, value) -> figures.put("principal_" + name, value));
        return this;
    }

    /** The row. */
    public Map<String, Double> figures() {
        return figures;
    }
}
