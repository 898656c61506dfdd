package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;

/**
 * The players of an economy, each following one of several learners: one for all of them (shared parameters), one for each
 * (independent), or anything between.
 */
public final class Population implements Checkpointed {
    private final int batch;
    private final int slots;
    private final Spaces spaces;
    private final List<Learner> learners = new ArrayList<>();
    private Crew crew = Crew.of(1);

    private Population(Spaces spaces, int batch, int slots, int[] learnerOf, PlayerDesign design, Seed seed) {
        this.spaces = spaces;
        this.batch = batch;
        this.slots = slots;
        int most = 0;
        for (int learner : learnerOf) {
            most = Math.max(most, learner);
        }
        for (int j = 0; j <= most; j++) {
            int[] players = playersOf(learnerOf, j);
            Require.atLeast(players.length, 1, "players of learner " + j);
            learners.add(new Learner(
                    spaces, batch, slots, players, design, seed.named("learner").at(j)));
        }
    }

    private static int[] playersOf(int[] learnerOf, int learner) {
        int count = 0;
        for (int own : learnerOf) {
            count += own == learner ? 1 : 0;
        }
        int[] players = new int[count];
        int at = 0;
        for (int i = 0; i < learnerOf.length; i++) {
            if (learnerOf[i] == learner) {
                players[at++] = i;
            }
        }
        return players;
    }

    /**
     * Every player a learner of its own.
     *
     * @param batch B, worlds that episodes are played in at a time
     * @param slots the most steps of an episode
     */
    public static Population independent(Spaces spaces, int batch, int slots, PlayerDesign design, Seed seed) {
        int[] own = new int[spaces.players()];
        for (int i = 0; i < own.length; i++) {
            own[i] = i;
        }
        return new Population(spaces, batch, slots, own, design, seed);
    }

    /** All players share one learner. */
    public static Population shared(Spaces spaces, int batch, int slots, PlayerDesign design, Seed seed) {
        return new Population(spaces, batch, slots, new int[spaces.players()], design, seed);
    }

    /**
     * Player i follows learner {@code learnerOf[i]}.
     *
     * @param learnerOf numbers from 0 without gaps, one for each player
     */
    public static Population grouped(
            Spaces spaces, int batch, int slots, int[] learnerOf, PlayerDesign design, Seed seed) {
        Require.that(
                learnerOf.length == spaces.players(),
                "learners of players",
                learnerOf.length,
                "must be one for each of " + spaces.players() + " players",
                "the assignment was made for another economy");
        return new Population(spaces, batch, slots, learnerOf, design, seed);
    }

    /** Shares the parts of an update that need not wait for each other among a crew, of one if not said. Results do not depend on it. */
    public void shareWith(Crew workers) {
        crew = workers;
        learners.forEach(learner -> learner.shareWith(workers));
    }

    /** Who shares the work. */
    public Crew crew() {
        return crew;
    }

    /** The learners, in order. */
    public List<Learner> learners() {
        return List.copyOf(learners);
    }

    /** Whether the learners have value functions. */
    public boolean learnsValues() {
        return learners.get(0).state().value().length > 0;
    }

    /** The economy's spaces. */
    public Spaces spaces() {
        return spaces;
    }

    /** B. */
    public int batch() {
        return batch;
    }

    /** The most steps of an episode. */
    public int slots() {
        return slots;
    }

    /** An empty trajectory of the right size. */
    public Trajectory trajectory() {
        return new Trajectory(spaces, batch, slots);
    }

    /** What every learner knows now. */
    public List<LearnerState> states() {
        return learners.stream().map(Learner::state).toList();
    }

    /** Every learner goes on from the state at its place. */
    public void become(List<LearnerState> states) {
        for (int j = 0; j < learners.size(); j++) {
            learners.get(j).become(states.get(j));
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (LearnerState state : states()) {
            state.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        List<LearnerState> states = new ArrayList<>();
        for (int j = 0; j < learners.size(); j++) {
            states.add(LearnerState.load(in));
        }
        become(states);
    }

    /** What players were paid in an episode, [T · L]. */
    public static double[] paid(Trajectory episode) {
        double[] rewards = new double[episode.slots() * episode.lanes()];
        for (int slot = 0; slot < episode.longest(); slot++) {
            for (int lane = 0; lane < episode.lanes(); lane++) {
                rewards[slot * episode.lanes() + lane] = episode.reward(slot, lane);
            }
        }
        return rewards;
    }

    /**
     * The states after one update from {@code start} with that episode and those rewards. Nobody's own state changes.
     *
     * @param rewards [T · L]
     */
    public List<LearnerState> updated(List<LearnerState> start, Trajectory episode, double[] rewards) {
        List<LearnerState> after = new ArrayList<>();
        for (int j = 0; j < learners.size(); j++) {
            after.add(learners.get(j).updated(start.get(j), episode, rewards));
        }
        return after;
    }

    /**
     * The policies after that update again, for other rewards: what is differentiated. Value functions in the states that are
     * given back may be as they were.
     *
     * @param sums whether gradients of transitions are summed whatever the rule says
     */
    public List<LearnerState> replica(List<LearnerState> start, Trajectory episode, double[] rewards, boolean sums) {
        List<LearnerState> after = new ArrayList<>();
        for (int j = 0; j < learners.size(); j++) {
            after.add(learners.get(j).replica(start.get(j), episode, rewards, sums));
        }
        return after;
    }

    /**
     * The derivative of the last {@link #updated} or {@link #replica}: adjoints of rewards from adjoints of the policies' parameters after.
     *
     * @param adjoints by learner
     * @param squaresStandStill see {@link StepRule#pullback}
     * @param rewardAdjoints [T · L], written where the episode has transitions
     */
    public void pullback(List<double[]> adjoints, boolean squaresStandStill, double[] rewardAdjoints) {
        for (int j = 0; j < learners.size(); j++) {
            learners.get(j).pullback(adjoints.get(j), squaresStandStill, rewardAdjoints);
        }
    }

    /**
     * Σ_t w_t Σ_i log π^i(a_t^i | o_t^i) of an episode for policies in these states.
     *
     * @param weights [T · B] by slot and world
     * @param mixed whether policies explore as they did in the episode
     * @param gradients by learner, overwritten with the gradient in its policy's parameters
     */
    public double score(
            List<LearnerState> states, Trajectory episode, double[] weights, boolean mixed, List<double[]> gradients) {
        double sum = 0;
        for (int j = 0; j < learners.size(); j++) {
            sum += learners.get(j).score(states.get(j).policy(), episode, weights, mixed, gradients.get(j));
        }
        return sum;
    }

    /**
     * ‖∇_θ log π_θ(a | o)‖² of what the player of a lane did in a step, for its learner's present θ.
     */
    public double squaredScore(Trajectory episode, int slot, int lane) {
        for (Learner learner : learners) {
            if (learner.has(lane)) {
                return learner.squaredScore(episode, slot, lane);
            }
        }
        throw new IndexOutOfBoundsException("lane " + lane + " of " + episode.lanes());
    }

    /** Fresh arrays as long as the policies' parameters. */
    public List<double[]> parameterArrays() {
        return learners.stream()
                .map(learner -> new double[learner.state().policy().length])
                .toList();
    }
}
