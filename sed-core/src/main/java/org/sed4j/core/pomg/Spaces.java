package org.sed4j.core.pomg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;

/**
 * The shapes and names of a POMG: who acts, with what, who sees what, what a design is. Fixed for the life of an economy;
 * a design may mask actions and change contents, never these.
 *
 * @param players n ≥ 1
 * @param actions the number of choices of each head of a player's action; usually one head. The joint action of a world is
 *     n · heads numbers, player by player
 * @param codes what each player sees as symbols
 * @param numbers what each player sees as numbers, named
 * @param masked whether {@link World#allowed} restricts actions
 * @param principalCodes what the principal sees as symbols
 * @param principalNumbers what the principal sees as numbers, named
 * @param design Φ, the space of designs; dimension 0 for an economy that nobody designs
 * @param ledger length of the ledger of a {@link Settlement}, else 0
 * @param measures what is counted of each player each step besides the reward, named
 * @param gauges what can be read off a world at any time, named
 * @param stocks those of the measures that are what players have now (coin), not what they got in a step
 * @param types what {@link World#adopt} takes of everybody's type, named; empty for an economy that types do not touch
 */
public record Spaces(
        int players,
        List<Integer> actions,
        Grid codes,
        List<String> numbers,
        boolean masked,
        Grid principalCodes,
        List<String> principalNumbers,
        DesignSpace design,
        int ledger,
        List<String> measures,
        List<String> gauges,
        List<String> stocks,
        List<String> types) {

    /**
     * A rectangle of symbols, each a code in {0, ..., kinds-1}, row by row.
     *
     * @param height rows
     * @param width columns
     * @param kinds how many symbols there are, at most 127
     */
    public record Grid(int height, int width, int kinds) {
        /** Nothing is seen as symbols. */
        public static final Grid NONE = new Grid(0, 0, 0);

        public Grid {
            Require.within(kinds, 0, Byte.MAX_VALUE, "kinds of symbols");
            Require.that(
                    (height == 0) == (width == 0) && height >= 0 && width >= 0,
                    "size of a grid",
                    height + " x " + width,
                    "must be positive or 0 x 0",
                    "a view distance is missing");
        }

        /** height · width. */
        public int cells() {
            return height * width;
        }
    }

    public Spaces {
        Require.atLeast(players, 1, "players");
        actions = List.copyOf(actions);
        Require.atLeast(actions.size(), 1, "action heads");
        for (int choices : actions) {
            Require.atLeast(choices, 1, "choices of an action head");
        }
        numbers = List.copyOf(numbers);
        principalNumbers = List.copyOf(principalNumbers);
        Require.atLeast(ledger, 0, "ledger length");
        measures = List.copyOf(measures);
        gauges = List.copyOf(gauges);
        stocks = List.copyOf(stocks);
        types = List.copyOf(types);
        for (String stock : stocks) {
            Require.that(
                    measures.contains(stock),
                    "stock",
                    stock,
                    "must be one of the measures " + measures,
                    "it is spelled otherwise");
        }
    }

    /** Starts describing an economy of n players. */
    public static Builder players(int players) {
        return new Builder(players);
    }

    /** How many heads an action has. */
    public int heads() {
        return actions.size();
    }

    /** Choices over all heads: the length of a player's mask. */
    public int choices() {
        int sum = 0;
        for (int choices : actions) {
            sum += choices;
        }
        return sum;
    }

    /** Collects the spaces of an economy; everything not said is absent. */
    public static final class Builder {
        private final int players;
        private List<Integer> actions = List.of(1);
        private Grid codes = Grid.NONE;
        private List<String> numbers = List.of();
        private boolean masked;
        private Grid principalCodes = Grid.NONE;
        private List<String> principalNumbers = List.of();
        private DesignSpace design = DesignSpace.none();
        private int ledger;
        private List<String> measures = List.of();
        private List<String> gauges = List.of();
        private List<String> stocks = List.of();
        private List<String> types = List.of();

        private Builder(int players) {
            this.players = players;
        }

        /** The choices of each action head: {@code actions(8)} for eight plain actions. */
        public Builder actions(int... choices) {
            List<Integer> heads = new ArrayList<>();
            for (int c : choices) {
                heads.add(c);
            }
            this.actions = heads;
            return this;
        }

        /** What each player sees as symbols. */
        public Builder codes(int height, int width, int kinds) {
            this.codes = new Grid(height, width, kinds);
            return this;
        }

        /** What each player sees as numbers. */
        public Builder numbers(String... names) {
            this.numbers = List.of(names);
            return this;
        }

        /** Players' actions are restricted by {@link World#allowed}. */
        public Builder masked() {
            this.masked = true;
            return this;
        }

        /** What the principal sees as symbols. */
        public Builder principalCodes(int height, int width, int kinds) {
            this.principalCodes = new Grid(height, width, kinds);
            return this;
        }

        /** What the principal sees as numbers. */
        public Builder principalNumbers(String... names) {
            this.principalNumbers = List.of(names);
            return this;
        }

        /** Φ. */
        public Builder design(DesignSpace design) {
            this.design = design;
            return this;
        }

        /** Length of the ledger that {@link Settlement#ledger()} returns. */
        public Builder ledger(int length) {
            this.ledger = length;
            return this;
        }

        /** What {@link World#measure} counts of each player. */
        public Builder measures(String... names) {
            this.measures = List.of(names);
            return this;
        }

        /** What {@link World#gauge} reads. */
        public Builder gauges(String... names) {
            this.gauges = List.of(names);
            return this;
        }

        /** Which of the measures are stocks: what players have now, not what they got in the last step. */
        public Builder stocks(String... names) {
            this.stocks = List.of(names);
            return this;
        }

        /** What {@link World#adopt} takes of everybody's type. */
        public Builder types(String... names) {
            this.types = List.of(names);
            return this;
        }

        /** The spaces. */
        public Spaces build() {
            return new Spaces(
                    players,
                    actions,
                    codes,
                    numbers,
                    masked,
                    principalCodes,
                    principalNumbers,
                    design,
                    ledger,
                    measures,
                    gauges,
                    stocks,
                    types);
        }
    }
}
