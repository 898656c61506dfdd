package org.sed4j.core.sweep;

import java.util.Map;

/**
 * Settings that a cell may have together.
 *
 * @param settings values by key; all must be the cell's, its base's included
 */
public record Condition(Map<String, String> settings) {
    public Condition {
        settings = Map.copyOf(settings);
    }

    /** Whether these settings are among others. */
    boolean holds(Map<String, String> of) {
        return of.entrySet().containsAll(settings.entrySet());
    }
}
