package org.sed4j.core.pomg.engine;

import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/** What the worlds of one batch run on. */
interface Engine extends AutoCloseable {

    /** Into how many shards a batch is to be cut, given the threads of its crew. */
    int shards(int threads);

    /** What takes the worlds {@code from} to {@code to - 1} through their steps. */
    Drive drive(int from, int to, Marks marks, Stepper.Failures failures);

    /** Gives back what it holds besides Java's memory. */
    @Override
    void close();

    /** Makes engines for batches of one economy: a batch and its forks. */
    interface Maker extends AutoCloseable {
        /** What it makes, and why. */
        Backing backing();

        /** An engine for these worlds. */
        Engine of(Roster roster, Tensors now);

        /** Gives back what its engines share; they are closed before. */
        @Override
        default void close() {}
    }

    /** The JVM itself. */
    static Maker jvm(Spaces spaces, String why) {
        return new Maker() {
            @Override
            public Backing backing() {
                return new Backing(Backend.JVM, why);
            }

            @Override
            public Engine of(Roster roster, Tensors now) {
                return new Jvm(spaces, roster, now);
            }
        };
    }

    /** Worlds run where they were written. */
    record Jvm(Spaces spaces, Roster roster, Tensors now) implements Engine {
        @Override
        public int shards(int threads) {
            return roster.size() < 2 * threads ? 1 : threads;
        }

        @Override
        public Drive drive(int from, int to, Marks marks, Stepper.Failures failures) {
            return new JvmDrive(roster, spaces, now, from, to, marks, failures);
        }

        @Override
        public void close() {}
    }
}
