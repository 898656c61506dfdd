package org.sed4j.core.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A crew of threads that share numbered tasks, for work of tens of microseconds and more.
 *
 * <p>{@link #run} returns when every task is done. Which thread does which task is left open, so a task must depend on its
 * number alone: then results do not depend on the size of the crew. The caller works too, and never waits for a thread that
 * has no task: where cores are scarce it does all of them. The others spin a little and then sleep, so an idle crew costs
 * nothing. Threads are daemons. One caller at a time; {@link #run} allocates nothing.
 */
public final class Crew implements AutoCloseable {
    /** Turns of the spin before a thread sleeps: about 0.1 ms at the 35 ns a turn measured on an EPYC core. */
    private static final int SPINS = 3_000;

    private static final int BITS = 20;
    private static final int MOST = (1 << BITS) - 1;

    private final Hand[] hands;
    private final int spins;
    private final AtomicBoolean running = new AtomicBoolean();
    /**
     * Which call it is (24 bits), how many tasks it has (20) and which is next (20), in one word: a task is taken from the
     * call it belongs to, however late a thread comes.
     */
    private final AtomicLong next = new AtomicLong();

    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable Thread waiting;
    private volatile IntConsumer work = task -> {};
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
     * @param tasks at most 2^20 - 1
     * @throws IllegalStateException if the crew is closed, or at work already
     */
    public void run(int tasks, IntConsumer work) {
        if (closed) {
            throw new IllegalStateException("The crew is closed.\nMaybe what it works for was closed too.");
        }
        if (tasks > MOST) {
            throw new IllegalArgumentException(
                    "tasks (" + tasks + ") must be at most " + MOST + ".\nMaybe each can do more.");
        }
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "The crew is at work already.\nMaybe a task called it, or two threads share what it works for.");
        }
        try {
            if (hands.length == 0 || tasks <= 1) {
                for (int task = 0; task < tasks; task++) {
                    perform(work, task);
                }
            } else {
                call(tasks, work);
                share();
                await(tasks);
            }
            rethrow();
        } finally {
            failure = null;
            running.set(false);
        }
    }

    private void call(int tasks, IntConsumer work) {
        this.work = work;
        done.set(0);
        next.set(((((next.get() >>> (2 * BITS)) + 1) << BITS) | tasks) << BITS); // from here on tasks can be taken
        for (Hand hand : hands) {
            if (hand.asleep) {
                LockSupport.unpark(hand);
            }
        }
    }

    private void await(int tasks) {
        for (int spun = 0; done.get() != tasks && spun < spins; spun++) {
            Thread.onSpinWait();
        }
        if (done.get() != tasks) {
            waiting = Thread.currentThread();
            while (done.get() != tasks) {
                LockSupport.park(this);
            }
            waiting = null;
        }
    }

    /**
     * Takes tasks until none is left.
     *
     * @return the number of the call whose tasks have run out
     */
    private int share() {
        while (true) {
            long seen = next.get();
            int task = (int) (seen & MOST);
            int all = (int) (seen >>> BITS & MOST);
            if (task >= all) {
                return (int) (seen >>> (2 * BITS));
            }
            if (next.compareAndSet(seen, seen + 1)) {
                perform(work, task); // this call's work: no other begins before the task is done
                if (done.incrementAndGet() == all) {
                    LockSupport.unpark(waiting);
                }
            }
        }
    }

    private void perform(IntConsumer what, int task) {
        try {
            what.accept(task);
        } catch (RuntimeException | Error thrown) {
            keep(task, thrown);
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
            int exhausted = 0;
            while (called(exhausted)) {
                exhausted = share();
            }
        }

        /** Waits for the next call; false when the crew is closed. */
        private boolean called(int exhausted) {
            for (int spun = 0; idle(exhausted) && spun < spins; spun++) {
                Thread.onSpinWait();
            }
            if (idle(exhausted)) {
                asleep = true; // written before the call is read again, so that none is missed
                while (idle(exhausted)) {
                    LockSupport.park(Crew.this);
                }
                asleep = false;
            }
            return !closed;
        }

        private boolean idle(int exhausted) {
            return (int) (next.get() >>> (2 * BITS)) == exhausted && !closed;
        }
    }
}
