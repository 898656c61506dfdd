package org.sed4j.rl.stackelbergpomdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.StackelbergNashGame;
import org.sed4j.rl.noregret.PayoffRange;

/** Games of the theory room as games with a leader that moves once, seeing nothing but a constant. */
public final class LeaderGames {
    /** What a leader sees where there is nothing to see. */
    static final List<String> CONSTANT = List.of("constant");

    private LeaderGames() {}

    /** The leader commits to one of its actions. */
    public static LeaderGame pure(StackelbergGame game) {
        return TableGame.of(game, new LeaderSpace.Choice(game.leaderActions()));
    }

    /** The leader commits to a mixture of its actions; payoffs are expectations, no action is drawn. */
    public static LeaderGame mixed(StackelbergGame game) {
        return TableGame.of(game, new LeaderSpace.Mixture(game.leaderActions()));
    }

    /**
     * Any other Stackelberg-Nash game; every move asks it for the game it induces.
     *
     * @param game a record, if it is to be played in a world
     * @param range where the followers' payoffs lie, whatever the leader does
     * @param leaderUnit what the leader's payoff is divided by
     */
    public static LeaderGame of(StackelbergNashGame game, PayoffRange range, double leaderUnit) {
        return new OneShot(game, range, leaderUnit);
    }

    /** Types, prior and actions as plain arrays, which a world can be configured with. */
    record Shape(List<List<String>> types, double[] prior, List<List<String>> actions) {
        static Shape of(BayesianGame game) {
            List<List<String>> types = new ArrayList<>();
            List<List<String>> actions = new ArrayList<>();
            for (int i = 0; i < game.players(); i++) {
                types.add(game.types(i));
                actions.add(game.actions(i));
            }
            return new Shape(List.copyOf(types), game.prior().toArray(), List.copyOf(actions));
        }

        BayesianGame game() {
            int profiles = actions.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
            return BayesianGame.of(
                    types, Distribution.of(prior), actions, new double[types.size()][prior.length][profiles]);
        }
    }

    /**
     * A finite game by its tables.
     *
     * @param tables [ℓ][player][t · |A| + a]
     * @param profiles |A|
     */
    private record TableGame(Shape shape, LeaderSpace space, double[][][] tables, int profiles) implements LeaderGame {
        static TableGame of(StackelbergGame game, LeaderSpace space) {
            BayesianGame shape = game.followers();
            int actions = shape.profiles().count();
            int types = shape.typeProfiles().count();
            double[][][] tables = new double[game.leaderActions().size()][shape.players() + 1][types * actions];
            for (int l = 0; l < tables.length; l++) {
                InducedGame induced = game.induce(l);
                for (int cell = 0; cell < types * actions; cell++) {
                    int t = cell / actions;
                    int a = cell % actions;
                    tables[l][0][cell] = induced.leader(t, a);
                    for (int i = 0; i < shape.players(); i++) {
                        tables[l][i + 1][cell] = induced.followers().payoff(i, t, a);
                    }
                }
            }
            return new TableGame(Shape.of(shape), space, tables, actions);
        }

        @Override
        public BayesianGame followers() {
            return shape.game();
        }

        @Override
        public List<String> sees() {
            return CONSTANT;
        }

        /** From 0, or the least if it is negative, to the largest entry, by which the published code divides. */
        @Override
        public PayoffRange range() {
            double low = 0;
            double high = Double.NEGATIVE_INFINITY;
            for (double[][] table : tables) {
                for (int i = 1; i < table.length; i++) {
                    low = Math.min(low, Arrays.stream(table[i]).min().orElse(0));
                    high = Math.max(high, Arrays.stream(table[i]).max().orElse(1));
                }
            }
            return new PayoffRange(low, high > low ? high : low + 1);
        }

        @Override
        public double leaderUnit() {
            double most = 0;
            for (double[][] table : tables) {
                most = Math.max(
                        most, Arrays.stream(table[0]).map(Math::abs).max().orElse(0));
            }
            return most == 0 ? 1 : most;
        }

        @Override
        public int memory() {
            return 1 + tables[0].length;
        }

        @Override
        public void begin(int types, int profile, double[] memory) {
            memory[0] = types * profiles + profile;
        }

        @Override
        public void observe(double[] memory, float[] out) {
            out[0] = 1;
        }

        @Override
        public boolean move(float[] action, double[] memory) {
            int cell = (int) memory[0];
            if (space instanceof LeaderSpace.Choice) {
                double[][] table = tables[LeaderSpace.Choice.of(action)];
                for (int player = 0; player < table.length; player++) {
                    memory[1 + player] = table[player][cell];
                }
                return true;
            }
            for (int player = 0; player < tables[0].length; player++) {
                double sum = 0;
                for (int l = 0; l < tables.length; l++) {
                    sum += action[l] * tables[l][player][cell];
                }
                memory[1 + player] = sum;
            }
            return true;
        }

        @Override
        public double payoff(int player, double[] memory) {
            return memory[1 + player];
        }
    }

    /** A game that is asked at every move. */
    private record OneShot(StackelbergNashGame game, PayoffRange range, double leaderUnit) implements LeaderGame {
        private OneShot {
            Require.that(leaderUnit > 0, "unit of the leader", leaderUnit, "must be positive", "a sign was lost");
        }

        private InducedGame somewhere() {
            DesignSpace space = game.leaderSpace();
            double[] values = new double[space.dimension()];
            for (int j = 0; j < values.length; j++) {
                values[j] = space instanceof DesignSpace.Box box ? box.low().get(j) : 1.0 / values.length;
            }
            return game.induce(Design.of(values));
        }

        @Override
        public BayesianGame followers() {
            return Shape.of(somewhere().followers()).game();
        }

        @Override
        public LeaderSpace space() {
            DesignSpace space = game.leaderSpace();
            return space instanceof DesignSpace.Box box
                    ? new LeaderSpace.Numbers(box)
                    : new LeaderSpace.Mixture(space.names());
        }

        @Override
        public List<String> sees() {
            return CONSTANT;
        }

        @Override
        public int memory() {
            return 3 + somewhere().followers().players();
        }

        @Override
        public void begin(int types, int profile, double[] memory) {
            memory[0] = types;
            memory[1] = profile;
        }

        @Override
        public void observe(double[] memory, float[] out) {
            out[0] = 1;
        }

        @Override
        public boolean move(float[] action, double[] memory) {
            double[] x = new double[action.length];
            for (int j = 0; j < x.length; j++) {
                x[j] = action[j];
            }
            InducedGame induced = game.induce(Design.of(x));
            int t = (int) memory[0];
            int a = (int) memory[1];
            memory[2] = induced.leader(t, a);
            for (int i = 0; i < induced.followers().players(); i++) {
                memory[3 + i] = induced.followers().payoff(i, t, a);
            }
            return true;
        }

        @Override
        public double payoff(int player, double[] memory) {
            return memory[2 + player];
        }
    }
}
