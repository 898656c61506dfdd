package org.sed4j.rl.stackelbergpomdp;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.ppo.CentralCritic;
import org.sed4j.rl.ppo.Ppo;
import org.sed4j.rl.ppo.PpoFigures;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.Sampler;
import org.sed4j.rl.rollout.Advantages;
import org.sed4j.rl.rollout.Rollout;

/**
 * A leader that learns in its Stackelberg POMDP by PPO; with a critic that sees the followers, by MAPPO.
 *
 * <p>An iteration is a number of whole episodes under one policy, and one PPO update from them. What is saved between
 * iterations is the networks, their optimisers and a few counts; an iteration depends on these and the seed alone.
 *
 * @paper 003, section 6
 */
public final class LeaderTraining implements Checkpointed {
    private final PomdpRules rules;
    private final CentralCritic mind;
    private final LeaderPolicy policy;
    private final Ppo ppo;
    private final Habits habits;
    private final Seed seed;
    private final LeaderEpisodes episodes;
    private final Advantages advantages;
    private long iterations;
    private long steps;
    private long plays;

    /**
     * How the leader learns, besides PPO's own settings.
     *
     * @param episodes played side by side in an iteration, at least 1
     * @param threads that step the worlds; changes no result
     * @param authorsEpsilon whether it explores as the published code does: any action at new observations throughout the
     *     first iteration, with probability 0.05 from then on
     */
    public record Habits(int episodes, int threads, boolean authorsEpsilon) {
        public Habits {
            Require.atLeast(episodes, 1, "episodes of an iteration");
            Require.atLeast(threads, 1, "threads");
        }
    }

    /**
     * What an iteration was.
     *
     * @param number counted from 1
     * @param steps leader steps so far
     * @param plays plays so far, in both phases
     * @param queries queries of an episode, mean
     * @param meanReturn what the leader got in an episode, in its unit, mean; its policy sampled
     * @param figures of the update
     */
    public record Iteration(
            long number, long steps, long plays, double queries, double meanReturn, PpoFigures figures) {

        /** Steps as the published code counts them, which spends one more on the end of every play. */
        public long authorsSteps() {
            return steps + plays;
        }
    }

    /**
     * A leader of that mind.
     *
     * @param mind sees what the POMDP shows its principal, or only the first numbers of it
     */
    public LeaderTraining(
            PomdpRules rules, CentralCritic mind, LeaderHead head, PpoSettings settings, Habits habits, Seed seed) {
        this.rules = rules;
        this.mind = mind;
        this.policy = new LeaderPolicy(mind, head);
        this.ppo = new Ppo(mind, settings);
        this.habits = habits;
        this.seed = seed;
        this.episodes = new LeaderEpisodes(rules, mind, policy, habits.episodes(), habits.threads());
        this.advantages = new Advantages();
    }

    /** The game and its POMDP. */
    public PomdpRules rules() {
        return rules;
    }

    /** Policy and value; live. */
    public CentralCritic mind() {
        return mind;
    }

    /** The policy as it acts; live. */
    public LeaderPolicy policy() {
        return policy;
    }

    /** Iterations so far. */
    public long iterations() {
        return iterations;
    }

    /** Leader steps so far. */
    public long steps() {
        return steps;
    }

    /** Steps so far as the published code counts them. */
    public long authorsSteps() {
        return steps + plays;
    }

    /**
     * Plays episodes and learns from them.
     *
     * @throws org.sed4j.core.run.NumericalDivergence if a number ceased to be one
     */
    public Iteration next() {
        double explores = !habits.authorsEpsilon() ? 0 : iterations == 0 ? 1 : 0.05;
        Rollout rollout = episodes.play(
                iterations * habits.episodes(),
                seed.named("followers").at(iterations),
                seed.named("leader"),
                explores,
                Sampler.Manner.DRAWN);
        PpoSettings told = ppo.settings();
        advantages.estimate(rollout, told.discount(), told.traceDecay(), new float[rollout.lanes()]);
        PpoFigures figures = ppo.update(
                rollout,
                advantages,
                told.learningRate(),
                seed.named("minibatches").at(iterations));
        policy.forget();
        iterations++;
        steps += rollout.size();
        plays += episodes.plays();
        return new Iteration(iterations, steps, plays, episodes.meanQueries(), episodes.meanReturn(), figures);
    }

    /**
     * What the greedy leader gets, in the game's units, from followers that adapt as in training: the mean over episodes of
     * their own seed. It leaves training as it was.
     */
    public double dynamicsValue(int worlds) {
        LeaderEpisodes held = new LeaderEpisodes(rules, mind, policy, worlds, habits.threads());
        held.play(0, seed.named("evaluation"), seed, 0, Sampler.Manner.GREEDY);
        return held.meanReturn() * rules.game().leaderUnit();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(iterations);
        out.writeLong(steps);
        out.writeLong(plays);
        mind.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        iterations = in.readLong();
        steps = in.readLong();
        plays = in.readLong();
        mind.load(in);
        policy.forget();
    }
}
