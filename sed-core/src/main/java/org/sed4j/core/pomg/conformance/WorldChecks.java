package org.sed4j.core.pomg.conformance;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Checks of one world, called directly. */
final class WorldChecks {
    private static final byte ONE = 99;
    private static final byte OTHER = -55;

    private final Supplier<? extends World> maker;
    private final int steps;
    private final Seed seed;

    WorldChecks(Supplier<? extends World> maker, int steps, Seed seed) {
        this.maker = maker;
        this.steps = steps;
        this.seed = seed;
    }

    private Subject subject(Seed own) {
        return new Subject(maker.get(), own, seed);
    }

    /** Methods that look write no state and leave the design alone. */
    void lookingWritesNoState() {
        Subject s = subject(seed);
        s.reset();
        View view = new View(s.spaces.codes().cells(), s.spaces.numbers().size());
        View principal = new View(
                s.spaces.principalCodes().cells(), s.spaces.principalNumbers().size());
        float[] measures = new float[s.spaces.players() * s.spaces.measures().size()];
        float[] gauges = new float[s.spaces.gauges().size()];
        byte[] mask = new byte[s.spaces.choices()];
        for (int t = 0; t < steps; t++) {
            s.live();
            for (int i = 0; i < s.spaces.players(); i++) {
                int player = i;
                unchanged(s, "observe", () -> s.world.observe(player, s.design, view));
                unchanged(s, "allowed", () -> s.world.allowed(player, s.design, mask));
            }
            unchanged(s, "consult", () -> s.world.consult(s.actions, s.design, principal));
            unchanged(s, "due", s.world::due);
            unchanged(s, "terminated", s.world::terminated);
            unchanged(s, "truncated", s.world::truncated);
            unchanged(s, "measure", () -> s.world.measure(measures));
            unchanged(s, "gauge", () -> s.world.gauge(gauges));
        }
    }

    private static void unchanged(Subject s, String method, Runnable call) {
        ByteBuffer before = s.bytes();
        float[] design = s.design.clone();
        call.run();
        ByteBuffer after = s.bytes();
        if (!before.equals(after)) {
            throw Conformance.failed(
                    method + " writes the state " + s.difference(before, after) + ": it may only look",
                    "the field is scratch and should be transient, or belongs into step");
        }
        if (!Arrays.equals(design, s.design)) {
            throw Conformance.failed(method + " writes into the design", "a copy was meant");
        }
    }

