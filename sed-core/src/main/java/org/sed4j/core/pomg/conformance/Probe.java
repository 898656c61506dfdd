package org.sed4j.core.pomg.conformance;

import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.state.Poison;
import org.sed4j.core.run.Rng;

/** A world with another one as its only part, which spills poison over that one's scratch before every call. */
class Probe implements World {
    final World inner;
    private final transient Poison poison;

    Probe(World inner) {
        this.inner = inner;
        this.poison = Poison.of(inner);
    }

    /** A probe of any world, a settlement if the world is one. */
    static Probe of(World inner) {
        return inner instanceof Settlement ? new Settling(inner) : new Probe(inner);
    }

    World spilled() {
        poison.spill();
        return inner;
    }

    @Override
    public Spaces spaces() {
        return spilled().spaces();
    }

    @Override
    public void reset(Rng rng) {
        spilled().reset(rng);
    }

    @Override
    public void adopt(float[] types) {
        spilled().adopt(types);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        spilled().step(actions, design, rng, rewards);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        spilled().observe(player, design, out);
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        spilled().allowed(player, design, mask);
    }

    @Override
    public boolean due() {
        return spilled().due();
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        spilled().consult(actions, design, out);
    }

    @Override
    public boolean terminated() {
        return spilled().terminated();
    }

    @Override
    public boolean truncated() {
        return spilled().truncated();
    }

    @Override
    public void measure(float[] out) {
        spilled().measure(out);
    }

    @Override
    public void gauge(float[] out) {
        spilled().gauge(out);
    }

    /** A probe of a settlement. */
    private static final class Settling extends Probe implements Settlement {
        Settling(World inner) {
            super(inner);
        }

        @Override
        public float[] ledger() {
            return ((Settlement) spilled()).ledger();
        }

        @Override
        public void rewards(float[] ledger, float[] design, float[] out) {
            ((Settlement) spilled()).rewards(ledger, design, out);
        }

        @Override
        public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
            ((Settlement) spilled()).pullback(ledger, design, cotangent, gradient);
        }
    }
}
