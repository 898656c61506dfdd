package org.sed4j.core.pomg.conformance;

import java.util.Arrays;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Seed;

/** Checks of the rewards of a {@link Settlement} and of their gradient. */
final class SettlementChecks {
    /** Half the distance of a difference quotient, as a share of the range of an entry. */
    private static final double STEP = 1e-2;
    /** Rewards are floats: 1e-7 of their size, divided by the step, leaves this much in a quotient. */
    private static final double TOLERANCE = 1e-2;

    private final Supplier<? extends World> maker;
    private final int steps;
    private final Seed seed;

    SettlementChecks(Supplier<? extends World> maker, int steps, Seed seed) {
        this.maker = maker;
        this.steps = steps;
        this.seed = seed;
    }

    /** Whether there is something to check. */
    boolean apply() {
        return maker.get() instanceof Settlement;
    }

    /** Rewards are a function of ledger and design: another instance pays the same, and paying writes no state. */
    void rewardsAreAFunction() {
        Subject s = subject();
        Settlement stranger = (Settlement) maker.get();
        for (int t = 0; t < steps; t++) {
            s.live();
            float[] ledger = ((Settlement) s.world).ledger().clone();
            float[] kept = ledger.clone();
            var before = s.bytes();
            float[] one = filled(s.rewards.length, 1e30f);
            float[] other = filled(s.rewards.length, -1e30f);
            ((Settlement) s.world).rewards(ledger, s.design, one);
            stranger.rewards(ledger, s.design, other);
            if (!Arrays.equals(one, other)) {
                throw Conformance.failed(
                        "rewards pays " + Arrays.toString(one) + " in one world and " + Arrays.toString(other)
                                + " in another for the same ledger and design",
                        "it reads the world's state; put what it needs into the ledger");
            }
            for (float reward : one) {
                if (!Float.isFinite(reward)) {
                    throw Conformance.failed("rewards pays " + reward, "it divides by zero");
                }
            }
            if (!before.equals(s.bytes()) || !Arrays.equals(ledger, kept)) {
                throw Conformance.failed("rewards writes the state or the ledger", "that belongs into step");
            }
        }
    }

    /** Pullback adds the gradient of rewards, as difference quotients see it; entries at a kink are passed over. */
    void pullbackIsTheGradient() {
        Subject s = subject();
        if (!(s.spaces.design() instanceof DesignSpace.Box box)) {
            return;
        }
        for (int t = 0; t < steps; t++) {
            s.live();
            Settlement world = (Settlement) s.world;
            float[] ledger = world.ledger().clone();
            float[] cotangent = new float[s.rewards.length];
            s.rng.seat(seed.named("cotangent").key(), t);
            for (int i = 0; i < cotangent.length; i++) {
                cotangent[i] = 2 * s.rng.unit() - 1;
            }
            float[] gradient = filled(s.design.length, 5);
            world.pullback(ledger, s.design, cotangent, gradient);
            for (int j = 0; j < gradient.length; j++) {
                compare(new Quotient(world, ledger, s.design.clone(), cotangent), box, j, gradient[j] - 5);
            }
        }
    }

    private static void compare(Quotient quotient, DesignSpace.Box box, int j, double gradient) {
        double low = Lots.low(box, j);
        double high = Lots.high(box, j);
        float step = (float) ((high - low) * STEP);
        float at = quotient.design[j];
        if (at - step < low || at + step > high) {
            return;
        }
        double here = quotient.at(j, at);
        double behind = (here - quotient.at(j, at - step)) / step;
        double ahead = (quotient.at(j, at + step) - here) / step;
        double size = Math.max(1, Math.max(Math.abs(behind), Math.abs(ahead)));
        boolean kink = Math.abs(ahead - behind) > 10 * TOLERANCE * size;
        if (!kink && Math.abs((behind + ahead) / 2 - gradient) > TOLERANCE * size) {
            throw Conformance.failed(
                    "pullback adds " + gradient + " for entry " + j + " ("
                            + box.names().get(j) + ") of the design, rewards change by " + (behind + ahead) / 2,
                    "a term or a sign is missing, or it writes where it should add");
        }
    }

    private Subject subject() {
        Subject s = new Subject(maker.get(), seed, seed);
        s.reset();
        return s;
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    /** cotangent · R as a function of one entry of the design. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: lives for one comparison
    private record Quotient(Settlement world, float[] ledger, float[] design, float[] cotangent) {
        double at(int j, float value) {
            float kept = design[j];
            design[j] = value;
            float[] rewards = new float[cotangent.length];
            world.rewards(ledger, design, rewards);
            design[j] = kept;
            double sum = 0;
            for (int i = 0; i < rewards.length; i++) {
                sum += (double) cotangent[i] * rewards[i];
            }
            return sum;
        }
    }
}