    /** What is shown is filled in whole, within range and finite. */
    void viewsAreWhole() {
        Subject s = subject(seed);
        s.reset();
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < s.spaces.players(); i++) {
                int player = i;
                view("observe", s.spaces.codes(), s.spaces.numbers().size(), v -> s.world.observe(player, s.design, v));
            }
            s.live();
            Spaces sp = s.spaces;
            view(
                    "consult",
                    sp.principalCodes(),
                    sp.principalNumbers().size(),
                    v -> s.world.consult(s.actions, s.design, v));
            numbers("measure", new float[sp.players() * sp.measures().size()], s.world::measure);
            numbers("gauge", new float[sp.gauges().size()], s.world::gauge);
        }
    }

    private static void view(String method, Spaces.Grid grid, int length, Consumer<View> fill) {
        View one = new View(grid.cells(), length);
        View other = new View(grid.cells(), length);
        Arrays.fill(one.codes, ONE);
        Arrays.fill(other.codes, OTHER);
        fill.accept(other);
        numbers(method, one.numbers, numbers -> {
            System.arraycopy(numbers, 0, one.numbers, 0, numbers.length);
            fill.accept(one);
            System.arraycopy(one.numbers, 0, numbers, 0, numbers.length);
        });
        for (int c = 0; c < one.codes.length; c++) {
            if (one.codes[c] != other.codes[c]) {
                throw Conformance.failed(
                        method + " leaves cell " + c + " of the codes as it was",
                        "an Arrays.fill at its start is missing: what stood there before means nothing");
            }
            if (one.codes[c] < 0 || one.codes[c] >= grid.kinds()) {
                throw Conformance.failed(
                        method + " writes code " + one.codes[c] + " to cell " + c + ", codes are 0 to "
                                + (grid.kinds() - 1),
                        "Spaces.codes(height, width, kinds) counts too few kinds");
            }
        }
    }

    private static void numbers(String method, float[] out, Consumer<float[]> fill) {
        float[] one = new float[out.length];
        float[] other = new float[out.length];
        Arrays.fill(one, 1e30f);
        Arrays.fill(other, -3e-30f);
        fill.accept(one);
        fill.accept(other);
        for (int j = 0; j < one.length; j++) {
            if (Float.floatToIntBits(one[j]) != Float.floatToIntBits(other[j])) {
                throw Conformance.failed(
                        method + " leaves number " + j + " as it was", "it adds where it should write, or skips one");
            }
            if (!Float.isFinite(one[j])) {
                throw Conformance.failed(method + " writes " + one[j] + " as number " + j, "it divides by zero");
            }
        }
    }

    /** Masks are 0 and 1, written in whole, with a choice left for every head. */
    void masksLeaveAChoice() {
        Subject s = subject(seed);
        s.reset();
        for (int t = 0; s.spaces.masked() && t < steps; t++) {
            for (int i = 0; i < s.spaces.players(); i++) {
                mask(s, i);
            }
            s.live();
        }
    }

    private static void mask(Subject s, int player) {
        byte[] one = new byte[s.spaces.choices()];
        byte[] other = new byte[one.length];
        Arrays.fill(one, ONE);
        Arrays.fill(other, OTHER);
        s.world.allowed(player, s.design, one);
        s.world.allowed(player, s.design, other);
        int at = 0;
        for (int head = 0; head < s.spaces.heads(); head++) {
            int legal = 0;
            for (int choice = 0; choice < s.spaces.actions().get(head); choice++, at++) {
                if (one[at] != other[at] || one[at] < 0 || one[at] > 1) {
                    throw Conformance.failed(
                            "allowed writes " + one[at] + " for choice " + choice + " of head " + head
                                    + ", masks are 0 or 1 and written in whole",
                            "it writes only what is forbidden: the mask may hold anything before");
                }
                legal += one[at];
            }
            if (legal == 0) {
                throw Conformance.failed(
                        "allowed leaves player " + player + " no choice of head " + head,
                        "an action that does nothing should stay allowed");
            }
        }
    }

    /** Step is a function of state, actions, design and draws; it pays every player a finite reward. */
    void stepIsAFunction() {
        Subject s = subject(seed);
        s.reset();
        for (int t = 0; t < steps; t++) {
            s.choose();
            ByteBuffer before = s.bytes();
            long tick = s.tick();
            Arrays.fill(s.rewards, 1e30f);
            s.step();
            float[] paid = s.rewards.clone();
            ByteBuffer after = s.bytes();
            s.take(before);
            s.at(tick);
            Arrays.fill(s.rewards, -1e30f);
            s.step();
            if (!after.equals(s.bytes())) {
                throw Conformance.failed(
                        "step from one state with the same draws leads to two states; they differ in "
                                + s.difference(after, s.bytes()),
                        "it draws chance elsewhere than from rng, or reads something outside the world");
            }
            for (int i = 0; i < paid.length && !(s.world instanceof Settlement); i++) {
                if (paid[i] != s.rewards[i] || !Float.isFinite(paid[i])) {
                    throw Conformance.failed(
                            "step pays player " + i + " " + paid[i] + ", and " + s.rewards[i] + " when asked again",
                            "rewards are added to instead of written, or divided by zero");
                }
            }
            if (s.world.terminated() || s.world.truncated()) {
                s.reset();
            }
        }
    }

    /** Reset draws the same state in a new world and in one that has lived. */
    void resetForgets() {
        Subject old = subject(seed);
        play(old);
        Subject fresh = subject(seed);
        old.at(7);
        fresh.at(7);
        old.reset();
        fresh.reset();
        if (!old.bytes().equals(fresh.bytes())) {
            throw Conformance.failed(
                    "reset keeps something of the life before: " + old.difference(old.bytes(), fresh.bytes()),
                    "reset does not write that field");
        }
    }

    /** If chance is drawn, another seed brings another life: other states or rewards on the way, wherever it ends. */
    void seedsMatter() {
        Subject first = subject(seed.at(0));
        long life = life(first);
        boolean differs = false;
        for (int other = 1; other < 16 && !differs; other++) {
            differs = life(subject(seed.at(other))) != life;
        }
        if (first.drew() && !differs) {
            throw Conformance.failed(
                    "16 seeds lead to one and the same life, though chance is drawn",
                    "what is drawn is not used, or reseeded");
        }
    }

    /** A hash of all states and rewards of a life. */
    private long life(Subject s) {
        s.reset();
        long hash = s.bytes().hashCode();
        for (int t = 0; t < steps; t++) {
            s.live();
            hash = Rng.mix(31 * hash + s.bytes().hashCode()) + Arrays.hashCode(s.rewards);
        }
        return hash;
    }

    private void play(Subject s) {
        s.reset();
        for (int t = 0; t < steps; t++) {
            s.live();
        }
    }
}
