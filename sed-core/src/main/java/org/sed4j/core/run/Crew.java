package org.sed4j.core.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A crew of threads that share numbered tasks, for work of tens of microseconds and more.
 *
 * <p>{@link #run} returns when every task is done. Which thread does which task is left open, so a task must depend on its
 * number alone: then results do not depend on the size of the crew. The caller works too; the others spin a little and then
 * sleep, so an idle crew costs nothing. Threads are daemons. One caller at a time; {@link #run} allocates nothing.
 */
public final class Crew implements AutoCloseable {
    /** Turns of the spin before a thread sleeps: about 0.1 ms at the 35 ns a turn measured on an EPYC core. */
    private static final int SPINS = 3_000;

    private final Hand[] hands;
    private final int spins;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger nextTask = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile int generation;
    private volatile boolean closed;
    private volatile @Nullable Thread waiting;
    private int tasks;
    private IntConsumer work = task -> {};
    private int failedTask;
    private @Nullable Throwable failure;

    private Crew(int threads) {
        spins = threads <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
        hands = new Hand[threads - 1];
        for (int i = 0; i < hands.length; i++) {
            hands[i] = new Hand("sed4j-crew-" + (i + 1));
        }
        for (Hand hand : hands) {
            hand.start();
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
        return hands.length + 1;
    }

    /**
     * Does {@code work} for each task 0, ..., tasks-1 and returns when all are done.
     *
     * @throws RuntimeException what a task threw, the lowest task's if several did; all other tasks are done by then
     * @throws IllegalStateException if the crew is closed, or at work already
     */
    public void run(int tasks, IntConsumer work) {
        if (closed) {
            throw new IllegalStateException("The crew is closed.\nMaybe what it works for was closed too.");
        }
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "The crew is at work already.\nMaybe a task called it, or two threads share what it works for.");
        }
        try {
            this.tasks = tasks;
            this.work = work;
            nextTask.set(0);
            if (hands.length == 0 || tasks <= 1) {
                share();
            } else {
                call();
                share();
                await();
            }
            rethrow();
        } finally {
            failure = null;
            running.set(false);
        }
    }

    private void call() {
        busy.set(hands.length);
        generation = generation + 1; // publishes the task; only the caller writes it
        for (Hand hand : hands) {
            if (hand.asleep) {
                LockSupport.unpark(hand);
            }
        }
    }

    private void await() {
        for (int spun = 0; busy.get() != 0 && spun < spins; spun++) {
            Thread.onSpinWait();
        }
        if (busy.get() != 0) {
            waiting = Thread.currentThread();
            while (busy.get() != 0) {
                LockSupport.park(this);
            }
            waiting = null;
        }
    }

    private void share() {
        for (int task = nextTask.getAndIncrement(); task < tasks; task = nextTask.getAndIncrement()) {
            try {
                work.accept(task);
            } catch (RuntimeException | Error thrown) {
                keep(task, thrown);
            }
        }
    }

    private synchronized void keep(int task, Throwable thrown) {
        if (failure == null || task < failedTask) {
            failure = thrown;
            failedTask = task;
        }
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException problem) {
            throw problem;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** Ends the threads; what they are doing is done first. */
    @Override
    public void close() {
        closed = true;
        for (Hand hand : hands) {
            LockSupport.unpark(hand);
        }
    }

    /** One of the threads besides the caller's. */
    private final class Hand extends Thread {
        private volatile boolean asleep;

        Hand(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            int seen = 0;
            while (called(seen)) {
                seen = generation;
                share();
                if (busy.decrementAndGet() == 0) {
                    LockSupport.unpark(waiting);
                }
            }
        }

        /** Waits for the next call; false when the crew is closed. */
        private boolean called(int seen) {
            for (int spun = 0; generation == seen && !closed && spun < spins; spun++) {
                Thread.onSpinWait();
            }
            if (generation == seen) {
                asleep = true; // written before generation is read again, so that no call is missed
                while (generation == seen && !closed) {
                    LockSupport.park(Crew.this);
                }
                asleep = false;
            }
            return generation != seen;
        }
    }
}
