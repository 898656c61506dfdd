package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;

/**
 * Followers of whom each has a policy of its own and improves it by PPO while it lives: n policies, each over the B worlds.
 *
 * <p>Source: de Witt, Gupta, Makoviichuk, Makoviychuk, Torr, Sun and Whiteson (2020), "Is independent learning all you need
 * in the StarCraft multi-agent challenge?", arXiv:2011.09533; here nothing is shared, not even parameters.
 */
public final class IndependentPpo implements Followers<Pomg> {
    private final List<PpoFollowers> players;
    private final boolean common;

    /**
     * Followers with those policies.
     *
     * @param minds one for each player
     */
    public IndependentPpo(
            List<? extends ActorCritic> minds, PpoSettings settings, PpoFollowers.Habits habits, Crew crew) {
        Require.atLeast(minds.size(), 1, "policies");
        this.players = new ArrayList<>();
        for (ActorCritic mind : minds) {
            players.add(new PpoFollowers(mind, settings, habits, crew));
        }
        this.common = habits.common();
    }

    private IndependentPpo(List<PpoFollowers> players, boolean common) {
        this.players = players;
        this.common = common;
    }

    /** The policy and value of a player; live. */
    public ActorCritic mind(int player) {
        return players.get(player).mind();
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        one(players.size(), economy);
        players.get(0).whole(steps);
        Apart apart = new Apart(
                economy,
                common,
                (player, slice, chance) -> players.get(player).begin(slice.spaces(), economy.batch(), chance),
                seed.named("players"));
        return Loop.play(economy, Sights.checked(economy.spaces(), economy.batch(), apart), government, steps);
    }

    private static void one(int policies, Pomg economy) {
        Require.that(
                policies == economy.players(),
                "policies",
                policies,
                "must be one for each of the economy's " + economy.players() + " players",
                "they were made for another economy");
    }

    /** How the updates of the last round went, averaged over them and over players. */
    @Override
    public Map<String, Double> figures() {
        List<PpoFigures> all = new ArrayList<>();
        players.forEach(player -> all.addAll(player.updatesOfTheRound()));
        return PpoFigures.mean(all).orElse(PpoFigures.NONE).named("");
    }

    @Override
    public IndependentPpo copy() {
        List<PpoFollowers> copies = new ArrayList<>();
        players.forEach(player -> copies.add(player.copy()));
        return new IndependentPpo(copies, common);
    }

    @Override
    public Followers<Pomg> frozen() {
        List<PpoFollowers> copies = new ArrayList<>();
        players.forEach(player -> copies.add(player.copy()));
        return new Frozen(copies);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (PpoFollowers player : players) {
            player.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (PpoFollowers player : players) {
            player.load(in);
        }
    }

    private record Frozen(List<PpoFollowers> players) implements Followers<Pomg> {
        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            one(players.size(), economy);
            Apart apart = new Apart(
                    economy,
                    false,
                    (player, slice, chance) -> players.get(player).still(slice.spaces(), economy.batch(), chance),
                    seed.named("players"));
            return Loop.play(economy, Sights.checked(economy.spaces(), economy.batch(), apart), government, steps);
        }

        @Override
        public Followers<Pomg> copy() {
            List<PpoFollowers> copies = new ArrayList<>();
            players.forEach(player -> copies.add(player.copy()));
            return new Frozen(copies);
        }

        @Override
        public Followers<Pomg> frozen() {
            return this;
        }

        @Override
        public boolean learns() {
            return false;
        }
    }
}
