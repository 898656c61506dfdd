package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;

/**
 * Followers who find out what is best by trying everything: before a round, one after the other takes the pure strategy that
 * would pay it most over the round, others' standing, until nobody wants another or they have gone round often enough.
 *
 * <p>A pure strategy is a choice for each situation that comes up under what everybody does. Strategies are tried in forks of
 * the worlds under the law as it is, all with the same chance. If nobody wants another, they are in a pure equilibrium among
 * such strategies of the game that these forks are; where a round draws chance, of a sample of it. One that does as well as
 * the best keeps what it does.
 *
 * <p>O(players · strategies · worlds · samples · steps) world steps each time round; refused where that is too many.
 */
public final class BestResponders implements Followers<Pomg> {
    private static final double EQUAL = 1e-9; // of the size of a return: sums of floats that should be equal

    private final Spaces spaces;
    private final Habits habits;
    private final ActionHeads heads;
    private final PureStrategies strategies;
    private int turns;
    private boolean settled;

    /**
     * How they search.
     *
     * @param context what situations are told apart by
     * @param samples copies of each world, each with chance of its own, that a strategy is tried in, at least 1
     * @param turns how often everybody may move before a round, at least 1
     * @param most world steps that one player's search may take, at least 1
     */
    public record Habits(Context context, int samples, int turns, long most) {
        public Habits {
            Require.that(
                    context != Context.WORLD,
                    "situations of players who try everything",
                    context,
                    "must be told apart by what players see",
                    "strategies are tried in forks, which are no worlds of their own");
            Require.atLeast(samples, 1, "samples of a world");
            Require.atLeast(turns, 1, "turns of everybody");
            Require.within(most, 1, Long.MAX_VALUE, "world steps of a search");
        }
    }

    /** Followers who take the lowest choice until they have searched, for an economy of those spaces. */
    public BestResponders(Spaces spaces, Habits habits) {
        this(spaces, habits, new PureStrategies(new ActionHeads(spaces), habits.context(), rows(habits)));
    }

    /** More situations than that could never be searched. */
    private static int rows(Habits habits) {
        return (int) Math.min(habits.most(), 1 << 16);
    }

    private BestResponders(Spaces spaces, Habits habits, PureStrategies strategies) {
        this.spaces = spaces;
        this.habits = habits;
        this.heads = new ActionHeads(spaces);
        this.strategies = strategies;
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        heads.require(economy.spaces());
        search(economy, steps);
        return Loop.play(economy, players(economy.batch()), government, steps);
    }

    private Players players(int worlds) {
        Sights sights = new Sights(spaces, worlds);
        return (now, actions) -> strategies.act(sights, now, actions);
    }

    private void search(Pomg economy, int steps) {
        try (Pomg start = economy.forked(all(economy.batch()), habits.samples(), Noise.FRESH)) {
            settled = false;
            for (turns = 0; turns < habits.turns() && !settled; turns++) {
                settled = true;
                for (int i = 0; i < heads.players(); i++) {
                    meet(start, steps);
                    settled &= !move(start, i, steps);
                }
            }
        }
    }

    /** Enters the situations that come up. */
    private void meet(Pomg start, int steps) {
        try (Pomg fork = start.forked(all(start.batch()), 1, Noise.SHARED)) {
            Sights sights = new Sights(spaces, fork.batch());
            IntTensor actions = IntTensor.zeros(fork.batch(), heads.seats());
            for (int t = 0; t < steps; t++) {
                strategies.act(sights, fork.now(), actions);
                strategies.enter(sights);
                fork.step(actions);
                fork.reset(fork.now().ended());
            }
        }
    }

    /** Takes a player's best strategy; whether it is another. */
    private boolean move(Pomg start, int player, int steps) {
        Enumeration enumeration = new Enumeration(heads, strategies.book(player).keys());
        double cost = enumeration.count() * start.batch() * steps;
        Require.that(
                cost <= habits.most(),
                "world steps of the search of player " + player,
                cost,
                "must be at most " + habits.most() + ": " + enumeration.count() + " pure strategies over "
                        + enumeration.situations().size() + " situations, " + start.batch() + " forks, " + steps
                        + " steps",
                "situations are told apart by too much (Context), or a learner would do: Populations.tabularQ or ppo");
        double[] returns = new Trying(strategies, heads, enumeration, player).returns(start, steps);
        int now = enumeration.number(strategies.book(player));
        int best = now;
        for (int s = 0; s < returns.length; s++) {
            double margin = best == now ? EQUAL * Math.max(1, Math.abs(returns[now])) : 0;
            best = returns[s] > returns[best] + margin ? s : best;
        }
        for (int at = 0; at < enumeration.situations().size(); at++) {
            int[] choices = strategies.book(player).row(enumeration.situations().get(at));
            System.arraycopy(enumeration.choices(best, at), 0, choices, 0, choices.length);
        }
        return best != now;
    }

    static int[] all(int worlds) {
        int[] all = new int[worlds];
        for (int b = 0; b < worlds; b++) {
            all[b] = b;
        }
        return all;
    }

    /** Whether the last search ended because nobody wanted another strategy (1) or not (0); how often it went round. */
    @Override
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("settled", settled ? 1.0 : 0.0);
        figures.put("turns", (double) turns);
        return figures;
    }

    @Override
    public BestResponders copy() {
        BestResponders copy = new BestResponders(spaces, habits, strategies.copy());
        copy.turns = turns;
        copy.settled = settled;
        return copy;
    }

    /** Followers who do what these have come to, whatever the law becomes. */
    @Override
    public Followers<Pomg> frozen() {
        BestResponders kept = copy();
        return new Still(heads, (worlds, seed) -> kept.players(worlds));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(turns);
        out.writeBoolean(settled);
        for (int i = 0; i < heads.players(); i++) {
            strategies.book(i).save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        turns = in.readInt();
        settled = in.readBoolean();
        for (int i = 0; i < heads.players(); i++) {
            strategies.book(i).load(in);
        }
    }
}
