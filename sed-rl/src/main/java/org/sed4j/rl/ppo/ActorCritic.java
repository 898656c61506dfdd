package org.sed4j.rl.ppo;

import org.sed4j.core.run.Checkpointed;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/**
 * A policy π(a | o) and a value V(o), with the optimiser that moves them.
 *
 * <p>Axes: K scores, which pick one distribution of a family, then one value: outputs are [rows, K + 1].
 */
public interface ActorCritic extends Checkpointed {

    /** What is seen. */
    Inputs inputs();

    /** What the K scores of a row mean. */
    ActionFamily family();

    /** Parameters in all. */
    int parameterCount();

    /** Writes scores and values of {@code count} rows to {@code outputs}, [count, K + 1]. */
    void evaluate(Rows rows, int count, float[] outputs);

    /** Overwrites {@code gradient} with the derivative of a loss, summed over rows. */
    void gradient(Rows rows, int count, OutputLoss loss, float[] gradient);

    /** One optimiser step against the gradient. */
    void descend(float[] gradient, double learningRate);

    /** Most rows of one evaluation or gradient. */
    int maxRows();

    /** An equal one that shares nothing with this, for up to {@code maxRows} rows. */
    ActorCritic copy(int maxRows);

    /** An equal one that shares nothing with this. */
    default ActorCritic copy() {
        return copy(maxRows());
    }

    /** A copy of all parameters, for comparison. */
    float[] parameters();
}
