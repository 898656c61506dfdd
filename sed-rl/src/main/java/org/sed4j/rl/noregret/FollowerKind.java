package org.sed4j.rl.noregret;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.stackelberg.BayesianGame;

/** Which rule followers adapt by, with its numbers. */
public sealed interface FollowerKind {

    /** The rule of one player with so many types and actions. */
    FollowerRule rule(int types, int actions);

    /** All followers of a game, each with a rule of this kind. */
    default FollowerGroup followers(BayesianGame game) {
        List<FollowerRule> rules = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            rules.add(rule(game.typeProfiles().size(i), game.profiles().size(i)));
        }
        return new FollowerGroup(game, rules);
    }

    /**
     * {@link MultiplicativeWeights}.
     *
     * @param epsilon ε for gains in [0, 1]
     */
    record Multiplicative(double epsilon) implements FollowerKind {
        @Override
        public FollowerRule rule(int types, int actions) {
            return new MultiplicativeWeights(types, actions, epsilon);
        }
    }

    /** {@link RegretMatching}. */
    record Matching() implements FollowerKind {
        @Override
        public FollowerRule rule(int types, int actions) {
            return new RegretMatching(types, actions);
        }
    }

    /**
     * {@link SwapRegret}.
     *
     * @param epsilon ε of each copy
     */
    record Swap(double epsilon) implements FollowerKind {
        @Override
        public FollowerRule rule(int types, int actions) {
            return new SwapRegret(types, actions, epsilon);
        }
    }

    /**
     * {@link TabularQ}.
     *
     * @param rate α
     * @param discount δ
     * @param fading β
     */
    record Q(double rate, double discount, double fading) implements FollowerKind {
        /** The published code's numbers: 0.15, 0.95, 1e-5. */
        public static final Q PUBLISHED = new Q(0.15, 0.95, 1e-5);

        @Override
        public FollowerRule rule(int types, int actions) {
            return new TabularQ(types, actions, rate, discount, fading);
        }
    }
}
