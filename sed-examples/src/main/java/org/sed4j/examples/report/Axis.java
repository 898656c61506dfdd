package org.sed4j.examples.report;

/**
 * The horizontal axis of figures.
 *
 * @param column whose numbers lie along it
 * @param label what it is called
 */
public record Axis(String column, String label) {

    /** The axis that is written {@code column} or {@code label=column}; without a label it is called as its column. */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        String column = text.substring(equals + 1);
        return new Axis(column, equals < 0 ? column.replace('_', ' ') : text.substring(0, equals));
    }
}
