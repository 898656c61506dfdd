package org.sed4j.rl.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * The discrete actions of a principal that sets each entry of a design to one of a few levels of that entry's own, or keeps it:
 * one head of L + 1 choices an entry, choice L keeps.
 *
 * <p>In the apple-picking game: rates 0, 0.1, ..., 1 and "keep", for each of three brackets (paper 002, appendix A:
 * "separate, discrete, action subspaces for each tax bracket"; the levels are those of the published code).
 */
public final class Levels implements DesignHead {
    /** Slack in comparing a level with a cap, so that 0.30000001 passes a cap of 0.3; a share of the entry's width. */
    private static final double SLACK = 1e-6;

    private final DesignSpace.Box space;
    private final double[][] levels;
    private final boolean keeps;
    private final ActionFamily family;

    private Levels(DesignSpace.Box space, double[][] levels, boolean keeps) {
        this.space = space;
        this.levels = levels;
        this.keeps = keeps;
        this.family = ActionFamily.choices(heads());
    }

    /**
     * {@code count} levels from the low to the high bound of each entry, evenly spaced, and "keep".
     *
     * @throws IllegalArgumentException if there are fewer than two levels, or a bound is infinite
     */
    public static Levels even(DesignSpace.Box space, int count) {
        return even(space, count, true);
    }

    /**
     * {@code count} levels from the low to the high bound of each entry, evenly spaced.
     *
     * @param keeps whether an entry may also be kept; if not, that choice is always masked
     * @throws IllegalArgumentException as above
     */
    public static Levels even(DesignSpace.Box space, int count, boolean keeps) {
        Require.atLeast(count, 2, "levels of an entry");
        DesignHead.bounded(space, "a head of levels");
        double[][] levels = new double[space.dimension()][count];
        for (int j = 0; j < levels.length; j++) {
            double low = space.low().get(j);
            double high = space.high().get(j);
            for (int l = 0; l < count; l++) {
                levels[j][l] = low + (high - low) * l / (count - 1);
            }
        }
        return new Levels(space, levels, keeps);
    }

    /**
     * Levels as given.
     *
     * @param levels for each entry of the space, in increasing order and within its bounds, at least two
     * @param keeps whether an entry may also be kept
     */
    public static Levels of(DesignSpace.Box space, List<List<Double>> levels, boolean keeps) {
        Require.that(
                levels.size() == space.dimension(),
                "lists of levels",
                levels.size(),
                "must be one for each of " + space.names(),
                "they were made for another economy");
        double[][] values = new double[levels.size()][];
        for (int j = 0; j < values.length; j++) {
            String name = space.names().get(j);
            values[j] = levels.get(j).stream().mapToDouble(Double::doubleValue).toArray();
            Require.atLeast(values[j].length, 2, "levels of " + name);
            for (int l = 0; l < values[j].length; l++) {
                Require.within(values[j][l], space.low().get(j), space.high().get(j), "level " + l + " of " + name);
                Require.that(
                        l == 0 || values[j][l] > values[j][l - 1],
                        "levels of " + name,
                        levels.get(j),
                        "must increase",
                        "they are not in order");
            }
        }
        return new Levels(DesignHead.bounded(space, "a head of levels"), values, keeps);
    }

    @Override
    public int entries() {
        return levels.length;
    }

    @Override
    public ActionFamily family() {
        return family;
    }

    /** Choices of each head: the levels and "keep". */
    public List<Integer> heads() {
        List<Integer> sizes = new ArrayList<>();
        for (double[] own : levels) {
            sizes.add(own.length + 1);
        }
        return sizes;
    }

    /** The choice that keeps entry j as it is. */
    public int keep(int j) {
        return levels[j].length;
    }

    /** The value of a level of entry j. */
    public double level(int j, int choice) {
        return levels[j][choice];
    }

    @Override
    public void apply(int[] actions, int at, Reach reach, float[] law, int lawAt) {
        for (int j = 0; j < levels.length; j++) {
            int choice = actions[at + j];
            if (choice != keep(j)) {
                double low = space.low().get(j);
                float level = (float) levels[j][choice];
                law[lawAt + j] = reach.scale() == 1 ? level : (float) (low + reach.scale() * (level - low));
            }
        }
    }

    /** Allows what leaves each entry at or below the cap; the lowest level always. */
    @Override
    public void allow(float[] law, int lawAt, Reach reach, byte[] mask, int maskAt) {
        int head = maskAt;
        for (int j = 0; j < levels.length; j++) {
            double low = space.low().get(j);
            double width = space.high().get(j) - low;
            double most = low + (reach.cap() + SLACK) * width;
            mask[head] = 1;
            for (int l = 1; l < levels[j].length; l++) {
                mask[head + l] = (byte) (levels[j][l] <= most ? 1 : 0);
            }
            mask[head + levels[j].length] = (byte) (keeps && law[lawAt + j] <= most ? 1 : 0);
            head += levels[j].length + 1;
        }
    }

    /** Each level equally likely, and "keep" with them if entries may be kept. */
    @Override
    public void anything(Rng rng, int[] actions, int at) {
        for (int j = 0; j < levels.length; j++) {
            actions[at + j] = rng.below(keeps ? levels[j].length + 1 : levels[j].length);
        }
    }

    @Override
    public String toString() {
        return "levels " + Arrays.deepToString(levels) + (keeps ? " and keep" : "");
    }
}
