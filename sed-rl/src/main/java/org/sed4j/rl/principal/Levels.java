package org.sed4j.rl.principal;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;

/**
 * The discrete actions of a principal that sets each entry of a design to one of a few levels, or keeps it: one head of
 * L + 1 choices an entry, choice L keeps.
 *
 * <p>In the apple-picking game: rates 0, 0.1, ..., 1 and "keep", for each of three brackets (paper 002, appendix A:
 * "separate, discrete, action subspaces for each tax bracket"; the levels are those of the published code).
 */
public final class Levels {
    /** Slack in comparing a level with a cap, so that 0.30000001 passes a cap of 0.3. */
    private static final double SLACK = 1e-6;

    private final int entries;
    private final double[] levels;
    private final boolean keeps;

    private Levels(int entries, double[] levels, boolean keeps) {
        this.entries = entries;
        this.levels = levels;
        this.keeps = keeps;
    }

    /**
     * {@code count} levels from the low to the high bound of a box, evenly spaced, and "keep".
     *
     * @throws IllegalArgumentException if there are fewer than two levels, or the bounds differ between entries or are
     *     infinite
     */
    public static Levels even(DesignSpace.Box space, int count) {
        return even(space, count, true);
    }

    /**
     * {@code count} levels from the low to the high bound of a box, evenly spaced.
     *
     * @param keeps whether an entry may also be kept; if not, that choice is always masked
     * @throws IllegalArgumentException as above
     */
    public static Levels even(DesignSpace.Box space, int count, boolean keeps) {
        Require.atLeast(count, 2, "levels of a rate");
        double low = space.low().get(0);
        double high = space.high().get(0);
        for (int j = 0; j < space.dimension(); j++) {
            Require.that(
                    space.low().get(j) == low && space.high().get(j) == high && Double.isFinite(high - low),
                    "bounds of " + space.names().get(j),
                    space.low().get(j) + ", " + space.high().get(j),
                    "must be finite and the same for all entries",
                    "a principal with levels was given an unbounded design");
        }
        double[] levels = new double[count];
        for (int l = 0; l < count; l++) {
            levels[l] = low + (high - low) * l / (count - 1);
        }
        return new Levels(space.dimension(), levels, keeps);
    }

    /** k, the entries of a design. */
    public int entries() {
        return entries;
    }

    /** Choices of each head: the levels and "keep". */
    public List<Integer> heads() {
        return java.util.Collections.nCopies(entries, levels.length + 1);
    }

    /** The choice that keeps an entry as it is. */
    public int keep() {
        return levels.length;
    }

    /** How many equally likely choices an entry has when nothing is capped. */
    int open() {
        return keeps ? levels.length + 1 : levels.length;
    }

    /** The value of a level. */
    public double level(int choice) {
        return levels[choice];
    }

    /** The entry after {@code choice}, {@code now} being in force. */
    public float apply(int choice, float now) {
        return choice == levels.length ? now : (float) levels[choice];
    }

    /**
     * Allows what leaves each entry at or below a cap: the two-phase curriculum's bound on the rate that can be set.
     *
     * @param now the k entries in force
     * @param mask one byte a choice, written
     */
    public void allow(float[] now, double cap, byte[] mask, int at) {
        Arrays.fill(mask, at, at + entries * (levels.length + 1), (byte) 0);
        for (int j = 0; j < entries; j++) {
            int head = at + j * (levels.length + 1);
            mask[head] = 1; // the lowest level is always open
            for (int l = 1; l < levels.length; l++) {
                mask[head + l] = (byte) (levels[l] <= cap + SLACK ? 1 : 0);
            }
            mask[head + levels.length] = (byte) (keeps && now[j] <= cap + SLACK ? 1 : 0);
        }
    }
}
