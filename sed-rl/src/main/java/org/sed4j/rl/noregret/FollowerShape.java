package org.sed4j.rl.noregret;

import org.sed4j.core.stackelberg.BayesianGame;

/**
 * Who plays a game: how many types and actions each follower has, and how type and action profiles are numbered, the last
 * follower's choice changing fastest ({@link org.sed4j.core.stackelberg.Profiles}).
 *
 * <p>A record, so that a world that holds it takes it for configuration. Its arrays are never written.
 *
 * @param typeSizes |T_i|
 * @param actionSizes |A_i|
 * @param typeProfiles |T|
 * @param profiles |A|
 * @param prior of type profiles
 */
record FollowerShape(int[] typeSizes, int[] actionSizes, int typeProfiles, int profiles, double[] prior) {

    static FollowerShape of(BayesianGame game) {
        int n = game.players();
        int[] types = new int[n];
        int[] actions = new int[n];
        for (int i = 0; i < n; i++) {
            types[i] = game.typeProfiles().size(i);
            actions[i] = game.profiles().size(i);
        }
        return new FollowerShape(
                types,
                actions,
                game.typeProfiles().count(),
                game.profiles().count(),
                game.prior().toArray());
    }

    /** Where a follower's actions begin when all followers' stand in one row; for n, how many there are. */
    int start(int follower) {
        int start = 0;
        for (int i = 0; i < follower; i++) {
            start += actionSizes[i];
        }
        return start;
    }

    /** The most actions that a follower has. */
    int mostActions() {
        int most = 0;
        for (int size : actionSizes) {
            most = Math.max(most, size);
        }
        return most;
    }

    /** Whose action stands at an index of that row. */
    int owner(int cell) {
        int follower = 0;
        for (int left = cell; left >= actionSizes[follower]; follower++) {
            left -= actionSizes[follower];
        }
        return follower;
    }

    /** A follower's type in a type profile. */
    int type(int typeProfile, int follower) {
        return digit(typeSizes, typeProfile, follower);
    }

    /** A follower's action in an action profile. */
    int choice(int profile, int follower) {
        return digit(actionSizes, profile, follower);
    }

    /** The profile with that follower's action replaced. */
    int with(int profile, int follower, int choice) {
        int stride = 1;
        for (int i = actionSizes.length - 1; i > follower; i--) {
            stride *= actionSizes[i];
        }
        return profile + (choice - choice(profile, follower)) * stride;
    }

    private static int digit(int[] sizes, int index, int follower) {
        int rest = index;
        for (int i = sizes.length - 1; i > follower; i--) {
            rest /= sizes[i];
        }
        return rest % sizes[follower];
    }
}
