package org.sed4j.rl.ppo;

import org.sed4j.core.game.Require;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/**
 * A batch that an actor and a critic of their own are asked about: their answers are joined to rows as one network would
 * give them, scores, free scores, value, and the slopes of a loss are taken apart again.
 */
final class JoinedBatch {
    private final AskedOnce actor;
    private final AskedOnce critic;
    private final FreeScores free;
    private final int maxRows;
    /** Scores of the actor's network. */
    private final int own;
    /** Of a joined row. */
    private final int width;

    private final int floats;
    private final byte[] codes;
    private final float[] numbers;
    private final Rows all;
    private final float[] outputs;
    private final float[] slopes;

    JoinedBatch(AskedOnce actor, AskedOnce critic, FreeScores free, int maxRows) {
        this.actor = actor;
        this.critic = critic;
        this.free = free;
        this.maxRows = maxRows;
        this.own = actor.network().outputs();
        this.width = own + free.count() + 1;
        Inputs inputs = critic.network().inputs();
        this.floats = inputs.numbers();
        this.codes = new byte[maxRows * inputs.codes().cells()];
        this.numbers = new float[maxRows * floats];
        this.all = Rows.of(codes, inputs.codes().cells(), numbers, floats);
        this.outputs = new float[maxRows * width];
        this.slopes = new float[maxRows * width];
    }

    /** Writes the joined rows. */
    void evaluate(Rows rows, int count, float[] into) {
        look(rows, count);
        ask(count, into);
    }

    /** Overwrites {@code gradient} with that of a loss: the actor's, the critic's, the free scores'. */
    void differentiate(Rows rows, int count, OutputLoss loss, float[] gradient) {
        look(rows, count);
        if (2 * critic.different() > count) {
            critic.pullAll(all, count, (first, howMany, out, slope) -> judge(first, howMany, count, loss, out, slope));
        } else {
            ask(count, outputs);
            loss.differentiate(0, count, outputs, slopes);
            critic.pull(slopes, width, width - 1, count);
        }
        actor.pull(slopes, width, 0, count);
        free.pull(slopes, width, own, count, gradient, actor.parameters() + critic.parameters());
        actor.gradient(gradient, 0);
        critic.gradient(gradient, actor.parameters());
    }

    private void look(Rows rows, int count) {
        Require.that(count <= maxRows, "rows of a batch", count, "must be at most " + maxRows, "copy it for more rows");
        rows.fill(0, count, codes, numbers);
        actor.look(codes, numbers, floats, count);
        critic.look(codes, numbers, floats, count);
        actor.ask();
    }

    private void ask(int count, float[] into) {
        critic.ask();
        for (int i = 0; i < count; i++) {
            join(i, into, i);
            critic.answer(i, into, i * width + width - 1);
        }
    }

    /** Writes scores and free scores of row {@code i} of the batch as row {@code at}; the value follows them. */
    private void join(int i, float[] into, int at) {
        actor.answer(i, into, at * width);
        free.copy(into, at * width + own);
    }

    /** The loss of some rows, where the critic is asked about every row. */
    private void judge(int first, int howMany, int count, OutputLoss loss, float[] out, float[] slope) {
        boolean whole = howMany == count;
        float[] joined = whole ? outputs : new float[howMany * width];
        float[] pulled = whole ? slopes : new float[howMany * width];
        for (int i = 0; i < howMany; i++) {
            join(first + i, joined, i);
            joined[i * width + width - 1] = out[i];
        }
        loss.differentiate(first, howMany, joined, pulled);
        for (int i = 0; i < howMany; i++) {
            slope[i] = pulled[i * width + width - 1];
        }
        if (!whole) {
            System.arraycopy(pulled, 0, slopes, first * width, howMany * width);
        }
    }
}
