package org.sed4j.core.stackelberg;

import java.util.Arrays;
import java.util.Objects;
import org.sed4j.core.game.Require;

/**
 * The set of profiles A = ×_i A_i of finitely many choices for each of n players, numbered from 0.
 *
 * <p>Profiles are counted as numbers are: the last player's choice changes fastest. With sizes (2, 3), profile 4 is (1, 1).
 * Used for joint actions, type profiles and strategy profiles alike. Immutable.
 */
public final class Profiles {
    /** More profiles than this are not enumerated: 2^24 doubles are 128 MiB. */
    public static final int LIMIT = 1 << 24;

    private final int[] sizes;
    private final int[] strides;
    private final int count;

    private Profiles(int[] sizes, int[] strides, int count) {
        this.sizes = sizes;
        this.strides = strides;
        this.count = count;
    }

    /**
     * The profiles of players with that many choices each.
     *
     * @throws IllegalArgumentException if a player has no choice, or there are more than {@link #LIMIT} profiles
     */
    public static Profiles of(int... sizes) {
        int[] strides = new int[sizes.length];
        long count = 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            Require.that(
                    sizes[i] >= 1, "choices of player " + i, sizes[i], "must be at least 1", "an action set is empty");
            strides[i] = (int) Math.min(count, Integer.MAX_VALUE);
            count = Math.multiplyHigh(count, (long) sizes[i]) != 0 ? Long.MAX_VALUE : count * sizes[i];
        }
        enumerable(count, "profiles of choices " + Arrays.toString(sizes));
        return new Profiles(sizes.clone(), strides, (int) count);
    }

    /**
     * Refuses to enumerate more than {@link #LIMIT} things.
     *
     * @param what the things, in the plural
     * @throws IllegalArgumentException with the count and the limit
     */
    public static int enumerable(double count, String what) {
        Require.that(
                count <= LIMIT,
                "number of " + what,
                count < 1e15 ? String.valueOf((long) count) : String.valueOf(count),
                "must be at most " + LIMIT + " to be enumerated",
                "the game is too large for an exact method");
        return (int) count;
    }

    /** n. */
    public int players() {
        return sizes.length;
    }

    /** |A_i|. */
    public int size(int player) {
        return sizes[player];
    }

    /** |A|, the number of profiles; 1 if there is no player. */
    public int count() {
        return count;
    }

    /** The number of a profile, one choice for each player. */
    public int index(int... profile) {
        int index = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (profile[i] < 0 || profile[i] >= sizes[i]) {
                throw new IndexOutOfBoundsException(
                        "choice (" + profile[i] + ") of player " + i + " must be from 0 to " + (sizes[i] - 1));
            }
            index += strides[i] * profile[i];
        }
        return index;
    }

    /**
     * The choices in a profile.
     *
     * @throws IndexOutOfBoundsException if there is no such profile
     */
    public int[] at(int index) {
        Objects.checkIndex(index, count);
        int[] profile = new int[sizes.length];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = choice(index, i);
        }
        return profile;
    }

    /** Player i's choice in a profile. */
    public int choice(int index, int player) {
        return index / strides[player] % sizes[player];
    }

    /** The profile (a'_i, a_-i): player i's choice replaced. */
    public int with(int index, int player, int choice) {
        return index + (choice - choice(index, player)) * strides[player];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profiles that && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return "Profiles" + Arrays.toString(sizes);
    }
}
