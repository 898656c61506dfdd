package org.sed4j.envs.harvest;

import org.sed4j.core.run.Rng;

/** Steps of the episode and of the tax period, and whether the episode is over. A part of a world. */
final class Clock {
    private final Ending ending;
    private final int period;
    private final boolean opensWithDecision;

    private int step;
    private int phase;
    private boolean over;

    Clock(Ending ending, Taxation taxation) {
        this.ending = ending;
        this.period = taxation.period();
        this.opensWithDecision = taxation.opensWithDecision();
    }

    void reset() {
        step = 0;
        phase = 0;
        over = false;
    }

    /** A step has been played. */
    void tick(Rng rng) {
        step++;
        phase = phase + 1 == period ? 0 : phase + 1;
        over = ending.falls(step, rng);
    }

    /** Steps played in this episode. */
    int step() {
        return step;
    }

    /** Whether the coming step is the first of a tax period. */
    boolean opens() {
        return phase == 0;
    }

    /** Whether the coming step is the last of a tax period. */
    boolean closes() {
        return phase == period - 1;
    }

    /** Whether the principal decides before the coming step. */
    boolean due() {
        return phase == 0 && (opensWithDecision || step > 0);
    }

    /** How much of the tax period has passed, in [0, 1). */
    float passed() {
        return phase / (float) period;
    }

    boolean over() {
        return over;
    }
}
