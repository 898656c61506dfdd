package org.sed4j.envs.gtb;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.envs.grid.Avatars;

/**
 * The numbers that players and the principal see, in the order of the reference's flat observations: for 4 players and 7
 * brackets, 136 for a player and 86 + 8n for the principal.
 *
 * <p>A part of a world. What all players see alike is written down once a step. Deviation: where a player sees the whole map it
 * is not told its place (2 numbers fewer), but the principal keeps what it knows of each player.
 */
final class Senses {
    /** What goods and coin are multiplied by, and past trades. */
    private static final float SCALE = 0.01f;

    private final GtbRules rules;
    private final int players;
    private final int levels;
    private final int brackets;

    /** Mean prices of stone and wood, then past trades by price, for stone and for wood. */
    private final float[] board;

    Senses(GtbRules rules) {
        this.rules = rules;
        this.players = rules.players();
        this.levels = rules.trading().levels();
        this.brackets = rules.brackets().count();
        this.board = new float[2 + 2 * levels];
    }

    static Spaces spaces(GtbRules rules) {
        GtbCode code = GtbCode.of(rules);
        int side = 2 * rules.seeing().reach() + 1;
        boolean full = rules.seeing().isFull();
        int rows = rules.land().rows();
        int columns = rules.land().columns();
        Spaces.Builder spaces = Spaces.players(rules.players())
                .actions(new GtbAction(rules.trading().levels()).count())
                .codes(full ? rows : side, full ? columns : side, code.kinds())
                .numbers(names(rules).toArray(String[]::new))
                .masked()
                .principalNumbers(principalNames(rules).toArray(String[]::new))
                .design(rules.brackets().rates())
                .ledger(Bill.COLUMNS * rules.players())
                .measures(Counts.NAMES.toArray(String[]::new))
                .stocks(Counts.NAMES.get(Counts.COIN))
                .gauges("productivity", "equality", "objective", "sum of equality x productivity");
        if (rules.seeing().principal()) {
            spaces.principalCodes(rows, columns, code.kinds());
        }
        return spaces.build();
    }

    private static void byPrice(List<String> names, GtbRules rules, String what) {
        for (String good : new String[] {"stone", "wood"}) {
            for (int p = 0; p <= rules.trading().highestPrice(); p++) {
                names.add(what + " " + good + " at " + p);
            }
        }
    }

    private static void rates(List<String> names, GtbRules rules) {
        for (int b = 0; b < rules.brackets().count(); b++) {
            names.add("rate " + b);
        }
    }

    private static void incomes(List<String> names, GtbRules rules) {
        for (int i = 0; i < rules.players(); i++) {
            names.add("last income, " + (i + 1) + (i == 0 ? " (least)" : ""));
        }
    }

    static List<String> names(GtbRules rules) {
        List<String> names = new ArrayList<>(List.of("payment for a house", "building skill"));
        byPrice(names, rules, "others' asks for");
        byPrice(names, rules, "others' bids for");
        names.addAll(List.of("price of stone", "price of wood"));
        byPrice(names, rules, "own asks for");
        byPrice(names, rules, "own bids for");
        byPrice(names, rules, "past trades of");
        names.add("chance of a second unit");
        rates(names, rules);
        names.addAll(List.of("first day", "tax day"));
        incomes(names, rules);
        names.addAll(List.of("marginal rate", "tax phase", "time", "coin", "stone", "wood"));
        if (!rules.seeing().isFull()) {
            names.addAll(List.of("column", "row"));
        }
        return names;
    }

    private static List<String> principalNames(GtbRules rules) {
        List<String> names = new ArrayList<>();
        byPrice(names, rules, "asks for");
        byPrice(names, rules, "bids for");
        names.addAll(List.of("price of stone", "price of wood"));
        byPrice(names, rules, "past trades of");
        rates(names, rules);
        names.addAll(List.of("first day", "tax day"));
        incomes(names, rules);
        names.addAll(List.of("tax phase", "time", "own coin", "own stone", "own wood"));
        for (int i = 0; i < rules.players(); i++) {
            names.addAll(List.of(
                    "marginal rate of " + i,
                    "last income of " + i,
                    "last marginal rate of " + i,
                    "coin of " + i,
                    "stone of " + i,
                    "wood of " + i));
            if (rules.seeing().principal()) {
                names.addAll(List.of("column of " + i, "row of " + i));
            }
        }
        return names;
    }

