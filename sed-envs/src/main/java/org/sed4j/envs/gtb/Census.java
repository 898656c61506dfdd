package org.sed4j.envs.gtb;

/**
 * What can be read off a world of Gather-Trade-Build: who has what and stands where, open orders, the last step's trades and
 * taxes. For traces, pictures and tables; it follows the world and changes nothing.
 *
 * <p>Goods are numbered 0 stone, 1 wood.
 */
public final class Census {
    private final GatherTradeBuild world;

    Census(GatherTradeBuild world) {
        this.world = world;
    }

    /**
     * A trade of the last step.
     *
     * @param good 0 stone, 1 wood
     * @param buyer who bid
     * @param seller who asked
     * @param bid what was bid
     * @param ask what was asked
     * @param price what was paid: that of the older order
     */
    public record Trade(int good, int buyer, int seller, int bid, int ask, int price) {}

    /**
     * An open order.
     *
     * @param player whose
     * @param price at which
     * @param placed in which step
     */
    public record Order(int player, int price, int placed) {}

    /** n. */
    public int players() {
        return world.rules().players();
    }

    /** Steps of the episode so far. */
    public int time() {
        return world.time();
    }

    /** The row where a player stands. */
    public int row(int i) {
        return world.country().avatars().row(i);
    }

    /** The column where a player stands. */
    public int column(int i) {
        return world.country().avatars().column(i);
    }

    /** Coin in a player's purse. */
    public double coin(int i) {
        return world.holdings().coin(i);
    }

    /** Coin that a player's bids hold. */
    public double coinEscrow(int i) {
        return world.holdings().coinEscrow(i);
    }

    /** Units of a good in a player's hands. */
    public int good(int i, int good) {
        return world.holdings().good(i, good);
    }

    /** Units of a good that a player's asks hold. */
    public int goodEscrow(int i, int good) {
        return world.holdings().goodEscrow(i, good);
    }

    /** A player's labour so far. */
    public double labor(int i) {
        return world.holdings().labor(i);
    }

    /** What a player gets for a house. */
    public double payment(int i) {
        return world.talents().payment(i);
    }

    /** A player's rank by skill, 0 the least; its number where payments are not ranked. */
    public int rank(int i) {
        return world.talents().rank(i);
    }

    /** A player's utility. */
    public double utility(int i) {
        Preferences wants = world.rules().preferences();
        return wants.ofCoin(world.holdings().wealth(i)) - laborWeight() * wants.laborCost() * labor(i);
    }

    /** A player's reward of the last step, in doubles. */
    public double reward(int i) {
        return world.reward(i);
    }

    /** The weight of labour, w. */
    public double laborWeight() {
        return world.warmup().weight();
    }

    /** Houses that a player built in the last step: 0 or 1. */
    public int built(int i) {
        return (int) world.counts().get(i, Counts.HOUSES);
    }

    /** Units of a good that a player gathered in the last step. */
    public int gathered(int i, int good) {
        return (int) world.counts().get(i, Counts.GATHERED + good);
    }

    /** Whether a player moved in the last step. */
    public boolean moved(int i) {
        return world.counts().get(i, Counts.MOVES) > 0;
    }

    /** How many trades the last step had. */
    public int trades() {
        return world.market().trades().count();
    }

    /** The k-th trade of the last step. */
    public Trade trade(int k) {
        Trades t = world.market().trades();
        return new Trade(t.good(k), t.buyer(k), t.seller(k), t.bid(k), t.ask(k), t.price(k));
    }

    /** How many open bids there are for a good. */
    public int bids(int good) {
        return world.market().book(good).bids();
    }

    /** The k-th best open bid. */
    public Order bid(int good, int k) {
        Book book = world.market().book(good);
        return new Order(book.bidder(k), book.bidPrice(k), book.bidPlaced(k));
    }

    /** How many open asks there are for a good. */
    public int asks(int good) {
        return world.market().book(good).asks();
    }

    /** The k-th cheapest open ask. */
    public Order ask(int good, int k) {
        Book book = world.market().book(good);
        return new Order(book.asker(k), book.askPrice(k), book.askPlaced(k));
    }

    /** Mean price of past trades in a good, the recent ones weighing more. */
    public double price(int good) {
        return world.market().rate(good);
    }

    /** Whether the last step was a tax day. */
    public boolean taxDay() {
        return world.treasury().wasTaxDay();
    }

    /** A player's income in the tax period that closed last. */
    public double income(int i) {
        return world.treasury().income(i);
    }

    /** The marginal rate on that income. */
    public double marginalRate(int i) {
        return world.treasury().marginal(i);
    }

    /** Tax that a player paid in the last step. */
    public double tax(int i) {
        return world.treasury().paid(i);
    }

    /** What everybody was handed in the last step. */
    public double transfer() {
        return world.treasury().share();
    }

    /** Σ C_i, coin in escrow included. */
    public double productivity() {
        return world.welfare().productivity();
    }

    /** 1 - Gini · n/(n-1) of coin. */
    public double equality() {
        return world.welfare().equality();
    }

    /** Equality × productivity, added up over the steps of the episode: paper 004's welfare. */
    public double welfareSum() {
        return world.welfare().sum();
    }

    /** Equality × mean coin as things stand: the released code's welfare. */
    public double welfareNow() {
        return equality() * productivity() / players();
    }

    /** The planner's objective as things stand. */
    public double objective() {
        return world.objective();
    }

    /** Σ λ_i C_i with weights λ_i proportional to 1/max(C_i, 1). */
    public double weightedCoin() {
        return world.welfare().weighted(world.holdings(), laborWeight(), false);
    }

    /** Σ λ_i u_i with the same weights. */
    public double weightedUtility() {
        return world.welfare().weighted(world.holdings(), laborWeight(), true);
    }

    /** Rows of the map. */
    public int rows() {
        return world.country().rows();
    }

    /** Columns of the map. */
    public int columns() {
        return world.country().columns();
    }

    /** Whether a cell is a source of a good. */
    public boolean isSource(int good, int row, int column) {
        return world.country().deposit(good).isSource(row * columns() + column);
    }

    /** Units of a good on a cell. */
    public int units(int good, int row, int column) {
        return world.country().deposit(good).units(row * columns() + column);
    }

    /** Whose house is on a cell; -1 for nobody's. */
    public int owner(int row, int column) {
        return world.country().owner(row * columns() + column);
    }

    /** Whether a cell is water. */
    public boolean isWater(int row, int column) {
        return world.country().avatars().at(row, column) < 0;
    }
}
