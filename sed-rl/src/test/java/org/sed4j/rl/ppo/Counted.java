package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/** An actor and critic that counts its gradients. */
record Counted(ActorCritic inner, int[] gradients) implements ActorCritic {
    @Override
    public Inputs inputs() {
        return inner.inputs();
    }

    @Override
    public ActionFamily family() {
        return inner.family();
    }

    @Override
    public int parameterCount() {
        return inner.parameterCount();
    }

    @Override
    public void evaluate(Rows rows, int count, float[] outputs) {
        inner.evaluate(rows, count, outputs);
    }

    @Override
    public void gradient(Rows rows, int count, OutputLoss loss, float[] gradient) {
        gradients[0]++;
        inner.gradient(rows, count, loss, gradient);
    }

    @Override
    public void descend(float[] gradient, double learningRate) {
        inner.descend(gradient, learningRate);
    }

    @Override
    public int maxRows() {
        return inner.maxRows();
    }

    @Override
    public ActorCritic copy(int maxRows) {
        return new Counted(inner.copy(maxRows), gradients);
    }

    @Override
    public float[] parameters() {
        return inner.parameters();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        inner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        inner.load(in);
    }
}
