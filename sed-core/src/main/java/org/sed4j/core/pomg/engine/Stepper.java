package org.sed4j.core.pomg.engine;

/** Takes neighbouring worlds through a step, and puts what they show on a stage. Used by one thread at a time. */
interface Stepper {

    /** Plays the joint actions, [B, n · heads], in {@code count} worlds from world {@code first} on. */
    void play(int[] joint, int first, int count);

    /** Puts all that these worlds show, but for their rewards, at the first places of the stage. */
    void show(int first, int count);

    /** Told of a world that fails; the others go on. */
    @FunctionalInterface
    interface Failures {
        void fail(int world, Throwable thrown);
    }
}
