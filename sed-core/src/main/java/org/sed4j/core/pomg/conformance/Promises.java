package org.sed4j.core.pomg.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The promises of a part, kept one after the other. */
final class Promises {
    private final String part;
    private final List<String> kept = new ArrayList<>();

    Promises(String part) {
        this.part = part;
    }

    /** What a part is called in messages. */
    static String name(Object part) {
        String simple = part.getClass().getSimpleName();
        return simple.isEmpty() ? part.getClass().getName() : simple;
    }

    void run(String promise, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | AssertionError thrown) {
            throw new AssertionError(part + " breaks a promise: " + promise + ". " + thrown.getMessage(), thrown);
        }
        kept.add(promise);
    }

    List<String> kept() {
        return List.copyOf(kept);
    }

    /** Two rings that must have lived and learned alike. */
    static void same(Ring one, Ring other, String what, String maybe) {
        String difference = one.difference(other);
        if (!difference.isEmpty()) {
            throw Conformance.failed(what + ", rounds differ:" + difference, maybe);
        }
        if (!Arrays.equals(Ring.saved(one.principal()), Ring.saved(other.principal()))
                || !Arrays.equals(Ring.saved(one.followers()), Ring.saved(other.followers()))) {
            throw Conformance.failed(what + ", rounds are alike and other bytes are saved", maybe);
        }
    }

    /** A ring that was stopped half way and one that took it up must be one that went through. */
    static void resumed(Ring whole, Ring stopped, Ring resumed, int half) {
        List<String> parts = new ArrayList<>(stopped.lived());
        parts.addAll(resumed.lived());
        for (int k = 0; k < 2 * half; k++) {
            if (!whole.lived().get(k).equals(parts.get(k))) {
                throw Conformance.failed(
                        (k < half ? "Two played from one seed" : "Resumed after round " + (half - 1))
                                + ", rounds differ:\n  " + whole.lived().get(k) + "\n  " + parts.get(k),
                        "save or load leaves out something that is learned, or that chance depends on");
            }
        }
        if (!Arrays.equals(whole.saved(), resumed.saved())) {
            throw Conformance.failed(
                    "Resumed, it lives the same and saves other bytes", "load does not take up all that save writes");
        }
    }

    /** Figures must have these names. */
    static void named(List<String> names, Map<String, Double> figures, int round) {
        if (!names.equals(List.copyOf(figures.keySet()))) {
            throw Conformance.failed(
                    "Figures are called " + names + " in round 0 and " + figures.keySet() + " in round " + round,
                    "what was not measured should be NaN, and the map should keep its order");
        }
    }
}