    /** At the end of a step: what all see alike. */
    void step(Market market) {
        board[0] = (float) market.rate(Holdings.STONE);
        board[1] = (float) market.rate(Holdings.WOOD);
        for (int p = 0; p < levels; p++) {
            board[2 + p] = (float) (SCALE * market.stone().history(p));
            board[2 + levels + p] = (float) (SCALE * market.wood().history(p));
        }
    }

    /** Writes what a player sees. */
    void write(int i, float[] rates, GatherTradeBuild state, float[] out) {
        Market market = state.market();
        Holdings holdings = state.holdings();
        Treasury treasury = state.treasury();
        out[0] = (float) (state.talents().payment(i) / rules.building().payment());
        out[1] = (float) state.talents().skill(i);
        int at = 2;
        Book stone = market.stone();
        Book wood = market.wood();
        stone.asks().others(i, out, at);
        wood.asks().others(i, out, at + levels);
        stone.bids().others(i, out, at + 2 * levels);
        wood.bids().others(i, out, at + 3 * levels);
        at += 4 * levels;
        out[at++] = board[0];
        out[at++] = board[1];
        stone.asks().own(i, out, at);
        wood.asks().own(i, out, at + levels);
        stone.bids().own(i, out, at + 2 * levels);
        wood.bids().own(i, out, at + 3 * levels);
        at += 4 * levels;
        System.arraycopy(board, 2, out, at, 2 * levels);
        at += 2 * levels;
        out[at++] = (float) state.talents().bonus(i);
        at = taxes(rates, treasury, out, at);
        out[at++] = (float) treasury.marginalNow(i, rates, holdings);
        out[at++] = treasury.phase();
        out[at++] = (float) state.time() / rules.episode();
        at = purse(i, holdings, out, at);
        if (!rules.seeing().isFull()) {
            place(i, state.country(), out, at);
        }
    }

    private int taxes(float[] rates, Treasury treasury, float[] out, int from) {
        System.arraycopy(rates, 0, out, from, brackets);
        int at = from + brackets;
        out[at++] = treasury.opens() ? 1 : 0;
        out[at++] = treasury.closes() ? 1 : 0;
        treasury.sorted(out, at);
        return at + players;
    }

    private static int purse(int i, Holdings holdings, float[] out, int at) {
        out[at] = (float) (SCALE * holdings.coin(i));
        out[at + 1] = SCALE * holdings.good(i, Holdings.STONE);
        out[at + 2] = SCALE * holdings.good(i, Holdings.WOOD);
        return at + 3;
    }

    private static int place(int i, Country country, float[] out, int at) {
        Avatars avatars = country.avatars();
        out[at] = (float) avatars.column(i) / country.columns();
        out[at + 1] = (float) avatars.row(i) / country.rows();
        return at + 2;
    }

    /** Writes what the principal sees. */
    void writePrincipal(float[] rates, GatherTradeBuild state, float[] out) {
        Market market = state.market();
        Holdings holdings = state.holdings();
        Treasury treasury = state.treasury();
        int at = 0;
        market.stone().asks().all(out, at);
        market.wood().asks().all(out, at + levels);
        market.stone().bids().all(out, at + 2 * levels);
        market.wood().bids().all(out, at + 3 * levels);
        at += 4 * levels;
        System.arraycopy(board, 0, out, at, board.length);
        at = taxes(rates, treasury, out, at + board.length);
        out[at++] = treasury.phase();
        out[at++] = (float) state.time() / rules.episode();
        out[at++] = 0;
        out[at++] = 0;
        out[at++] = 0;
        for (int i = 0; i < players; i++) {
            out[at++] = (float) treasury.marginalNow(i, rates, holdings);
            out[at++] = treasury.shownIncome(i);
            out[at++] = (float) treasury.marginal(i);
            at = purse(i, holdings, out, at);
            if (rules.seeing().principal()) {
                at = place(i, state.country(), out, at);
            }
        }
    }
}
