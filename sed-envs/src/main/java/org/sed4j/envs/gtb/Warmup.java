package org.sed4j.envs.gtb;

/**
 * The weight of labour, phased in over all episodes of a world. A part of a world that a reset does not clear: what it counts
 * belongs to the world's life, not to the episode.
 */
final class Warmup {
    private final Preferences preferences;

    private int count;
    private double weight;

    Warmup(Preferences preferences) {
        this.preferences = preferences;
        weigh();
    }

    /** w in [0, 1]. */
    double weight() {
        return weight;
    }

    /** k. */
    int count() {
        return count;
    }

    /** After a step whose mean reward was above 0, or not. */
    void stepped(boolean rewarding, boolean over) {
        boolean counts = preferences.counting() == Preferences.Counting.EPISODES ? over : rewarding;
        if (counts && preferences.warmup() > 0) {
            count++;
            weigh();
        }
    }

    private void weigh() {
        weight = preferences.warmup() == 0 ? 1 : 1 - StrictMath.exp(-count / preferences.warmup());
    }
}
