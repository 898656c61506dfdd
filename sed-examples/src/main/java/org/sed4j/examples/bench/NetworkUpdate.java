package org.sed4j.examples.bench;

import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/** Random rows and PPO's loss on them: clipped surrogate, squared error of the value, entropy. */
final class NetworkUpdate implements Rows, OutputLoss {
    private static final float CLIP = 0.2f;
    private static final float VALUE = 0.5f;
    private static final float ENTROPY = 0.01f;

    private final Inputs inputs;
    private final int actions;
    private final int batch;
    private final byte[] codes;
    private final float[] numbers;
    private final int[] chosen;
    private final float[] logProbability;
    private final float[] advantage;
    private final float[] target;

    NetworkUpdate(Inputs inputs, int rows, int actions, Seed seed) {
        this.inputs = inputs;
        this.actions = actions;
        this.batch = rows;
        Rng rng = seed.named("rows").rng();
        codes = new byte[rows * inputs.codes().cells()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) rng.below(inputs.codes().kinds());
        }
        numbers = new float[rows * inputs.numbers()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) rng.gaussian();
        }
        chosen = new int[rows];
        logProbability = new float[rows];
        advantage = new float[rows];
        target = new float[rows];
        for (int i = 0; i < rows; i++) {
            chosen[i] = rng.below(actions);
            logProbability[i] = (float) -Math.log(actions);
            advantage[i] = (float) rng.gaussian();
            target[i] = (float) rng.gaussian();
        }
    }

    @Override
    public void fill(int first, int count, byte[] codesInto, float[] numbersInto) {
        int cells = inputs.codes().cells();
        System.arraycopy(codes, first * cells, codesInto, 0, count * cells);
        System.arraycopy(numbers, first * inputs.numbers(), numbersInto, 0, count * inputs.numbers());
    }

    @Override
    public void differentiate(int first, int count, float[] outputs, float[] cotangent) {
        for (int i = 0; i < count; i++) {
            differentiateRow(first + i, i * (actions + 1), outputs, cotangent);
        }
    }

    private void differentiateRow(int row, int at, float[] y, float[] d) {
        float most = y[at];
        for (int k = 1; k < actions; k++) {
            most = Math.max(most, y[at + k]);
        }
        float sum = 0;
        for (int k = 0; k < actions; k++) {
            d[at + k] = (float) Math.exp(y[at + k] - most);
            sum += d[at + k];
        }
        float logSum = most + (float) Math.log(sum);
        float minusEntropy = 0;
        for (int k = 0; k < actions; k++) {
            d[at + k] /= sum;
            minusEntropy += d[at + k] * (y[at + k] - logSum);
        }
        float a = advantage[row];
        float ratio = (float) Math.exp(y[at + chosen[row]] - logSum - logProbability[row]);
        boolean clipped = a >= 0 ? ratio > 1 + CLIP : ratio < 1 - CLIP;
        float pull = clipped ? 0 : ratio * a;
        for (int k = 0; k < actions; k++) {
            float p = d[at + k];
            float surrogate = (k == chosen[row] ? 1 - p : -p) * pull;
            float bonus = p * (y[at + k] - logSum - minusEntropy);
            d[at + k] = (ENTROPY * bonus - surrogate) / batch;
        }
        d[at + actions] = VALUE * 2 * (y[at + actions] - target[row]) / batch;
    }
}
