package org.sed4j.examples.guide;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;

/** A principal of one's own: it climbs, a step at a time, as long as the elected objective rises. */
public final class E03Principal implements Principal<Pomg> {
    private double rate;
    private double step = 0.1;
    private double last = Double.NEGATIVE_INFINITY;

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return Government.fixed(Design.of(rate)); // the economy pulls it into what may be enacted
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        double value = outcome.value(mandate.objective());
        step = value < last ? -step : step;
        last = value;
        rate = Math.min(1, Math.max(0, rate + step));
    }

    /** What it would do next, for ever. */
    @Override
    public Principal<Pomg> frozen() {
        return Principal.fixed(Design.of(rate));
    }

    @Override
    public Map<String, Double> figures() {
        return Map.of("value", last);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(rate);
        out.writeDouble(step);
        out.writeDouble(last);
    }

    @Override
    public void load(DataInput in) throws IOException {
        rate = in.readDouble();
        step = in.readDouble();
        last = in.readDouble();
    }
}
