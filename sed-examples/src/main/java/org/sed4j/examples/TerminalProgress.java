package org.sed4j.examples;

import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.PlainProgress;
import org.sed4j.core.run.Progress;

/** Progress as a bar with the time left and the speed, for a terminal; on standard error. */
public final class TerminalProgress implements Progress {
    private static final int MILLIS = 250;
    private static final double NANOS = 1e9;

    private final LongSupplier nanoClock;
    private final String unit;
    private @Nullable ProgressBar bar;
    private long firstDone;
    private long firstTime;

    private TerminalProgress(LongSupplier nanoClock, String unit) {
        this.nanoClock = nanoClock;
        this.unit = unit;
    }

    /**
     * What suits where standard error goes: a bar on a terminal, plain lines elsewhere, nothing if asked.
     *
     * @param unit what is counted, such as "agent steps"
     */
    public static Progress fitting(boolean quiet, boolean json, String unit) {
        if (quiet) {
            return Progress.silent();
        }
        return !json && onTerminal()
                ? new TerminalProgress(System::nanoTime, unit)
                : new PlainProgress(System.err::println, System::nanoTime, 2, unit);
    }

    /**
     * Whether a person looks on: standard input and output are a terminal, and error is taken to follow them.
     *
     * <p>Up to Java 21 there is a console only then; later there always is one, and it says so itself.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before Java 22
        }
    }

    @Override
    public void report(long done, long of, String label, Map<String, Double> figures) {
        ProgressBar shown = bar;
        if (shown == null) {
            firstDone = done;
            firstTime = nanoClock.getAsLong();
            shown = new ProgressBarBuilder()
                    .setTaskName("")
                    .setInitialMax(of)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(MILLIS)
                    .startsFrom(done, java.time.Duration.ZERO)
                    .hideEta()
                    .build();
            bar = shown;
        }
        shown.maxHint(of);
        shown.setExtraMessage(extra(label, done, of, figures));
        shown.stepTo(done);
    }

    private String extra(String label, long done, long of, Map<String, Double> figures) {
        StringBuilder text = new StringBuilder(" ").append(label).append(',');
        double seconds = (nanoClock.getAsLong() - firstTime) / NANOS;
        if (seconds > 0 && done > firstDone) {
            double perSecond = (done - firstDone) / seconds;
            text.append(' ')
                    .append(PlainProgress.speed(perSecond))
                    .append(' ')
                    .append(unit)
                    .append("/s, ");
            text.append(PlainProgress.duration((long) ((of - done) / perSecond)))
                    .append(" left");
        }
        figures.forEach((name, value) -> text.append(String.format(Locale.ROOT, " %s %.3g", name, value)));
        return text.toString();
    }

    @Override
    public void note(String line) {
        ProgressBar shown = bar;
        System.err.println(shown == null ? line : "\r" + line);
    }

    @Override
    public void close() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }
}
