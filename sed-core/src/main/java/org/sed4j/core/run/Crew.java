package org.sed4j.core.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A crew of threads that share numbered tasks, for work of tens of microseconds and more.
 *
 * <p>{@link #run} returns when every task is done. Which thread does which task is left open, so a task must depend on its
 * number alone: then results do not depend on the size of the crew. The caller works too; the others spin a little and then
 * sleep, so an idle crew costs nothing. Threads are daemons. One caller at a time.
 */
public final class Crew implements AutoCloseable {
    /** Turns of the spin before a thread sleeps: some tens of microseconds, longer than the gap between two steps. */
    private static final int SPINS = 20_000;

    private final Thread[] helpers;
    private final AtomicInteger nextTask = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile int generation;
    private volatile boolean closed;
    private int tasks;
    private IntConsumer work = task -> {};
    private volatile @Nullable Throwable failure;

    private Crew(int threads) {
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(this::serve, "sed4j-crew-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /**
     * A crew of that many threads, the caller's included.
     *
     * @throws IllegalArgumentException if {@code threads < 1}
     */
    public static Crew of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads (" + threads
                    + ") must be at least 1.\nMaybe it was meant as \"all\": use the core count.");
        }
        return new Crew(threads);
    }

    /** How many threads share the work, the caller's included. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Does {@code work} for each task 0, ..., tasks-1 and returns when all are done.
     *
     * @throws RuntimeException what a task threw; the other tasks have ended by then
     */
    public void run(int tasks, IntConsumer work) {
        if (helpers.length == 0 || tasks <= 1) {
            for (int task = 0; task < tasks; task++) {
                work.accept(task);
            }
            return;
        }
        this.tasks = tasks;
        this.work = work;
        failure = null;
        nextTask.set(0);
        busy.set(helpers.length);
        generation++; // publishes the fields above; only the caller writes it
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        share();
        while (busy.get() != 0) {
            Thread.onSpinWait();
        }
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException problem) {
            throw problem;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private void share() {
        try {
            for (int task = nextTask.getAndIncrement(); task < tasks; task = nextTask.getAndIncrement()) {
                work.accept(task);
            }
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            nextTask.set(tasks);
        }
    }

    private void serve() {
        int seen = 0;
        while (true) {
            int spins = 0;
            while (generation == seen && !closed) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            seen = generation;
            share();
            busy.decrementAndGet();
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
