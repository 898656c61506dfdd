package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;

class Dl4jExecutorTest {
    @Test
    void gradient_isTheSlopeOfTheLoss() {
        Inputs inputs = new Inputs(new Spaces.Grid(3, 4, 3), 2);
        Network network = Network.of(
                Architectures.convolutional(
                        inputs,
                        3,
                        3,
                        1,
                        List.of(5),
                        Activation.TANH,
                        Heads.of(2, 1).and(1, 1)),
                inputs,
                Seed.of(1));
        Executor executor = new Dl4jExecutor(network, 9);
        RandomRows rows = new RandomRows(inputs, 9, Seed.of(2));
        QuadraticLoss loss = new QuadraticLoss(9, 3, Seed.of(3));
        float[] gradient = new float[network.parameterCount()];
        executor.gradient(rows, 9, loss, gradient);
        float[] y = new float[27];
        for (int k = 0; k < gradient.length; k += 7) {
            float at = network.parameters().get(k);
            double h = 1e-2;
            network.parameters().put(k, (float) (at + h));
            executor.evaluate(rows, 9, y);
            double up = loss.value(y, 9);
            network.parameters().put(k, (float) (at - h));
            executor.evaluate(rows, 9, y);
            double down = loss.value(y, 9);
            network.parameters().put(k, at);
            assertThat(gradient[k])
                    .isCloseTo((float) ((up - down) / 2 / h), org.assertj.core.data.Offset.offset(2e-3f));
        }
    }
}
