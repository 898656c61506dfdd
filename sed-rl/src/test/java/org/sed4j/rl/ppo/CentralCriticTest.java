package org.sed4j.rl.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.OutputLoss;
import org.sed4j.rl.network.Rows;

class CentralCriticTest {
    private static final int SEES = 2;
    private static final int KNOWS = 5;

    private static Network network(int inputs, int outputs, String name) {
        Inputs seen = Inputs.ofNumbers(inputs);
        return Network.of(
                Architectures.mlp(seen, List.of(8), Activation.TANH, outputs, 1),
                seen,
                Seed.of(1).named(name));
    }

    private static CentralCritic mind() {
        return CentralCritic.of(
                network(SEES, 2, "actor"), network(KNOWS, 1, "critic"), ActionFamily.normal(2), Crew.of(1), 512, 1e-5);
    }

    /** Rows of which every {@code repeat} are equal. */
    private static Rows rows(int repeat) {
        return (first, count, codes, numbers) -> {
            for (int i = 0; i < count; i++) {
                Rng rng = Seed.of((first + i) / repeat).rng();
                for (int j = 0; j < KNOWS; j++) {
                    numbers[i * KNOWS + j] = rng.unit();
                }
            }
        };
    }

    /** Σ_i Σ_j (1 + i mod 3) · sin(j + 1) · y_ij² / 2. */
    private static final OutputLoss LOSS = (first, count, outputs, cotangent) -> {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 5; j++) {
                cotangent[i * 5 + j] = (float) ((1 + (first + i) % 3) * Math.sin(j + 1) * outputs[i * 5 + j]);
            }
        }
    };

    private static double loss(CentralCritic mind, Rows rows, int count) {
        float[] outputs = new float[count * 5];
        mind.evaluate(rows, count, outputs);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 5; j++) {
                sum += (1 + i % 3) * Math.sin(j + 1) * outputs[i * 5 + j] * outputs[i * 5 + j] / 2;
            }
        }
        return sum;
    }

    @Test
    void gradient_isThatOfFiniteDifferences_whetherRowsRepeatOrNot() {
        for (int repeat : new int[] {1, 4}) {
            CentralCritic mind = mind();
            Rows rows = rows(repeat);
            float[] gradient = new float[mind.parameterCount()];
            mind.gradient(rows, 12, LOSS, gradient);
            float[] direction = new float[mind.parameterCount()];
            Rng rng = Seed.of(9).rng();
            double expected = 0;
            for (int j = 0; j < direction.length; j++) {
                direction[j] = (float) rng.gaussian();
                expected += direction[j] * gradient[j];
            }
            double slope = (moved(mind, direction, 1e-2, rows) - moved(mind, direction, -1e-2, rows)) / 2e-2;
            assertThat(slope).isCloseTo(expected, within(0.01 * Math.max(1, Math.abs(expected))));
        }
    }

    private static double moved(CentralCritic mind, float[] direction, double step, Rows rows) {
        CentralCritic other = mind.copy(512);
        float[] actor = java.util.Arrays.copyOf(direction, other.actor().parameterCount());
        for (int j = 0; j < actor.length; j++) {
            other.actor().parameters().put(j, other.actor().parameters().get(j) + (float) step * actor[j]);
        }
        for (int j = 0; j < other.critic().parameterCount(); j++) {
            float move = (float) step * direction[actor.length + j];
            other.critic().parameters().put(j, other.critic().parameters().get(j) + move);
        }
        float[] free = {(float) step * direction[direction.length - 2], (float) step * direction[direction.length - 1]};
        return loss(other.withFree(free), rows, 12);
    }

    @Test
    void equalRows_getWhatTheyGetAlone() {
        CentralCritic mind = mind();
        float[] many = new float[300 * 5];
        mind.evaluate(rows(3), 300, many);
        float[] one = new float[5];
        mind.evaluate((first, count, codes, numbers) -> rows(3).fill(150, count, codes, numbers), 1, one);
        for (int j = 0; j < 5; j++) {
            assertThat(many[150 * 5 + j]).isCloseTo(one[j], within(1e-5f));
            assertThat(many[151 * 5 + j]).isEqualTo(many[150 * 5 + j]);
        }
    }

    @Test
    void actor_doesNotSeeWhatOnlyTheCriticSees() {
        CentralCritic mind = mind();
        float[] plain = new float[5];
        float[] told = new float[5];
        mind.evaluate((first, count, codes, numbers) -> numbers[0] = 0.5f, 1, plain);
        mind.evaluate(
                (first, count, codes, numbers) -> {
                    numbers[0] = 0.5f;
                    numbers[4] = 1;
                },
                1,
                told);
        assertThat(told[0]).isEqualTo(plain[0]);
        assertThat(told[1]).isEqualTo(plain[1]);
        assertThat(told[4]).isNotEqualTo(plain[4]);
    }

    @Test
    void savedAndLoaded_itLearnsTheSame() throws IOException {
        CentralCritic mind = mind();
        float[] gradient = new float[mind.parameterCount()];
        mind.gradient(rows(1), 12, LOSS, gradient);
        mind.descend(gradient, 0.01);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mind.save(new DataOutputStream(bytes));
        CentralCritic other = mind();
        other.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (CentralCritic one : List.of(mind, other)) {
            one.gradient(rows(1), 12, LOSS, gradient);
            one.descend(gradient, 0.01);
        }
        assertThat(other.parameters()).isEqualTo(mind.parameters());
    }

    @Test
    void networksThatDoNotFit_areRefused() {
        assertThatThrownBy(() -> CentralCritic.of(
                        network(KNOWS, 2, "a"), network(SEES, 1, "c"), ActionFamily.normal(2), Crew.of(1), 8, 1e-5))
                .hasMessageContaining("input of the actor");
        assertThatThrownBy(() -> CentralCritic.of(
                        network(SEES, 5, "a"), network(KNOWS, 1, "c"), ActionFamily.normal(2), Crew.of(1), 8, 1e-5))
                .hasMessageContaining("outputs of the actor (5) must be at most the family's 4 scores");
    }
}
