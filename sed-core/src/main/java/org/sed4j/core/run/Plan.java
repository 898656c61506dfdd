package org.sed4j.core.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a {@link Runner} runs: what its turns are called, when their state is kept, and what is shown on the way. Immutable.
 *
 * @param unit what a turn is called, such as "round"
 * @param of turns in all, for people; 0 if nobody knows
 * @param every rows between two checkpoints, at least 1
 * @param kept how many checkpoints stay on the disk, at least 1
 * @param speed the column of {@code timing.csv} that holds work per second; none if empty
 * @param watched columns that progress shows, by the short names it shows them under
 */
public record Plan(String unit, long of, long every, int kept, String speed, Map<String, String> watched) {

    public Plan {
        if (every < 1) {
            throw new IllegalArgumentException("rows between checkpoints (" + every
                    + ") must be at least 1.\nMaybe none were wanted: give more rows than the run has.");
        }
        watched = new LinkedHashMap<>(watched);
    }

    /**
     * A plan for turns of that name: a checkpoint every ten rows, the last two kept, nothing watched.
     *
     * @param of turns in all, for people; 0 if nobody knows
     */
    public static Plan of(String unit, long of) {
        return new Plan(unit, of, 10, 2, "", Map.of());
    }

    /** This plan with a checkpoint after so many rows, the last {@code kept} of which stay. */
    public Plan checkpoints(long every, int kept) {
        return new Plan(unit, of, every, kept, speed, watched);
    }

    /** This plan with work per second in that column of {@code timing.csv}. */
    public Plan speed(String column) {
        return new Plan(unit, of, every, kept, column, watched);
    }

    /** This plan with one more column shown, under a short name. */
    public Plan watching(String name, String column) {
        Map<String, String> more = new LinkedHashMap<>(watched);
        more.put(name, column);
        return new Plan(unit, of, every, kept, speed, more);
    }

    @Override
    public Map<String, String> watched() {
        return new LinkedHashMap<>(watched);
    }

    /** Such as "round 3/40". */
    String label(long turn) {
        return unit + " " + turn + (of > 0 ? "/" + of : "");
    }
}
