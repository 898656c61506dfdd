package org.sed4j.envs.gtb;

/**
 * What a step brought each player: what it had before, taxes and transfers, and from these the bill that rewards are settled from
 * and the world's measures. A part of a world.
 */
final class Accounts {
    private final int players;
    private final Preferences preferences;
    private final boolean evens;
    private final int episode;

    /** Wealth before the step, for its income and its reward. */
    private final double[] wealth;
    /** Labour before the step. */
    private final double[] labor;
    /** Cost of labour so far, as it was last weighed. */
    private final double[] toil;

    Accounts(GtbRules rules) {
        this.players = rules.players();
        this.preferences = rules.preferences();
        this.evens = rules.evens();
        this.episode = rules.episode();
        this.wealth = new double[players];
        this.labor = new double[players];
        this.toil = new double[players];
    }

    void reset(Holdings holdings) {
        open(holdings);
        for (int i = 0; i < players; i++) {
            toil[i] = 0;
        }
    }

    /** Before a step. */
    void open(Holdings holdings) {
        for (int i = 0; i < players; i++) {
            wealth[i] = holdings.wealth(i);
            labor[i] = holdings.labor(i);
        }
    }

    /** After work and trade: taxes, what the step is worth to everybody, and what is counted of it. */
    void close(float[] rates, GatherTradeBuild world) {
        Holdings holdings = world.holdings();
        Treasury treasury = world.treasury();
        boolean taxes = treasury.closes();
        write(world.bill(), holdings, world.warmup().weight() * preferences.laborCost());
        treasury.step(rates, holdings);
        for (int i = 0; taxes && i < players; i++) {
            world.bill().tax(i, treasury.income(i));
        }
        if (evens) {
            holdings.even();
        }
        count(world.counts(), holdings);
        if (taxes) {
            countTaxes(world.counts(), treasury);
        }
        countTrades(world.counts(), world.market().trades());
        if (preferences.warmup() > 0) {
            world.warmup().stepped(rewarding(world), world.time() >= episode);
        }
    }

    private void write(Bill bill, Holdings holdings, double cost) {
        for (int i = 0; i < players; i++) {
            double before = toil[i];
            toil[i] = cost * holdings.labor(i);
            bill.write(i, holdings.coin(i), holdings.wealth(i), wealth[i], toil[i] - before);
        }
    }

    /** Whether the mean reward of this step is above 0. */
    private boolean rewarding(GatherTradeBuild world) {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += reward(i, world);
        }
        return sum > 0;
    }

    /** A player's reward of the last step, in doubles. */
    double reward(int i, GatherTradeBuild world) {
        return preferences.ofCoin(world.holdings().wealth(i))
                - preferences.ofCoin(wealth[i])
                - world.bill().labor(i);
    }

    private void count(Counts counts, Holdings holdings) {
        for (int i = 0; i < players; i++) {
            counts.add(i, Counts.LABOR, holdings.labor(i) - labor[i]);
        }
    }

    private void countTaxes(Counts counts, Treasury treasury) {
        for (int i = 0; i < players; i++) {
            counts.add(i, Counts.INCOME, treasury.income(i));
            counts.add(i, Counts.TAX, treasury.paid(i));
            counts.add(i, Counts.TRANSFER, treasury.share());
            counts.add(i, Counts.MARGINAL, treasury.marginal(i));
        }
    }

    private static void countTrades(Counts counts, Trades trades) {
        for (int k = 0; k < trades.count(); k++) {
            int good = trades.good(k);
            counts.add(trades.seller(k), Counts.SALES + good, 1);
            counts.add(trades.seller(k), Counts.REVENUE + good, trades.price(k));
            counts.add(trades.buyer(k), Counts.PURCHASES + good, 1);
            counts.add(trades.buyer(k), Counts.SPENDING + good, trades.price(k));
        }
    }
}
