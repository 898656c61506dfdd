package org.sed4j.core.run;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a person to stop a run so that it can be resumed.
 *
 * <p>The loop asks {@link #requested} between rounds, saves a checkpoint when it is so, and closes this. On Ctrl-C or a
 * polite kill the JVM waits for that; a second Ctrl-C ends it at once, and the run resumes from its last checkpoint.
 */
public final class Interruption implements AutoCloseable {
    private static final String[] SIGNALS = {"INT", "TERM"};
    /** 128 + SIGINT, the exit status shells use for it. */
    private static final int EXIT_INTERRUPTED = 130;

    private static final String STOPPING =
            "Stopping after this round, so that the run can be resumed. Ctrl-C again ends it at once.";
    private static final String FINISHING =
            "All rounds are played: finishing what is made of them. Ctrl-C again ends it at once; it can then be resumed.";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final @Nullable Consumer<String> say;
    private @Nullable Thread hook;
    private volatile boolean requested;
    private volatile String announced = STOPPING;

    private Interruption(@Nullable Consumer<String> say) {
        this.say = say;
    }

    /** One that nobody but {@link #request} asks. */
    public static Interruption none() {
        return new Interruption(null);
    }

    /**
     * One that Ctrl-C and a polite kill ask.
     *
     * @param say takes a line for the person who waits
     */
    public static Interruption onSignals(Consumer<String> say) {
        Interruption interruption = new Interruption(say);
        Thread hook = new Thread(interruption::await, "sed4j-interruption");
        interruption.hook = hook;
        Runtime.getRuntime().addShutdownHook(hook);
        return interruption;
    }

    /** Whether the loop should save and stop. */
    public boolean requested() {
        return requested;
    }

    /** Asks the loop to stop; what the signals do. */
    public void request() {
        requested = true;
    }

    /**
     * Says what a wish to stop now means: while rounds are played it is granted after one; once all are, what is made of them
     * (tests, replay, report) is finished first.
     */
    public void playing(boolean rounds) {
        announced = rounds ? STOPPING : FINISHING;
    }

    private void await() {
        request();
        if (say != null) {
            say.accept(announced);
        }
        onNextSignal(signal -> Runtime.getRuntime().halt(EXIT_INTERRUPTED));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /*
     * A JVM that is shutting down ignores a second signal unless a handler of one's own is set, and only sun.misc.Signal
     * sets one. It is reached by name, so that a JVM without it merely keeps its habit.
     */
    private static void onNextSignal(IntConsumer action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = java.lang.reflect.Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.accept(0);
                        }
                        return null;
                    });
            for (String name : SIGNALS) {
                Object number = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, number, proxy);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return; // the second Ctrl-C then waits like the first
        }
    }

    /** Says that everything worth keeping is on the disk; a JVM that waits for it may go. */
    @Override
    public void close() {
        closed.countDown();
        Thread waiting = hook;
        if (waiting != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(waiting);
            } catch (IllegalStateException e) {
                return; // the JVM is going down already; the latch lets it
            }
        }
    }
}
