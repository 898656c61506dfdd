package org.sed4j.core.pomg.conformance;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Seed;

/** Checks that a world does what its {@link Spaces} say, and no more. */
final class SpaceChecks {
    private final Supplier<? extends World> maker;
    private final int steps;
    private final Seed seed;

    SpaceChecks(Supplier<? extends World> maker, int steps, Seed seed) {
        this.maker = maker;
        this.steps = steps;
        this.seed = seed;
    }

    /** Every call reads and writes what the spaces have room for. */
    void callsStayInside() {
        Subject s = new Subject(maker.get(), seed, seed);
        s.reset();
        View view = new View(s.spaces.codes().cells(), s.spaces.numbers().size());
        View principal = new View(
                s.spaces.principalCodes().cells(), s.spaces.principalNumbers().size());
        float[] measures = new float[s.spaces.players() * s.spaces.measures().size()];
        float[] gauges = new float[s.spaces.gauges().size()];
        byte[] mask = new byte[s.spaces.choices()];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < s.spaces.players(); i++) {
                int player = i;
                inside(s, "allowed", () -> s.world.allowed(player, s.design, mask));
                inside(s, "observe", () -> s.world.observe(player, s.design, view));
            }
            s.choose();
            inside(s, "consult", () -> s.world.consult(s.actions, s.design, principal));
            inside(s, "step", s::step);
            inside(s, "measure", () -> s.world.measure(measures));
            inside(s, "gauge", () -> s.world.gauge(gauges));
            if (s.world.terminated() || s.world.truncated()) {
                s.reset();
            }
        }
    }

    private static void inside(Subject s, String method, Runnable call) {
        try {
            call.run();
        } catch (IndexOutOfBoundsException beyond) {
            AssertionError failed = Conformance.failed(
                    method + " goes beyond an array: " + beyond.getMessage() + ". The spaces ask for "
                            + s.spaces.players() + " players, actions " + s.spaces.actions() + ", numbers "
                            + s.spaces.numbers() + ", a design of " + s.design.length + ", measures "
                            + s.spaces.measures() + ", gauges " + s.spaces.gauges(),
                    "the Spaces leave out actions(...) or another part, or an index of the world's own is wrong");
            failed.initCause(beyond);
            throw failed;
        }
    }

    /** Who restricts actions says so: a mask that is not asked for is never looked at. */
    void masksAreAskedFor() {
        Subject s = new Subject(maker.get(), seed, seed);
        s.reset();
        byte[] mask = new byte[s.spaces.choices()];
        for (int t = 0; !s.spaces.masked() && t < steps; t++) {
            for (int i = 0; i < s.spaces.players(); i++) {
                Arrays.fill(mask, (byte) 1);
                s.world.allowed(i, s.design, mask);
                for (int choice = 0; choice < mask.length; choice++) {
                    if (mask[choice] != 1) {
                        throw Conformance.failed(
                                "allowed forbids choice " + choice + " of player " + i
                                        + ", and nobody is told: the spaces are not masked",
                                "masked() was left out of the Spaces");
                    }
                }
            }
            s.live();
        }
    }

    /** The design is the principal's: no step and no reset writes into it. */
    void designIsOnlyRead() {
        Subject s = new Subject(maker.get(), seed, seed);
        s.reset();
        for (int t = 0; t < steps; t++) {
            s.choose();
            float[] design = s.design.clone();
            s.step();
            if (!Arrays.equals(design, s.design)) {
                throw Conformance.failed("step writes into the design", "a copy was meant");
            }
            if (s.world.terminated() || s.world.truncated()) {
                s.reset();
            }
        }
    }
}
