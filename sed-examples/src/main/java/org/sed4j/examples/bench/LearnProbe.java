package org.sed4j.examples.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sed4j.examples.Sed;

/**
 * Runs the launcher and looks a few hundred times a second at what its main thread is about: which share of the time goes into
 * playing and which into learning.
 *
 * <p>Studies are timed as they are shipped, without a clock inside. The second half of what was seen is counted: compiled code.
 * Started by {@link LearnBench} in a JVM of its own; writes the shares to the file that {@link #FILE} names when that JVM ends.
 */
public final class LearnProbe {
    /** System property: where the shares are written. */
    static final String FILE = "sed.bench.probe";

    private static final long PAUSE_MILLIS = 2;

    /** Whoever learns; found higher on the stack than whoever plays, since players learn inside the loop. */
    private static final List<String> LEARNING = List.of(
            "org.sed4j.rl.ppo.Ppo",
            "org.sed4j.rl.policygradient.PolicyUpdate",
            "org.sed4j.rl.policygradient.ValueFunction",
            "org.sed4j.rl.metagradient.");

    private static final Set<String> PLAYING =
            Set.of("org.sed4j.core.pomg.Loop", "org.sed4j.rl.stackelbergpomdp.LeaderEpisodes");

    private LearnProbe() {}

    /** What {@link Sed#main} takes. */
    public static void main(String[] arguments) {
        Path file = Path.of(System.getProperty(FILE, "shares.txt"));
        List<Doing> seen = new ArrayList<>();
        Thread main = Thread.currentThread();
        Thread sampler = new Thread(() -> sample(main, seen), "probe");
        sampler.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file, seen)));
        sampler.start();
        Sed.main(arguments);
    }

    /** What a thread is about. */
    enum Doing {
        LEARNING,
        PLAYING,
        ELSE
    }

    private static void sample(Thread main, List<Doing> seen) {
        while (true) {
            Doing doing = doing(main.getStackTrace());
            synchronized (seen) {
                seen.add(doing);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    static Doing doing(StackTraceElement[] stack) {
        Doing doing = Doing.ELSE;
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            for (String learner : LEARNING) {
                if (learner.endsWith(".") ? name.startsWith(learner) : name.equals(learner)) {
                    return Doing.LEARNING;
                }
            }
            if (PLAYING.contains(name)) {
                doing = Doing.PLAYING;
            }
        }
        return doing;
    }

    private static void write(Path file, List<Doing> seen) {
        long playing;
        long learning;
        synchronized (seen) {
            List<Doing> half = seen.subList(seen.size() / 2, seen.size());
            playing = half.stream().filter(doing -> doing == Doing.PLAYING).count();
            learning = half.stream().filter(doing -> doing == Doing.LEARNING).count();
        }
        double all = Math.max(1, playing + learning);
        try {
            Files.writeString(file, String.format(Locale.ROOT, "%s%n%s%n", playing / all, learning / all));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
