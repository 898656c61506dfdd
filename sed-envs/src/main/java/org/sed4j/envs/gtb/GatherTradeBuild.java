package org.sed4j.envs.gtb;

import java.util.function.Supplier;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.tax.Levy;

/**
 * One world of Gather-Trade-Build: n players gather wood and stone, trade them, build houses for coin, and are taxed on what they
 * earn in each period at rates that a principal sets.
 *
 * <p>The design is φ ∈ [0, 1]^B, a rate for each bracket; it is in force from the moment it is enacted, which in the loop is
 * before a period's first step. In a step: players build, in a random order; bids and asks are placed by player number and
 * matched, what is old is returned; players walk, in another random order, and gather where they stand; on a period's last
 * step taxes are taken and handed out evenly; resources grow. Rewards are changes of utility ({@link Preferences}), settled
 * by {@link #rewards}; {@code step} leaves the ledger and does not write rewards itself.
 *
 * <p>Actions: {@link GtbAction}; what is not possible does nothing and costs nothing. Coin and labour are doubles, so that traces
 * of the reference replay exactly. Deviations from the released code: rates stay in force over the end of an episode instead
 * of going back to 0; bottom-right starts use the map's own number of rows; utility at η = 1 is the logarithm that was meant.
 *
 * <p>With {@link Preferences#warmup} above 0, the weight of labour is state that a reset keeps.
 *
 * @paper 004, section on Gather-Trade-Build; the AI Economist (Zheng et al. 2022)
 */
public final class GatherTradeBuild implements World, Settlement {
    private final GtbRules rules;
    private final Spaces spaces;
    private final int players;
    private final GtbAction table;
    private final Starts starts;

    private int time;
    private final Talents talents;
    private final Sower sower;
    private final Country country;
    private final Holdings holdings;
    private final Market market;
    private final Treasury treasury;
    private final Bill bill;
    private final Welfare welfare;
    private final Warmup warmup;
    private final Counts counts;
    private final Senses senses;
    /** Wealth before the step, for its income and its reward. */
    private final double[] wealth;
    /** Labour before the step. */
    private final double[] labor;
    /** Cost of labour so far, as it was last weighed. */
    private final double[] toil;

    private GatherTradeBuild(GtbRules rules, Starts starts, Talents.Payments ranked, Levy levy, Spaces spaces) {
        this.rules = rules;
        this.spaces = spaces;
        this.players = rules.players();
        this.table = new GtbAction(rules.trading().levels());
        this.starts = starts;
        this.talents = new Talents(rules, ranked);
        this.sower = new Sower(rules.land());
        this.country = new Country(rules);
        this.holdings = new Holdings(players);
        this.market = new Market(players, rules.trading());
        this.treasury = new Treasury(players, levy, rules.period());
        this.bill = new Bill(players, levy, rules.preferences(), rules.evens());
        this.welfare = new Welfare(players, rules.preferences(), rules.objective());
        this.warmup = new Warmup(rules.preferences());
        this.counts = new Counts(players);
        this.senses = new Senses(rules);
        this.wealth = new double[players];
        this.labor = new double[players];
        this.toil = new double[players];
    }

    /** A maker of worlds under these rules: what a batch is made from. Its worlds share their tables. */
    public static Supplier<GatherTradeBuild> maker(GtbRules rules) {
        Starts starts = Starts.of(rules);
        Talents.Payments ranked = Talents.Payments.of(rules);
        Levy levy = rules.brackets().levy();
        Spaces spaces = Senses.spaces(rules);
        return () -> new GatherTradeBuild(rules, starts, ranked, levy, spaces);
    }

    /** What this world is played by. */
    public GtbRules rules() {
        return rules;
    }

    /** What can be read off this world as it stands; a view that follows it. */
    public Census census() {
        return new Census(this);
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        time = 0;
        talents.reset(rng);
        country.reset(sower, rng);
        holdings.reset(rules.startCoin());
        place(rng);
        market.reset();
        treasury.reset(holdings);
        bill.reset();
        welfare.reset(holdings);
        counts.clear();
        senses.step(market);
        for (int i = 0; i < players; i++) {
            wealth[i] = holdings.wealth(i);
            labor[i] = 0;
            toil[i] = 0;
        }
    }

