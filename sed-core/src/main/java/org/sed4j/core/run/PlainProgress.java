package org.sed4j.core.run;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Progress in plain lines, at most one every so often: for logs, pipes and terminals without a cursor.
 *
 * <p>A line reads {@code round 12 of 100 | 12 % | 51.2k agent steps/s | 0:42 left | eta 0.53, gini 0.21}. The speed is
 * that of the last interval, so that a resumed run does not count what it did not do.
 */
public final class PlainProgress implements Progress {
    private static final double NANOS = 1e9;

    private final Consumer<String> line;
    private final LongSupplier nanoClock;
    private final long intervalNanos;
    private final String unit;

    private boolean begun;
    private long firstDone;
    private long firstTime;
    private long lastDone;
    private long lastTime;

    /**
     * Progress that hands out lines.
     *
     * @param line takes a line without its end
     * @param nanoClock nanoseconds since any moment, such as {@code System::nanoTime}
     * @param intervalSeconds least time between two lines; the first and the last report are always shown
     * @param unit what is counted, such as "agent steps"
     */
    public PlainProgress(Consumer<String> line, LongSupplier nanoClock, double intervalSeconds, String unit) {
        this.line = line;
        this.nanoClock = nanoClock;
        this.intervalNanos = (long) (intervalSeconds * NANOS);
        this.unit = unit;
    }

    @Override
    public void report(long done, long of, String label, Map<String, Double> figures) {
        long now = nanoClock.getAsLong();
        if (!begun) {
            begun = true;
            firstDone = done;
            firstTime = now;
        } else if (now - lastTime < intervalNanos && done < of) {
            return;
        }
        StringBuilder text = new StringBuilder(label);
        text.append(String.format(Locale.ROOT, " | %.0f %%", of > 0 ? 100.0 * done / of : 100));
        if (now > firstTime && done > firstDone) {
            double recent = now > lastTime ? (done - lastDone) * NANOS / (now - lastTime) : 0;
            double mean = (done - firstDone) * NANOS / (now - firstTime);
            text.append(" | ").append(speed(recent)).append(' ').append(unit).append("/s | ");
            text.append(done < of ? duration((long) ((of - done) / mean)) + " left" : duration(seconds(now)));
        }
        String gap = " | ";
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            text.append(gap).append(figure.getKey()).append(' ').append(brief(figure.getValue()));
            gap = ", ";
        }
        lastDone = done;
        lastTime = now;
        line.accept(text.toString());
    }

    private long seconds(long now) {
        return (long) ((now - firstTime) / NANOS);
    }

    @Override
    public void note(String text) {
        line.accept(text);
    }

    @Override
    public void close() {}

    /** Hours, minutes and seconds, such as 1:02:09 or 0:42. */
    public static String duration(long seconds) {
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** A speed in three digits, such as 950, 51.2k or 1.31M. */
    public static String speed(double perSecond) {
        double value = Math.abs(perSecond);
        String suffix = "";
        if (value >= 999_500) {
            value /= 1e6;
            suffix = "M";
        } else if (value >= 999.5) {
            value /= 1e3;
            suffix = "k";
        }
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value) + suffix;
    }

    private static String brief(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.3g", value);
    }
}
