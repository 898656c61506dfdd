package org.sed4j.envs.matrix;

/**
 * Who plays: choices and types of each follower, and how often type profiles come. Its arrays are never written.
 *
 * <p>Profiles are numbered as {@link org.sed4j.core.stackelberg.Profiles} does, the last follower's choice fastest.
 *
 * @param actions |A_i|
 * @param types |T_i|
 * @param until by type profile: the probability of it or one before it
 */
record Seats(int[] actions, int[] types, double[] until) {

    /** A follower's type in a type profile. */
    int type(int profile, int follower) {
        int rest = profile;
        for (int i = types.length - 1; i > follower; i--) {
            rest /= types[i];
        }
        return rest % types[follower];
    }

    /** The number of a joint action; a choice that a follower does not have counts as its last. */
    int profile(int[] joint) {
        int profile = 0;
        for (int i = 0; i < actions.length; i++) {
            int choice = joint[i] < actions[i] ? joint[i] : actions[i] - 1;
            profile = profile * actions[i] + choice;
        }
        return profile;
    }

    /** The type profile that a number in [0, 1) draws. */
    int drawn(double uniform) {
        int profile = 0;
        while (profile < until.length - 1 && uniform >= until[profile]) {
            profile++;
        }
        return profile;
    }
}