    private void place(Rng rng) {
        rng.stream(Streams.PLACES);
        int rows = country.rows();
        int columns = country.columns();
        for (int i = 0; i < players; i++) {
            switch (rules.placing().kind()) {
                case CORNERS -> country.place(i, starts.corners()[talents.rank(i)]);
                case RANDOM -> country.place(i, freeCell(0, rows * columns, rng));
                case SPLIT -> {
                    int middle = rows / 2 * columns;
                    boolean above = talents.above(i);
                    country.place(
                            i,
                            above
                                    ? freeCell(0, middle, rng)
                                    : freeCell(middle + columns, (rows - 1) * columns - middle, rng));
                }
            }
        }
    }

    private int freeCell(int first, int cells, Rng rng) {
        int cell = first + rng.below(cells);
        while (!country.isFree(cell)) {
            cell = first + rng.below(cells);
        }
        return cell;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        counts.clear();
        for (int i = 0; i < players; i++) {
            wealth[i] = holdings.wealth(i);
            labor[i] = holdings.labor(i);
        }
        time++;
        build(actions, rng);
        market.trade(actions, time, holdings);
        walk(actions, rng);
        settle(design);
        country.grow(rng);
        senses.step(market);
        welfare.step(holdings);
        for (int i = 0; i < players; i++) {
            counts.add(i, Counts.WELFARE, welfare.equality() * welfare.productivity() / players);
        }
    }

    private void build(int[] actions, Rng rng) {
        boolean any = false;
        for (int i = 0; i < players; i++) {
            any |= actions[i] == GtbAction.BUILD && canBuild(i);
        }
        if (!any) {
            return; // in most steps nobody can
        }
        order(Streams.BUILD_ORDER, rng);
        for (int k = 0; k < players; k++) {
            int i = turn(k);
            if (actions[i] == GtbAction.BUILD && canBuild(i)) {
                country.build(i);
                holdings.gain(i, Holdings.STONE, -1);
                holdings.gain(i, Holdings.WOOD, -1);
                holdings.earn(i, talents.payment(i));
                holdings.toil(i, rules.building().labor());
                counts.add(i, Counts.HOUSES, 1);
            }
        }
    }

    private boolean canBuild(int i) {
        return holdings.good(i, Holdings.STONE) > 0 && holdings.good(i, Holdings.WOOD) > 0 && country.canBuild(i);
    }

    private void order(int stream, Rng rng) {
        if (rules.turns() == Turns.RANDOM) {
            rng.stream(stream);
            country.avatars().drawOrder(rng);
        }
    }

    private int turn(int k) {
        return rules.turns() == Turns.RANDOM ? country.avatars().turnOf(k) : k;
    }

    private void walk(int[] actions, Rng rng) {
        order(Streams.WALK_ORDER, rng);
        rng.stream(Streams.BONUS);
        for (int k = 0; k < players; k++) {
            int i = turn(k);
            int move = actions[i] - table.firstMove();
            if (move >= 0 && country.move(i, GtbAction.heading(move))) {
                holdings.toil(i, rules.gathering().moveLabor());
                counts.add(i, Counts.MOVES, 1);
            }
            gather(i, Holdings.WOOD, rng);
            gather(i, Holdings.STONE, rng);
        }
    }

    private void gather(int i, int good, Rng rng) {
        if (country.take(i, good)) {
            boolean second = talents.bonus(i) > 0 && rng.chance(talents.bonus(i));
            holdings.gain(i, good, second ? 2 : 1);
            holdings.toil(i, rules.gathering().collectLabor());
            counts.add(i, Counts.GATHERED + good, second ? 2 : 1);
        }
    }

