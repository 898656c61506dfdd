package org.sed4j.rl.metagradient;

import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.rl.policygradient.Trajectory;

/**
 * R^ID as it was elected: what the objective of the round so far gained by a step, so that the rewards of a round sum to O(end) -
 * O(start). Which objective that is may change from round to round; every episode is judged by the present one.
 */
public final class ElectedReward implements DesignerReward {
    private final Spaces spaces;
    private final double scale;
    private @Nullable Objective objective;
    private @Nullable Object judged;
    private double[] worth = {};

    /**
     * @param spaces of the economy
     * @param scale what gains are multiplied by, so that values stay of order 1
     */
    public ElectedReward(Spaces spaces, double scale) {
        this.spaces = spaces;
        this.scale = scale;
    }

    /** From now on episodes are judged by that objective. */
    public void judgeBy(Objective elected) {
        objective = elected;
        judged = null;
    }

    @Override
    public double at(Trajectory trajectory, int slot, int b) {
        if (judged != trajectory.episode()) {
            judge(trajectory);
            judged = trajectory.episode();
        }
        return worth[slot * trajectory.batch() + b];
    }

    private void judge(Trajectory episode) {
        Objective elected = objective;
        if (elected == null) {
            throw new IllegalStateException("Nobody said which objective was elected.");
        }
        worth = new double[episode.slots() * episode.batch()];
        for (int b = 0; b < episode.batch(); b++) {
            Ledger ledger = new Ledger(episode, b);
            double before = elected.value(ledger.design(-1), ledger);
            for (int slot = 0; slot < episode.length(b); slot++) {
                ledger.add(slot);
                double after = elected.value(ledger.design(slot), ledger);
                worth[slot * episode.batch() + b] = scale * (after - before);
                before = after;
            }
        }
    }

    /** One world's account as an episode goes on. */
    private final class Ledger implements Account {
        private final Trajectory episode;
        private final int world;
        private final double[] rewards = new double[spaces.players()];
        private final double[][] amounts = new double[spaces.measures().size()][spaces.players()];
        private int slot = -1;

        Ledger(Trajectory episode, int world) {
            this.episode = episode;
            this.world = world;
            for (int m = 0; m < amounts.length; m++) {
                for (int i = 0; stock(m) && i < rewards.length; i++) {
                    amounts[m][i] = episode.opening(world * rewards.length + i, m);
                }
            }
        }

        private boolean stock(int m) {
            return spaces.stocks().contains(spaces.measures().get(m));
        }

        void add(int step) {
            slot = step;
            for (int i = 0; i < rewards.length; i++) {
                int lane = world * rewards.length + i;
                rewards[i] += episode.reward(step, lane);
                for (int m = 0; m < amounts.length; m++) {
                    amounts[m][i] = (stock(m) ? 0 : amounts[m][i]) + episode.measure(step, lane, m);
                }
            }
        }

        Design design(int step) {
            double[] design = new double[spaces.design().dimension()];
            for (int j = 0; j < design.length; j++) {
                design[j] = step < 0 ? episode.law(world, j) : episode.design(step, world, j);
            }
            return Design.of(design);
        }

        @Override
        public double[] amounts(String measure) {
            int m = spaces.measures().indexOf(measure);
            Require.that(
                    m >= 0 || measure.equals(Outcome.REWARD),
                    "measure of the objective",
                    measure,
                    "must be \"" + Outcome.REWARD + "\" or one of " + spaces.measures(),
                    "the objective was made for another economy");
            return measure.equals(Outcome.REWARD) ? rewards : amounts[m];
        }

        @Override
        public double gauge(String name) {
            int g = spaces.gauges().indexOf(name);
            Require.that(
                    g >= 0,
                    "gauge of the objective",
                    name,
                    "must be one of " + spaces.gauges(),
                    "the objective was made for another economy");
            return slot < 0 ? episode.openingGauge(world, g) : episode.gauge(slot, world, g);
        }
    }
}
