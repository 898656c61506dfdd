package org.sed4j.voting.rule;

/** Every choice of k of n things, one after the other. */
final class Combinations {
    private Combinations() {}

    /** 0, 1, ..., k-1. */
    static int[] first(int k) {
        int[] chosen = new int[k];
        for (int i = 0; i < k; i++) {
            chosen[i] = i;
        }
        return chosen;
    }

    /** The next combination of {@code n} in lexicographic order, in place; false after the last. */
    static boolean next(int[] chosen, int n) {
        int i = chosen.length - 1;
        while (i >= 0 && chosen[i] == n - chosen.length + i) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        chosen[i]++;
        for (int j = i + 1; j < chosen.length; j++) {
            chosen[j] = chosen[j - 1] + 1;
        }
        return true;
    }
}
