package org.sed4j.rl.policygradient;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;

/** One set of parameters and the players who act and learn with them. */
public final class Learner {
    private final Network network;
    private final ExploringChoices choices;
    /** By lane of this learner: its lane in a trajectory. */
    private final int[] laneOf;

    private final Samples samples;
    private final Samples validation;
    private final Tape acting;
    private final Tape outer;
    private final PolicyUpdate update;
    /** The same on gradients summed over transitions. */
    private final PolicyUpdate summed;

    private PolicyUpdate last;
    private final double[] cotangents;
    private final Rng rng = new Rng();
    private LearnerState state;

    Learner(Spaces spaces, int batch, int slots, int[] players, PlayerDesign design, Seed seed) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        this.network = design.policy().network(inputs, seed.named("policy"));
        this.choices = new ExploringChoices(spaces.actions());
        Require.that(
                network.outputs() == choices.total(),
                "outputs of a policy",
                network.outputs(),
                "must be the " + choices.total() + " choices of an action",
                "the layers were made for another economy");
        int n = spaces.players();
        this.laneOf = new int[players.length * batch];
        for (int k = 0; k < laneOf.length; k++) {
            laneOf[k] = k / players.length * n + players[k % players.length];
        }
        int rows = laneOf.length * slots;
        this.samples = Samples.ofPlayers(players, n, batch, slots);
        this.validation = Samples.ofPlayers(players, n, batch, slots);
        this.acting = network.tape(laneOf.length);
        this.outer = network.tape(rows);
        ValueFunction value = valueOf(design, inputs, rows + laneOf.length, seed);
        Standing inner = new Standing(network.tape(rows));
        this.update = new PolicyUpdate(design.rule(), choices, inner, value, samples);
        LearningRule sums = design.rule().reduced(LearningRule.Reduction.SUM);
        this.summed = new PolicyUpdate(sums, choices, inner, value, samples);
        this.last = update;
        this.cotangents = new double[rows * choices.total()];
        double[] theta = network.parameterValues();
        double[] phi = value == null ? new double[0] : value.initial();
        this.state = new LearnerState(
                theta,
                design.rule().step().start(theta.length),
                phi,
                value == null ? Moments.none() : value.rule().step().start(phi.length),
                phi);
        acting.bind(theta);
    }

    void shareWith(Crew crew) {
        update.shareWith(crew);
        summed.shareWith(crew);
    }

    private static @Nullable ValueFunction valueOf(PlayerDesign design, Inputs inputs, int rows, Seed seed) {
        if (design.value().isEmpty()) {
            return null;
        }
        Network values = design.value().get().network(inputs, seed.named("value"));
        return new ValueFunction(
                values, design.rule().value().orElseThrow(), design.rule().discount(), rows);
    }

    /** What it knows now. */
    public LearnerState state() {
        return state;
    }

    /** From here on it acts and learns from that state. */
    public void become(LearnerState other) {
        state = other;
        acting.bind(other.policy());
    }

    /** The policy's layers; its parameters are those that it was made with. */
    public Network network() {
        return network;
    }

    /** Its probabilities of each choice of the first head for what one of its lanes saw, written to {@code out}. */
    public void probabilities(Trajectory trajectory, int slot, int lane, double[] out) {
        double[] scores = acting.evaluate(samples.at(trajectory, slot), laneOf.length);
        int total = choices.total();
        choices.row(scores, lane * total, trajectory.masks(), 0, trajectory.exploration());
        for (int a = 0; a < total; a++) {
            out[a] = choices.probability(a);
        }
    }

    /** Draws actions for its lanes at the trajectory's present slot; the draw of a lane is a hash of (seed, step, lane). */
    void act(Trajectory trajectory, Seed seed, long step, int[] actions) {
        int slot = trajectory.slot();
        double[] scores = acting.evaluate(samples.at(trajectory, slot), laneOf.length);
        int total = choices.total();
        for (int k = 0; k < laneOf.length; k++) {
            int maskAt = (slot * trajectory.lanes() + laneOf[k]) * total;
            choices.row(scores, k * total, trajectory.masks(), maskAt, trajectory.exploration());
            rng.seat(seed.key(), step);
            rng.stream(laneOf[k]);
            choices.draw(rng, actions, laneOf[k] * choices.heads());
        }
    }

    /** θ' and the rest, from {@code start}, had it learned from that episode with those rewards. */
    LearnerState updated(LearnerState start, Trajectory episode, double[] rewards) {
        last = update;
        return update.run(start, episode, rewards, laneOf);
    }

    /** θ' again under other rewards, summed or as its rule says; whether its value function learns too is left open. */
    LearnerState replica(LearnerState start, Trajectory episode, double[] rewards, boolean sums) {
        last = sums ? summed : update;
        return last.rerun(start, episode, rewards, laneOf);
    }

    /** The derivative of the last {@link #updated}. */
    void pullback(double[] adjoint, boolean squaresStandStill, double[] rewardAdjoints) {
        last.pullback(adjoint, squaresStandStill, rewardAdjoints);
    }

    /** Whether a lane of a trajectory is one of its players'. */
    boolean has(int lane) {
        for (int own : laneOf) {
            if (own == lane) {
                return true;
            }
        }
        return false;
    }

    /** ‖∇_θ log π_θ(a | o)‖² of what one of its players did. */
    double squaredScore(Trajectory episode, int slot, int lane) {
        outer.bind(state.policy());
        double[] scores =
                outer.evaluate((first, count, codes, numbers) -> episode.playerRow(slot, lane, 0, codes, numbers), 1);
        int place = slot * episode.lanes() + lane;
        choices.row(scores, 0, episode.masks(), place * choices.total(), episode.exploration());
        choices.differentiate(episode.actions(), place * choices.heads(), 1, 0, cotangents, 0);
        double[] gradient = new double[state.policy().length];
        outer.pullback(cotangents, gradient);
        double sum = 0;
        for (double g : gradient) {
            sum += g * g;
        }
        return sum;
    }

    /**
     * Σ_t w_t Σ_i log π_θ(a_t^i | o_t^i) over its players, and its gradient.
     *
     * @param weights [T · B] by slot and world
     * @param mixed whether π is the exploring policy that the players followed; else the softmax alone
     * @param gradient [parameters], overwritten
     */
    double score(double[] theta, Trajectory episode, double[] weights, boolean mixed, double[] gradient) {
        Rows rows = validation.take(episode);
        outer.bind(theta);
        double[] scores = outer.evaluate(rows, validation.count());
        int total = choices.total();
        double sum = 0;
        for (int row = 0; row < validation.count(); row++) {
            int lane = laneOf[validation.lane(row)];
            int place = validation.slot(row) * episode.lanes() + lane;
            int world = lane / (episode.lanes() / episode.batch());
            double weight = weights[validation.slot(row) * episode.batch() + world];
            choices.row(scores, row * total, episode.masks(), place * total, mixed ? episode.exploration() : 0);
            sum += weight * choices.logProbability(episode.actions(), place * choices.heads());
            choices.differentiate(episode.actions(), place * choices.heads(), weight, 0, cotangents, row * total);
        }
        Arrays.fill(gradient, 0);
        outer.pullback(cotangents, gradient);
        return sum;
    }
}