    /** Taxes, what this step is worth to everybody, and what is counted of it. */
    private void settle(float[] rates) {
        double cost = warmup.weight() * rules.preferences().laborCost();
        boolean closes = treasury.closes();
        for (int i = 0; i < players; i++) {
            double before = toil[i];
            toil[i] = cost * holdings.labor(i);
            bill.write(i, holdings.coin(i), holdings.wealth(i), wealth[i], toil[i] - before);
        }
        treasury.step(rates, holdings);
        for (int i = 0; closes && i < players; i++) {
            bill.tax(i, treasury.income(i));
        }
        if (rules.evens()) {
            holdings.even();
        }
        count(closes);
        if (rules.preferences().warmup() > 0) {
            warmup.stepped(rewarding(), time >= rules.episode());
        }
    }

    /** Whether the mean reward of this step is above 0. */
    private boolean rewarding() {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += reward(i);
        }
        return sum > 0;
    }

    /** A player's reward of the last step, in doubles. */
    double reward(int i) {
        Preferences wants = rules.preferences();
        return wants.ofCoin(holdings.wealth(i)) - wants.ofCoin(wealth[i]) - bill.labor(i);
    }

    private void count(boolean taxed) {
        for (int i = 0; i < players; i++) {
            double start = time == 1 ? wealth[i] : 0; // so that a whole episode's coin sums to what there is at its end
            counts.add(i, Counts.COIN, start + holdings.wealth(i) - wealth[i]);
            counts.add(i, Counts.LABOR, holdings.labor(i) - labor[i]);
            if (taxed) {
                counts.add(i, Counts.INCOME, treasury.income(i));
                counts.add(i, Counts.TAX, treasury.paid(i));
                counts.add(i, Counts.TRANSFER, treasury.share());
                counts.add(i, Counts.MARGINAL, treasury.marginal(i));
            }
        }
        Trades trades = market.trades();
        for (int k = 0; k < trades.count(); k++) {
            counts.add(trades.seller(k), Counts.SALES, 1);
            counts.add(trades.seller(k), Counts.REVENUE, trades.price(k));
            counts.add(trades.buyer(k), Counts.PURCHASES, 1);
            counts.add(trades.buyer(k), Counts.SPENDING, trades.price(k));
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {
        country.observe(player, out.codes);
        senses.write(player, design, this, out.numbers);
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        mask[GtbAction.NOTHING] = 1;
        mask[GtbAction.BUILD] = (byte) (canBuild(player) ? 1 : 0);
        market.allowed(player, holdings, mask);
        for (int k = 0; k < 4; k++) {
            mask[table.firstMove() + k] = (byte) (country.canMove(player, GtbAction.heading(k)) ? 1 : 0);
        }
    }

    @Override
    public boolean due() {
        return treasury.opens();
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        if (rules.seeing().principal()) {
            country.map(out.codes);
        }
        senses.writePrincipal(design, this, out.numbers);
    }

    @Override
    public boolean truncated() {
        return time >= rules.episode();
    }

    @Override
    public void measure(float[] out) {
        counts.write(out);
    }

    @Override
    public void gauge(float[] out) {
        out[0] = (float) welfare.productivity();
        out[1] = (float) welfare.equality();
        out[2] = (float) objective();
        out[3] = (float) welfare.sum();
    }

    @Override
    public float[] ledger() {
        return bill.ledger();
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        bill.rewards(ledger, design, out);
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        bill.pullback(ledger, design, cotangent, gradient);
    }

    double objective() {
        return welfare.objective(holdings, warmup.weight());
    }

    int time() {
        return time;
    }

    Talents talents() {
        return talents;
    }

    Country country() {
        return country;
    }

    Holdings holdings() {
        return holdings;
    }

    Market market() {
        return market;
    }

    Treasury treasury() {
        return treasury;
    }

    Welfare welfare() {
        return welfare;
    }

    Warmup warmup() {
        return warmup;
    }

    Bill bill() {
        return bill;
    }

    Counts counts() {
        return counts;
    }
}
