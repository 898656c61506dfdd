package org.sed4j.rl.metagradient;

import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.rl.network.Rows;

/** Enacts, wherever a decision is due, what an incentive function gives for the state and the actions about to be played. */
public final class IncentiveGovernment implements Government<Pomg> {
    private final IncentiveFunction incentives;
    private final int cells;
    private final int numbers;
    private final Context context;
    private double[] designs = {};
    private FloatTensor wishes = FloatTensor.zeros(0);

    /** Governs economies of those spaces at the η that the function last took up. */
    public IncentiveGovernment(IncentiveFunction incentives, Spaces spaces) {
        this(incentives, spaces, Context.NONE);
    }

    /** The same in a round of which that is known. */
    public IncentiveGovernment(IncentiveFunction incentives, Spaces spaces, Context context) {
        this.context = context;
        this.incentives = incentives;
        this.cells = spaces.principalCodes().cells();
        this.numbers = spaces.principalNumbers().size();
    }

    @Override
    public void decide(Pomg economy) {
        int k = incentives.entries();
        int batch = economy.batch();
        if (designs.length != batch * k) {
            designs = new double[batch * k];
            wishes = FloatTensor.zeros(batch, k);
        }
        Tensors now = economy.now();
        Rows seen = (first, count, toCodes, toNumbers) -> {
            now.principalCodes().view().get(first * cells, toCodes, 0, count * cells);
            now.principalNumbers().view().get(first * numbers, toNumbers, 0, count * numbers);
        };
        incentives.decide(context.after(seen, numbers), batch, designs);
        for (int at = 0; at < designs.length; at++) {
            wishes.set(at, (float) designs[at]);
        }
        economy.enactWhereDue(wishes);
    }
}
