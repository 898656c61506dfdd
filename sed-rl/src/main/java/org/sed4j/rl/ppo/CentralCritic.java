package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.network.Adam;
import org.sed4j.rl.network.Executor;
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
    private final Network actor;
    private final Network critic;
    private final ActionFamily family;
    private final float[] free;
    private final Crew crew;
    private final int maxRows;
    private final Optimisers optimisers;
    private final Executor acting;
    private final Executor judging;
    private final DistinctRows seen;
    private final DistinctRows known;
    private final byte[] codes;
    private final float[] numbers;
    private final float[] scores;
    private final float[] values;
    private final float[] outputs;
    private final float[] slopes;
    private final double[] pulledScores;
    private final double[] pulledValues;
    private final float[] part;
    private final float[] criticPart;
    private final Rows all = this::fill;

    /** One Adam for each part; together they are one Adam over all parameters. */
    private record Optimisers(Adam actor, Adam critic, Adam free) {
        static Optimisers of(int actor, int critic, int free, double epsilon) {
            return new Optimisers(adam(actor, epsilon), adam(critic, epsilon), adam(Math.max(1, free), epsilon));
        }

        private static Adam adam(int parameters, double epsilon) {
            return new Adam(parameters, 0.9, 0.999, epsilon); // Kingma and Ba 2015
        }

        Optimisers copy() {
            return new Optimisers(actor.copy(), critic.copy(), free.copy());
        }
    }

    private CentralCritic(
            Network actor,
            Network critic,
            ActionFamily family,
            float[] free,
            Crew crew,
            int maxRows,
            Optimisers optimisers) {
        this.actor = actor;
        this.critic = critic;
        this.family = family;
        this.free = free;
        this.crew = crew;
        this.maxRows = maxRows;
        this.optimisers = optimisers;
        this.acting = actor.executor(crew, maxRows);
        this.judging = critic.executor(crew, maxRows);
        this.seen = new DistinctRows(actor.inputs(), maxRows);
        this.known = new DistinctRows(critic.inputs(), maxRows);
        this.codes = new byte[maxRows * critic.inputs().codes().cells()];
        this.numbers = new float[maxRows * critic.inputs().numbers()];
        this.scores = new float[maxRows * actor.outputs()];
        this.values = new float[maxRows];
        this.outputs = new float[maxRows * (family.scores() + 1)];
        this.slopes = new float[maxRows * (family.scores() + 1)];
        this.pulledScores = new double[maxRows * actor.outputs()];
        this.pulledValues = new double[maxRows];
        this.part = new float[actor.parameterCount()];
        this.criticPart = new float[critic.parameterCount()];
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
        float[] free = new float[family.scores() - actor.outputs()];
        Optimisers optimisers =
                Optimisers.of(actor.parameterCount(), critic.parameterCount(), free.length, adamEpsilon);
        return new CentralCritic(actor, critic, family, free, crew, maxRows, optimisers);
    }

    /** The policy's network, for saving and showing. */
    public Network actor() {
        return actor;
    }

    /** The value's network. */
    public Network critic() {
        return critic;
    }

    @Override
    public Inputs inputs() {
        return critic.inputs();
    }

    @Override
    public ActionFamily family() {
        return family;
    }

    @Override
    public int parameterCount() {
        return actor.parameterCount() + critic.parameterCount() + free.length;
    }

    /**
     * Writes the scores of one row, asked alone: the same whatever else is evaluated.
     *
     * @param row holds the row and nothing else
     * @param into K scores
     */
    public void scores(Rows row, float[] into) {
        acting.evaluate(row, 1, scores);
        System.arraycopy(scores, 0, into, 0, actor.outputs());
        System.arraycopy(free, 0, into, actor.outputs(), free.length);
    }

    /** Writes the values of {@code count} rows. */
    public void values(Rows rows, int count, float[] into) {
        judging.evaluate(rows, count, into);
    }

    @Override
    public void evaluate(Rows rows, int count, float[] into) {
        look(rows, count);
        judging.evaluate(known.rows(), known.count(), values);
        for (int i = 0; i < count; i++) {
            join(i, values[known.of(i)], into, i);
        }
    }

    /** The batch at hand as it is. */
    private void fill(int first, int howMany, byte[] toCodes, float[] toNumbers) {
        int cells = critic.inputs().codes().cells();
        int floats = critic.inputs().numbers();
        System.arraycopy(codes, first * cells, toCodes, 0, howMany * cells);
        System.arraycopy(numbers, first * floats, toNumbers, 0, howMany * floats);
    }

    private void look(Rows rows, int count) {
        Require.that(count <= maxRows, "rows of a batch", count, "must be at most " + maxRows, "copy it for more rows");
        rows.fill(0, count, codes, numbers);
        seen.take(codes, numbers, critic.inputs().numbers(), count);
        known.take(codes, numbers, critic.inputs().numbers(), count);
        acting.evaluate(seen.rows(), seen.count(), scores);
    }

    /** Writes row {@code i} of the batch as row {@code at}: scores, free scores, value. */
    private void join(int i, float value, float[] into, int at) {
        int width = family.scores() + 1;
        int own = actor.outputs();
        System.arraycopy(scores, seen.of(i) * own, into, at * width, own);
        System.arraycopy(free, 0, into, at * width + own, free.length);
        into[at * width + width - 1] = value;
    }

    @Override
    public void gradient(Rows rows, int count, OutputLoss loss, float[] gradient) {
        look(rows, count);
        if (2 * known.count() > count) {
            judging.gradient(
                    all,
                    count,
                    (first, howMany, out, slope) -> judge(first, howMany, count, loss, out, slope),
                    criticPart);
        } else {
            judging.evaluate(known.rows(), known.count(), values);
            for (int i = 0; i < count; i++) {
                join(i, values[known.of(i)], outputs, i);
            }
            loss.differentiate(0, count, outputs, slopes);
            pullValues(count);
        }
        pullScores(count, gradient);
        System.arraycopy(part, 0, gradient, 0, part.length);
        System.arraycopy(criticPart, 0, gradient, part.length, criticPart.length);
    }

    /** The loss of some rows, where the critic is asked about every row: one pass forward serves values and slopes. */
    private void judge(int first, int howMany, int count, OutputLoss loss, float[] out, float[] slope) {
        int width = family.scores() + 1;
        boolean whole = howMany == count;
        float[] joined = whole ? outputs : new float[howMany * width];
        float[] pulled = whole ? slopes : new float[howMany * width];
        for (int i = 0; i < howMany; i++) {
            join(first + i, out[i], joined, i);
        }
        loss.differentiate(first, howMany, joined, pulled);
        for (int i = 0; i < howMany; i++) {
            slope[i] = pulled[i * width + width - 1];
        }
        if (!whole) {
            System.arraycopy(pulled, 0, slopes, first * width, howMany * width);
        }
    }

    private void pullValues(int count) {
        int width = family.scores() + 1;
        Arrays.fill(pulledValues, 0, known.count(), 0);
        for (int i = 0; i < count; i++) {
            pulledValues[known.of(i)] += slopes[i * width + width - 1];
        }
        pull(judging, known, pulledValues, 1, criticPart);
    }

    private void pullScores(int count, float[] gradient) {
        int own = actor.outputs();
        int width = family.scores() + 1;
        int offset = part.length + criticPart.length;
        Arrays.fill(pulledScores, 0, seen.count() * own, 0);
        Arrays.fill(gradient, offset, offset + free.length, 0);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < own; j++) {
                pulledScores[seen.of(i) * own + j] += slopes[i * width + j];
            }
            for (int j = 0; j < free.length; j++) {
                gradient[offset + j] += slopes[i * width + own + j];
            }
        }
        pull(acting, seen, pulledScores, own, part);
    }

    private static void pull(Executor executor, DistinctRows rows, double[] pulled, int width, float[] into) {
        executor.gradient(
                rows.rows(),
                rows.count(),
                (first, howMany, ignored, cotangent) -> {
                    for (int j = 0; j < howMany * width; j++) {
                        cotangent[j] = (float) pulled[first * width + j];
                    }
                },
                into);
    }

    @Override
    public void descend(float[] gradient, double learningRate) {
        System.arraycopy(gradient, 0, part, 0, part.length);
        optimisers.actor().step(actor.parameters(), part, learningRate);
        System.arraycopy(gradient, part.length, criticPart, 0, criticPart.length);
        optimisers.critic().step(critic.parameters(), criticPart, learningRate);
        if (free.length > 0) {
            int offset = part.length + criticPart.length;
            float[] own = Arrays.copyOfRange(gradient, offset, offset + free.length);
            optimisers.free().step(FloatBuffer.wrap(free), own, learningRate);
        }
    }

    /** An equal one but for its free scores; for tests. */
    CentralCritic withFree(float... scoresOfAll) {
        return new CentralCritic(
                actor.copy(), critic.copy(), family, scoresOfAll.clone(), crew, maxRows, optimisers.copy());
    }

    @Override
    public int maxRows() {
        return maxRows;
    }

    @Override
    public CentralCritic copy(int rows) {
        return new CentralCritic(actor.copy(), critic.copy(), family, free.clone(), crew, rows, optimisers.copy());
    }

    @Override
    public float[] parameters() {
        float[] copy = new float[parameterCount()];
        actor.parameters().get(0, copy, 0, actor.parameterCount());
        critic.parameters().get(0, copy, actor.parameterCount(), critic.parameterCount());
        System.arraycopy(free, 0, copy, copy.length - free.length, free.length);
        return copy;
    }

    private Checkpointed[] parts() {
        return new Checkpointed[] {actor, critic, optimisers.actor(), optimisers.critic(), optimisers.free()};
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (Checkpointed piece : parts()) {
            piece.save(out);
        }
        for (float score : free) {
            out.writeFloat(score);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (Checkpointed piece : parts()) {
            piece.load(in);
        }
        for (int j = 0; j < free.length; j++) {
            free[j] = in.readFloat();
        }
    }
}
