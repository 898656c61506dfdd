package org.sed4j.rl.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.network.Adam;
import org.sed4j.rl.network.Executor;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

/** An actor and a critic that are one network: K scores and the value come out of the same last layer. */
public final class SharedTrunk implements ActorCritic {
    private static final double BETA_1 = 0.9; // Kingma and Ba 2015
    private static final double BETA_2 = 0.999;

    private final Network network;
    private final List<Integer> heads;
    private final Crew crew;
    private final int maxRows;
    private final Adam adam;
    private final Executor executor;

    private SharedTrunk(Network network, List<Integer> heads, Crew crew, int maxRows, Adam adam) {
        int scores = heads.stream().mapToInt(Integer::intValue).sum();
        Require.that(
                network.outputs() == scores + 1,
                "outputs of the network",
                network.outputs(),
                "must be " + (scores + 1) + ": " + scores + " scores and a value",
                "its last layer was sized for another action space");
        this.network = network;
        this.heads = List.copyOf(heads);
        this.crew = crew;
        this.maxRows = maxRows;
        this.adam = adam;
        this.executor = network.executor(crew, maxRows);
    }

    /**
     * The actor and critic in one network.
     *
     * @param network with K + 1 outputs
     * @param heads choices of each head
     * @param maxRows most rows of one evaluation or gradient
     */
    public static SharedTrunk of(Network network, List<Integer> heads, Crew crew, int maxRows, double adamEpsilon) {
        Adam adam = new Adam(network.parameterCount(), BETA_1, BETA_2, adamEpsilon);
        return new SharedTrunk(network, heads, crew, maxRows, adam);
    }

    /** The network, for saving and showing. */
    public Network network() {
        return network;
    }

    @Override
    public Inputs inputs() {
        return network.inputs();
    }

    @Override
    public ActionFamily family() {
        return ActionFamily.choices(heads);
    }

    @Override
    public int parameterCount() {
        return network.parameterCount();
    }

    @Override
    public void evaluate(Rows rows, int count, float[] outputs) {
        executor.evaluate(rows, count, outputs);
    }

    @Override
    public void gradient(Rows rows, int count, OutputLoss loss, float[] gradient) {
        executor.gradient(rows, count, loss, gradient);
    }

    @Override
    public void descend(float[] gradient, double learningRate) {
        adam.step(network.parameters(), gradient, learningRate);
    }

    @Override
    public int maxRows() {
        return maxRows;
    }

    @Override
    public SharedTrunk copy(int rows) {
        return new SharedTrunk(network.copy(), heads, crew, rows, adam.copy());
    }

    @Override
    public float[] parameters() {
        float[] copy = new float[parameterCount()];
        network.parameters().get(0, copy);
        return copy;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        network.save(out);
        adam.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        network.load(in);
        adam.load(in);
    }
}
