package org.sed4j.rl;

import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Objective;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;

/** Economies small enough that the best behaviour is known. */
public final class Toys {
    private Toys() {}

    /** A small actor and critic on one hidden layer. */
    public static MultiLayerConfiguration mind(Inputs inputs, int hidden, int scores) {
        Heads heads = Heads.of(scores, Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);
        return Architectures.mlp(inputs, List.of(hidden), Activation.TANH, heads);
    }

    /** Each of two players is shown a symbol and is paid 1 for naming it; a new symbol is drawn each step. */
    public static final class Naming implements World {
        private final int[] shown = new int[2];

        @Override
        public Spaces spaces() {
            return Spaces.players(2)
                    .actions(3)
                    .codes(1, 1, 3)
                    .numbers("bias")
                    .masked()
                    .build();
        }

        @Override
        public void reset(Rng rng) {
            shown[0] = rng.below(3);
            shown[1] = rng.below(3);
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            for (int i = 0; i < 2; i++) {
                rewards[i] = actions[i] == shown[i] ? 1 : 0;
                shown[i] = rng.below(3);
            }
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.codes[0] = (byte) shown[player];
            out.numbers[0] = 1;
        }
    }

    /** What {@link Levy} yields, the mean of both players'. */
    public static final Objective YIELD = new Objective() {
        @Override
        public String name() {
            return "mean yield";
        }

        @Override
        public Set<String> measures() {
            return Set.of("yield");
        }

        @Override
        public double value(Design design, Account account) {
            double[] amounts = account.amounts("yield");
            return (amounts[0] + amounts[1]) / 2;
        }
    };

    /**
     * A principal sets one rate every five steps; each player's yield is 1 - |rate - 0.7|, whatever players do. Players are
     * paid for choosing action 1.
     */
    public static final class Levy implements World {
        private int time;
        private float yield;

        @Override
        public Spaces spaces() {
            return Spaces.players(2)
                    .actions(2)
                    .numbers("bias")
                    .principalNumbers("phase")
                    .design(DesignSpace.rates(1, "rate"))
                    .measures("yield")
                    .build();
        }

        @Override
        public void reset(Rng rng) {
            time = 0;
            yield = 0;
        }

        @Override
        public boolean due() {
            return time % 5 == 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            yield = 1 - Math.abs(design[0] - 0.7f);
            rewards[0] = actions[0];
            rewards[1] = actions[1];
            time++;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }

        @Override
        public void consult(int[] actions, float[] design, View out) {
            out.numbers[0] = time % 5;
        }

        @Override
        public void measure(float[] out) {
            out[0] = yield;
            out[1] = yield;
        }
    }

    /** A principal sets two rates at a round's boundary; each player's reward is 1 - (a - 0.3)² - (b - 0.8)². */
    public static final class Bowl implements World {
        @Override
        public Spaces spaces() {
            return Spaces.players(1)
                    .actions(1)
                    .numbers("bias")
                    .design(DesignSpace.rates(2, "rate"))
                    .build();
        }

        @Override
        public void reset(Rng rng) {}

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            float a = design[0] - 0.3f;
            float b = design[1] - 0.8f;
            rewards[0] = 1 - a * a - b * b;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }
    }

    /** {@link Naming} in episodes of ten steps. */
    public static final class Rounds implements World {
        private final Naming naming = new Naming();
        private int time;

        @Override
        public Spaces spaces() {
            return naming.spaces();
        }

        @Override
        public void reset(Rng rng) {
            naming.reset(rng);
            time = 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            naming.step(actions, design, rng, rewards);
            time++;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            naming.observe(player, design, out);
        }

        @Override
        public boolean terminated() {
            return time == 10;
        }
    }

    /** {@link Levy} whose yield is put into each player's vault, a stock, and taken out of a mine, a gauge; first due in step 4. */
    public static final class Vault implements World {
        private final Levy levy = new Levy();
        private final float[] vault = new float[2];
        private final transient float[] yield = new float[2];
        private float mine;
        private int time;

        @Override
        public Spaces spaces() {
            return Spaces.players(2)
                    .actions(2)
                    .numbers("bias")
                    .principalNumbers("phase")
                    .design(DesignSpace.rates(1, "rate"))
                    .measures("yield", "vault")
                    .stocks("vault")
                    .gauges("mine")
                    .build();
        }

        @Override
        public void reset(Rng rng) {
            levy.reset(rng);
            vault[0] = 5;
            vault[1] = 1 + rng.below(4);
            mine = 1000;
            time = 0;
        }

        @Override
        public boolean due() {
            return time % 4 == 3;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            levy.step(actions, design, rng, rewards);
            levy.measure(yield);
            for (int i = 0; i < 2; i++) {
                vault[i] += yield[i];
                mine -= yield[i];
            }
            time++;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }

        @Override
        public void consult(int[] actions, float[] design, View out) {
            out.numbers[0] = time % 4;
        }

        @Override
        public void measure(float[] out) {
            levy.measure(yield);
            for (int i = 0; i < 2; i++) {
                out[2 * i] = yield[i];
                out[2 * i + 1] = vault[i];
            }
        }

        @Override
        public void gauge(float[] out) {
            out[0] = mine;
        }
    }
}
