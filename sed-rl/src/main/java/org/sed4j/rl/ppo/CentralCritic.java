package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.network.Adam;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/**
 * An actor and a critic that are networks of their own: the critic may see more than the actor. PPO with such a critic is
 * MAPPO: learning is central, acting is not.
 *
 * <p>A row holds what the critic sees; the actor sees the same codes and the first of the numbers. Scores that the actor's
 * network does not put out are parameters of their own, the same for every row: a state-independent log-deviation. Networks
 * are asked once about equal rows where that saves work, which makes an actor with few different observations nearly free.
 *
 * <p>Axes: parameters and gradients are the actor's, the critic's, then the free scores.
 *
 * @paper 003, section 6 (centralised critic)
 */
public final class CentralCritic implements ActorCritic {
    private final AskedOnce actor;
    private final AskedOnce critic;
    private final FreeScores free;
    private final ActionFamily family;
    private final Crew crew;
    private final int maxRows;
    private final JoinedBatch batch;
    private final float[] alone;

    private CentralCritic(
            AskedOnce actor, AskedOnce critic, FreeScores free, ActionFamily family, Crew crew, int maxRows) {
        this.actor = actor;
        this.critic = critic;
        this.free = free;
        this.family = family;
        this.crew = crew;
        this.maxRows = maxRows;
        this.batch = new JoinedBatch(actor, critic, free, maxRows);
        this.alone = new float[actor.network().outputs()];
    }

    /**
     * An actor and a critic.
     *
     * @param actor puts out the first scores of the family; what it leaves out starts at 0 and is learned for itself
     * @param critic puts out the value
     * @param maxRows most rows of one evaluation or gradient
     * @throws IllegalArgumentException if the networks do not fit the family or each other
     */
    public static CentralCritic of(
            Network actor, Network critic, ActionFamily family, Crew crew, int maxRows, double adamEpsilon) {
        Require.that(
                actor.outputs() <= family.scores(),
                "outputs of the actor",
                actor.outputs(),
                "must be at most the family's " + family.scores() + " scores",
                "the value was left among them");
        Require.that(
                critic.outputs() == 1,
                "outputs of the critic",
                critic.outputs(),
                "must be 1, the value",
                "it has heads");
        Require.that(
                actor.inputs().codes().equals(critic.inputs().codes())
                        && actor.inputs().numbers() <= critic.inputs().numbers(),
                "input of the actor",
                actor.inputs(),
                "must be the codes and the first numbers of the critic's " + critic.inputs(),
                "the two were swapped");
        int own = family.scores() - actor.outputs();
        return new CentralCritic(
                new AskedOnce(actor, adam(actor.parameterCount(), adamEpsilon), crew, maxRows),
                new AskedOnce(critic, adam(critic.parameterCount(), adamEpsilon), crew, maxRows),
                new FreeScores(new float[own], adam(Math.max(1, own), adamEpsilon)),
                family,
                crew,
                maxRows);
    }

    /** One for each part; together they are one Adam over all parameters. */
    private static Adam adam(int parameters, double epsilon) {
        return new Adam(parameters, 0.9, 0.999, epsilon); // Kingma and Ba 2015
    }

    /** The policy's network, for saving and showing. */
    public Network actor() {
        return actor.network();
    }

    /** The value's network. */
    public Network critic() {
        return critic.network();
    }

    @Override
    public Inputs inputs() {
        return critic().inputs();
    }

    @Override
    public ActionFamily family() {
        return family;
    }

    @Override
    public int parameterCount() {
        return freeAt() + free.count();
    }

    /** Where the critic's parameters begin. */
    private int criticAt() {
        return actor.parameters();
    }

    /** Where the free scores begin. */
    private int freeAt() {
        return criticAt() + critic.parameters();
    }

    /**
     * Writes the scores of one row, asked alone: the same whatever else is evaluated.
     *
     * @param row holds the row and nothing else
     * @param into K scores
     */
    public void scores(Rows row, float[] into) {
        actor.evaluate(row, 1, alone);
        System.arraycopy(alone, 0, into, 0, alone.length);
        free.copy(into, alone.length);
    }

    /** Writes the values of {@code count} rows. */
    public void values(Rows rows, int count, float[] into) {
        critic.evaluate(rows, count, into);
    }

    @Override
    public void evaluate(Rows rows, int count, float[] into) {
        batch.evaluate(rows, count, into);
    }

    @Override
    public void gradient(Rows rows, int count, OutputLoss loss, float[] gradient) {
        batch.differentiate(rows, count, loss, gradient);
    }

    @Override
    public void descend(float[] gradient, double learningRate) {
        actor.descend(gradient, 0, learningRate);
        critic.descend(gradient, criticAt(), learningRate);
        free.descend(gradient, freeAt(), learningRate);
    }

    /** An equal one but for its free scores; for tests. */
    CentralCritic withFree(float... scoresOfAll) {
        FreeScores others = new FreeScores(scoresOfAll.clone(), free.adam().copy());
        return new CentralCritic(actor.copy(crew, maxRows), critic.copy(crew, maxRows), others, family, crew, maxRows);
    }

    @Override
    public int maxRows() {
        return maxRows;
    }

    @Override
    public CentralCritic copy(int rows) {
        return new CentralCritic(actor.copy(crew, rows), critic.copy(crew, rows), free.copy(), family, crew, rows);
    }

    @Override
    public float[] parameters() {
        float[] copy = new float[parameterCount()];
        actor.parameters(copy, 0);
        critic.parameters(copy, criticAt());
        free.copy(copy, freeAt());
        return copy;
    }

    private List<Checkpointed> parts() {
        return List.of(actor(), critic(), actor.adam(), critic.adam(), free.adam());
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (Checkpointed piece : parts()) {
            piece.save(out);
        }
        free.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (Checkpointed piece : parts()) {
            piece.load(in);
        }
        free.load(in);
    }
}
