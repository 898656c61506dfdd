package org.sed4j.core.pomg.engine;

import java.util.function.IntConsumer;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/** The designs in force in the worlds of a batch: proposed, checked and pulled at the {@link Gate}, taken up, published. */
final class Designs {
    private final Roster roster;
    private final Tensors now;
    private final Spaces spaces;
    private final int k;
    /** [B,k]: what a principal asks for, before it is known whether it may. */
    private final float[] proposed;

    private final IntConsumer checking;
    private final IntConsumer taking;

    private Gate gate;

    Designs(Roster roster, Spaces spaces, Tensors now, FeasibleSet feasible) {
        this.roster = roster;
        this.now = now;
        this.spaces = spaces;
        this.k = spaces.design().dimension();
        this.proposed = new float[roster.designs().length];
        this.gate = new Gate(feasible);
        this.checking = b -> gate.pull(proposed, b * k, b);
        this.taking = b -> System.arraycopy(proposed, b * k, roster.designs(), b * k, k);
    }

    FeasibleSet feasible() {
        return gate.feasible();
    }

    /** Says what may be enacted from now on. */
    void admit(FeasibleSet feasible, DesignGame.Reference centre) {
        Require.that(
                feasible.space().dimension() == k,
                "entries of a feasible design",
                feasible.space().names(),
                "must be the economy's " + spaces.design().names(),
                "the design game was made for another economy");
        boolean own = centre == DesignGame.Reference.INCUMBENT && !feasible.isUnconstrained();
        gate = own ? new Gate(feasible, roster.designs().clone()) : new Gate(feasible);
    }

    /** World {@code to} is measured from where world {@code from} there is measured from. */
    void centre(Designs there, int from, int to) {
        gate = gate.centred(there.gate, from, to, roster.size());
    }

    /** The design in force in a world, in Φ: bounds that were rounded to floats are bounds again. */
    Design law(int b) {
        double[] values = new double[k];
        for (int j = 0; j < k; j++) {
            values[j] = roster.designs()[b * k + j];
        }
        return Design.of(gate.unrounded(values));
    }

    /** Puts one design in force everywhere, as far as it may be. */
    void enact(Design wanted) {
        Require.that(
                wanted.size() == k,
                "entries of a design",
                wanted.size(),
                "must be " + k + ", one for each of " + spaces.design().names(),
                "it was made for another economy");
        float[] values = wanted.toFloats();
        for (int b = 0; b < roster.size(); b++) {
            System.arraycopy(values, 0, proposed, b * k, k);
            gate.pull(proposed, b * k, b);
        }
        System.arraycopy(proposed, 0, roster.designs(), 0, proposed.length);
        publish();
    }

    /** Puts one design in force everywhere. */
    void put(Design wanted) {
        float[] values = wanted.toFloats();
        for (int b = 0; b < roster.size(); b++) {
            System.arraycopy(values, 0, roster.designs(), b * k, k);
        }
        publish();
    }

    /** Puts each world's design in force, if all of them may be enacted: everywhere, or where worlds are due. */
    void enact(FloatTensor wanted, Shards shards, boolean whereDue) {
        Require.that(
                wanted.length() == proposed.length,
                "entries of the designs",
                wanted.length(),
                "must be " + proposed.length,
                "it was made for another batch");
        HostSide.reads(wanted.array());
        wanted.view().get(0, proposed);
        shards.each(whereDue, checking);
        shards.each(whereDue, taking);
        publish();
    }

    /** Shows what is in force. */
    void publish() {
        now.design().view().put(0, roster.designs());
        HostSide.wrote(now.design().array());
    }
}
