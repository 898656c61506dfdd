package org.sed4j.rl.stackelbergpomdp;

import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * How a policy's actions become a leader's moves: the family it draws from, and the design that a draw stands for.
 *
 * <p>Actions are H ints as {@link ActionFamily} has them. Stateless.
 */
public sealed interface LeaderHead {

    /** What policies of this kind draw from. */
    ActionFamily family();

    /** Outputs of the actor's network; the family's other scores are free. */
    int outputs();

    /** Writes the move that an action stands for; always one of the leader's space. */
    void emit(int[] actions, int at, float[] design);

    /** Draws an action uniformly over the space, the published code's exploration. */
    void anything(Rng rng, int[] actions, int at);

    /** Which kinds of policy there are. */
    enum Kind {
        /** Scores of choices. */
        CATEGORICAL,
        /** Normal draws with a learned deviation, cut to the bounds of a box. */
        GAUSSIAN,
        /** Normal draws cut to [0, 1] and normalised: weights of a mixture. */
        SIMPLEX
    }

    /** Where a normal draw of 0 falls. */
    enum Scale {
        /** At 0, and 1 at 1, cut to the bounds: stable-baselines3, and so the published code. */
        RAW,
        /** At the middle of the bounds, and 1 at the upper one, so that at first every part of the box is tried. */
        CENTRED;

        /** The number in [low, high] that a draw stands for. */
        float place(float draw, float low, float high) {
            float at = this == RAW ? draw : (low + high + (high - low) * draw) / 2;
            return Math.min(Math.max(at, low), high);
        }

        /** The draw that stands for a number strictly between the bounds. */
        float back(float number, float low, float high) {
            return this == RAW ? number : (2 * number - low - high) / (high - low);
        }
    }

    /** The head that fits a space. */
    static LeaderHead of(LeaderSpace space, Scale scale) {
        if (space instanceof LeaderSpace.Choice choice) {
            return new Categorical(choice.names().size());
        }
        if (space instanceof LeaderSpace.Mixture mixture) {
            return new Weights(mixture.names().size(), scale);
        }
        if (space instanceof LeaderSpace.Numbers numbers) {
            return new Gaussian(numbers.box(), scale);
        }
        throw new AssertionError(space);
    }

    /**
     * The head of that kind for a space.
     *
     * @throws IllegalArgumentException if policies of that kind cannot emit the space's moves
     */
    static LeaderHead of(Kind kind, LeaderSpace space, Scale scale) {
        LeaderHead fitting = of(space, scale);
        Require.that(
                kind == fitting.kind(),
                "leader's policy",
                kind.name().toLowerCase(java.util.Locale.ROOT),
                "must be " + fitting.kind().name().toLowerCase(java.util.Locale.ROOT) + " to emit moves of the space "
                        + space.designs().names(),
                "the game's other form was meant: pure, or mixed");
        return fitting;
    }

    /** Which kind this is. */
    Kind kind();

    /**
     * One of so many choices.
     *
     * @param choices how many
     */
    record Categorical(int choices) implements LeaderHead {
        @Override
        public ActionFamily family() {
            return ActionFamily.choices(List.of(choices));
        }

        @Override
        public int outputs() {
            return choices;
        }

        @Override
        public void emit(int[] actions, int at, float[] design) {
            design[0] = actions[at];
        }

        @Override
        public void anything(Rng rng, int[] actions, int at) {
            actions[at] = rng.below(choices);
        }

        @Override
        public Kind kind() {
            return Kind.CATEGORICAL;
        }
    }

    /**
     * Real numbers, cut to bounds.
     *
     * @param box the bounds
     * @param scale where draws fall
     */
    record Gaussian(DesignSpace.Box box, Scale scale) implements LeaderHead {
        @Override
        public ActionFamily family() {
            return ActionFamily.normal(box.dimension());
        }

        @Override
        public int outputs() {
            return box.dimension();
        }

        @Override
        public void emit(int[] actions, int at, float[] design) {
            for (int j = 0; j < design.length; j++) {
                design[j] = scale.place(Float.intBitsToFloat(actions[at + j]), low(j), high(j));
            }
        }

        @Override
        public void anything(Rng rng, int[] actions, int at) {
            for (int j = 0; j < box.dimension(); j++) {
                float number = low(j) + (high(j) - low(j)) * rng.unit();
                actions[at + j] = Float.floatToRawIntBits(scale.back(number, low(j), high(j)));
            }
        }

        private float low(int j) {
            return box.low().get(j).floatValue();
        }

        private float high(int j) {
            return box.high().get(j).floatValue();
        }

        @Override
        public Kind kind() {
            return Kind.GAUSSIAN;
        }
    }

    /**
     * Weights in [0, 1] over their sum; uniform if all are 0.
     *
     * @param choices how many
     * @param scale where draws fall
     */
    record Weights(int choices, Scale scale) implements LeaderHead {
        @Override
        public ActionFamily family() {
            return ActionFamily.normal(choices);
        }

        @Override
        public int outputs() {
            return choices;
        }

        @Override
        public void emit(int[] actions, int at, float[] design) {
            double sum = 0;
            for (int j = 0; j < choices; j++) {
                sum += weight(actions[at + j]);
            }
            for (int j = 0; j < choices; j++) {
                design[j] = (float) (sum > 0 ? weight(actions[at + j]) / sum : 1.0 / choices);
            }
        }

        private float weight(int bits) {
            return scale.place(Float.intBitsToFloat(bits), 0, 1);
        }

        @Override
        public void anything(Rng rng, int[] actions, int at) {
            for (int j = 0; j < choices; j++) {
                actions[at + j] = Float.floatToRawIntBits(scale.back(rng.unit(), 0, 1));
            }
        }

        @Override
        public Kind kind() {
            return Kind.SIMPLEX;
        }
    }
}
