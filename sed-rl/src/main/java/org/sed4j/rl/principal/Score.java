package org.sed4j.rl.principal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/**
 * The elected objective of each world, of a round so far or of its last step, and what it gained since last asked. Where it is
 * undefined nothing is gained, and what was gained meanwhile counts once it is defined again.
 */
final class Score {
    private static final int REWARD = -1;

    private final Objective objective;
    /** Whether flows are of all steps so far; else of the last one. */
    private final boolean running;

    private final Spaces spaces;
    /** Which measures are read: a column each of the measures' tensor, or the reward. */
    private final List<Integer> columns = new ArrayList<>();

    private final List<Ledger> ledgers = new ArrayList<>();
    private final float[] designs;
    private final double[] last;
    private final double[] first;
    private final int k;

    Score(Objective objective, Pomg economy, PpoPrincipal.Reward kind) {
        this.running = kind == PpoPrincipal.Reward.PERIOD_CHANGE;
        this.objective = objective;
        this.spaces = economy.spaces();
        for (String measure : objective.measures()) {
            columns.add(measure.equals(Outcome.REWARD) ? REWARD : known("measure", measure, spaces.measures()));
        }
        for (String gauge : objective.gauges()) {
            known("gauge", gauge, spaces.gauges());
        }
        this.k = spaces.design().dimension();
        this.designs = new float[economy.batch() * k];
        this.last = new double[economy.batch()];
        economy.now().design().view().get(0, designs);
        for (int b = 0; b < last.length; b++) {
            Ledger ledger = new Ledger();
            ledger.read(economy.now(), b, true);
            ledgers.add(ledger);
            last[b] = value(b);
        }
        this.first = last.clone();
    }

    private int known(String kind, String name, List<String> names) {
        int at = names.indexOf(name);
        Require.that(
                at >= 0,
                kind + " of the objective",
                name,
                "must be " + (kind.equals("measure") ? "\"" + Outcome.REWARD + "\" or " : "") + "one of " + names,
                "the objective was made for another economy");
        return at;
    }

    /** Adds the step just taken. */
    void add(Tensors now) {
        now.design().view().get(0, designs);
        for (int b = 0; b < last.length; b++) {
            ledgers.get(b).read(now, b, false);
        }
    }

    private double value(int world) {
        return objective.value(Design.of(designs, world * k, k), ledgers.get(world));
    }

    /** O now minus O when last asked (or at the start), in one world. */
    double gainSinceLast(int world) {
        double now = value(world);
        if (Double.isNaN(now)) {
            return 0;
        }
        double gain = Double.isNaN(last[world]) ? 0 : now - last[world];
        last[world] = now;
        return gain;
    }

    /** The mean over worlds of O when last asked minus O at the start; NaN if it was undefined at the start of one. */
    double meanGain() {
        return (Arrays.stream(last).sum() - Arrays.stream(first).sum()) / last.length;
    }

    /** One world's account as it grows: flows begin at 0, stocks and gauges as they stand. */
    private final class Ledger implements Account {
        private final double[][] amounts = new double[columns.size()][spaces.players()];
        private final double[] gauges = new double[spaces.gauges().size()];

        void read(Tensors now, int world, boolean opening) {
            int n = spaces.players();
            int kinds = spaces.measures().size();
            for (int c = 0; c < amounts.length; c++) {
                int column = columns.get(c);
                boolean stock = column != REWARD
                        && spaces.stocks().contains(spaces.measures().get(column));
                for (int i = 0; i < n; i++) {
                    int row = world * n + i;
                    double amount = column == REWARD
                            ? now.rewards().get(row)
                            : now.measures().get(row * kinds + column);
                    double before = stock || !running ? 0 : amounts[c][i];
                    amounts[c][i] = opening && !stock ? 0 : before + amount;
                }
            }
            for (int g = 0; g < gauges.length; g++) {
                gauges[g] = now.gauges().get(world * gauges.length + g);
            }
        }

        @Override
        public double[] amounts(String measure) {
            int column =
                    measure.equals(Outcome.REWARD) ? REWARD : spaces.measures().indexOf(measure);
            int at = columns.indexOf(column);
            Require.that(
                    at >= 0,
                    "measure",
                    measure,
                    "must be one that " + objective.name() + " says it reads",
                    "measures() of the objective leaves it out");
            return amounts[at];
        }

        @Override
        public double gauge(String name) {
            return gauges[known("gauge", name, spaces.gauges())];
        }
    }
}
