package org.sed4j.core.report;

import java.util.Set;

/**
 * The horizontal axis of figures.
 *
 * @param column whose numbers lie along it
 * @param label what it is called
 * @param named whether somebody asked for that label; else it is the column's name
 */
public record Axis(String column, String label, boolean named) {

    /** The axis that is written {@code column} or {@code label=column}. */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        String column = text.substring(equals + 1);
        return equals < 0
                ? new Axis(column, column.replace('_', ' '), false)
                : new Axis(column, text.substring(0, equals), true);
    }

    /** The axis as all runs call it, unless somebody asked for another label or they disagree. */
    Axis called(Set<String> byRuns) {
        return named || byRuns.size() != 1
                ? this
                : new Axis(column, byRuns.iterator().next(), false);
    }
}
