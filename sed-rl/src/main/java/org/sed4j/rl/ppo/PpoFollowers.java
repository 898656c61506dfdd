package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.rollout.Advantages;
import org.sed4j.rl.rollout.Rollout;

/**
 * Followers that share one policy's parameters and improve it by PPO while they live.
 *
 * <p>They act in all worlds of the economy; every {@code horizon} steps they update. Parameter sharing as in paper 002,
 * appendix A: one policy over [B · n] rows.
 */
public final class PpoFollowers implements Followers<Pomg> {
    private ActorCritic mind;
    private Ppo ppo;
    private final Habits habits;
    private final Crew crew;
    private final List<PpoFigures> figures = new ArrayList<>();
    private long updates;
    private @Nullable Experience experience;
    private @Nullable Advantages advantages;
    private int worlds;
    private Seed chance = Seed.of(0);

    /**
     * How the population learns, besides PPO's own settings.
     *
     * @param horizon steps between updates, at least 1; a round must be a whole number of horizons
     * @param annealOver updates over which the learning rate falls linearly to 0; 0 keeps it
     * @param common whether each player is rewarded with the mean of its world instead of its own reward
     */
    public record Habits(int horizon, long annealOver, boolean common) {
        public Habits {
            Require.atLeast(horizon, 1, "horizon");
            Require.within(annealOver, 0, Long.MAX_VALUE, "updates to anneal over");
        }
    }

    /** Followers with that policy. */
    public PpoFollowers(ActorCritic mind, PpoSettings settings, Habits habits, Crew crew) {
        this.mind = mind;
        this.ppo = new Ppo(mind, settings);
        this.habits = habits;
        this.crew = crew;
    }

    /** Their policy and value; live. */
    public ActorCritic mind() {
        return mind;
    }

    /** How the updates of the last round went, averaged. */
    @Override
    public Map<String, Double> figures() {
        return PpoFigures.mean(figures).orElse(PpoFigures.NONE).named("");
    }

    /** How the updates of the last round went. */
    List<PpoFigures> updatesOfTheRound() {
        return figures;
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        whole(steps);
        Players memory = begin(economy.spaces(), economy.batch(), seed);
        return Loop.play(economy, Sights.checked(economy.spaces(), economy.batch(), memory), government, steps);
    }

    /** Requires that a round is a whole number of horizons. */
    void whole(int steps) {
        Require.that(
                steps % habits.horizon() == 0,
                "steps to live",
                steps,
                "must be a whole number of horizons (" + habits.horizon() + ")",
                "the round is not a multiple of the sampling horizon");
    }

    /** Begins a round, for whoever plays it: what acts, remembers and learns. */
    Players begin(Spaces spaces, int batch, Seed seed) {
        figures.clear();
        chance = seed;
        Experience memory = experience(spaces, batch);
        memory.begin(seed.named("acts"));
        return memory;
    }

    /** Who acts by this policy and remembers nothing. */
    Players still(Spaces spaces, int batch, Seed seed) {
        return still(mind, crew, spaces, batch, seed);
    }

    private static Players still(ActorCritic mind, Crew crew, Spaces spaces, int batch, Seed seed) {
        Fitting.require(mind, spaces);
        int lanes = batch * spaces.players();
        Sampler sampler = new Sampler(lanes > mind.maxRows() ? mind.copy(lanes) : mind, crew, lanes);
        return new PolicyPlayers(spaces, batch, sampler, seed.named("acts"));
    }

    private Experience experience(Spaces spaces, int batch) {
        if (experience == null || worlds != batch) {
            Fitting.require(mind, spaces);
            worlds = batch;
            advantages = null;
            int lanes = worlds * spaces.players();
            if (lanes > mind.maxRows()) {
                mind = mind.copy(lanes);
                ppo = new Ppo(mind, ppo.settings());
            }
            Sampler sampler = new Sampler(mind, crew, lanes);
            experience = new Experience(spaces, worlds, habits.horizon(), habits.common(), mind, sampler, this::learn);
        }
        return experience;
    }

    private void learn(Rollout rollout, float[] lastValue) {
        if (advantages == null) {
            advantages = Advantages.of(rollout);
        }
        PpoSettings settings = ppo.settings();
        advantages.estimate(rollout, settings.discount(), settings.traceDecay(), lastValue);
        double left = habits.annealOver() == 0 ? 1 : Math.max(0, 1 - (double) updates / habits.annealOver());
        Seed shuffles = chance.named("minibatches").at(figures.size());
        figures.add(ppo.update(rollout, advantages, left * settings.learningRate(), shuffles));
        updates++;
    }

    @Override
    public PpoFollowers copy() {
        PpoFollowers copy = new PpoFollowers(mind.copy(), ppo.settings(), habits, crew);
        copy.updates = updates;
        return copy;
    }

    /** Followers that act by this policy as it is now and do not learn. */
    @Override
    public Followers<Pomg> frozen() {
        return new Frozen(mind.copy(), crew);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(updates);
        mind.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        updates = in.readLong();
        mind.load(in);
        figures.clear();
    }

    private record Frozen(ActorCritic mind, Crew crew) implements Followers<Pomg> {
        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            Players players = still(mind, crew, economy.spaces(), economy.batch(), seed);
            return Loop.play(economy, players, government, steps);
        }

        @Override
        public Followers<Pomg> copy() {
            return new Frozen(mind.copy(), crew);
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
