package org.sed4j.envs.gtb;

import java.util.Map;
import java.util.function.Supplier;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Pictured;
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
 * <p>Measures of a step, by player: coin (a stock: what it has, escrow included), labour, houses, units gathered and moves; by good, units sold and bought and the coin for them; on a period's last step income,
 * tax, transfer and marginal rate; an even share of equality × productivity. Gauges: productivity, equality, the
 * {@link PlannerObjective}, and the sum of equality × productivity since the episode began.
 *
 * <p>Actions: {@link GtbAction}; what is not possible does nothing and costs nothing. Coin and labour are doubles, so that traces
 * of the reference replay exactly. Deviations from the released code: rates stay in force over the end of an episode instead
 * of going back to 0; bottom-right starts use the map's own number of rows; utility at η = 1 is the logarithm that was meant.
 *
 * <p>With {@link Preferences#warmup} above 0, the weight of labour is state that a reset keeps.
 *
 * @paper 004, section on Gather-Trade-Build; the AI Economist (Zheng et al. 2022)
 */
public final class GatherTradeBuild implements World, Settlement, Pictured {
    private final GtbRules rules;
    private final Spaces spaces;
    private final int players;
    private final GtbAction table;
    private final Arrivals arrivals;
    private final Work work;

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
    private final Accounts accounts;

    private GatherTradeBuild(GtbRules rules, Starts starts, Talents.Payments ranked, Levy levy, Spaces spaces) {
        this.rules = rules;
        this.spaces = spaces;
        this.players = rules.players();
        this.table = new GtbAction(rules.trading().levels());
        this.arrivals = new Arrivals(rules.placing(), starts);
        this.work = new Work(rules, table);
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
        this.accounts = new Accounts(rules);
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
        arrivals.place(talents, country, rng);
        market.reset();
        treasury.reset(holdings);
        bill.reset();
        welfare.reset(holdings);
        counts.clear();
        accounts.reset(holdings);
        senses.step(market);
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        counts.clear();
        accounts.open(holdings);
        time++;
        work.build(actions, this, rng);
        market.trade(actions, time, holdings);
        work.walk(actions, this, rng);
        accounts.close(design, this);
        country.grow(rng);
        senses.step(market);
        welfare.step(holdings);
        for (int i = 0; i < players; i++) {
            counts.add(i, Counts.WELFARE, welfare.equality() * welfare.productivity() / players);
        }
    }

    /** A player's reward of the last step, in doubles. */
    double reward(int i) {
        return accounts.reward(i, this);
    }

    @Override
    public void observe(int player, float[] design, View out) {
        country.observe(player, out.codes);
        senses.write(player, design, this, out.numbers);
    }

    @Override
    public void allowed(int player, float[] design, byte[] mask) {
        mask[GtbAction.NOTHING] = 1;
        mask[GtbAction.BUILD] = (byte) (work.canBuild(player, this) ? 1 : 0);
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
        counts.write(holdings, out);
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

    @Override
    public Palette palette() {
        return GtbPictures.palette(players);
    }

    @Override
    public Frame frame(String caption) {
        return GtbPictures.frame(this, caption);
    }

    @Override
    public Map<String, Object> beside() {
        return GtbNews.beside(census());
    }

    @Override
    public String event() {
        return GtbNews.event(census());
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
