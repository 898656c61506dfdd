package org.sed4j.rl.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.society.FollowersOffer;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.rl.ppo.PpoKeys;
import org.sed4j.rl.ppo.PpoSettings;

/** The players of {@link Populations}, by name; keys are in the section {@code players}. */
public final class PopulationOffers {
    private PopulationOffers() {}

    /** Players without keys of their own. */
    private abstract static class Plain implements FollowersOffer {
        private final String name;
        private final String about;
        private final Supplier<FollowersPart> part;

        Plain(String name, String about, Supplier<FollowersPart> part) {
            this.name = name;
            this.about = about;
            this.part = part;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String about() {
            return about;
        }

        @Override
        public FollowersPart part(Config config) {
            return part.get();
        }
    }

    /** PPO, shared. */
    public static final class Ppo extends Learned {
        /** By name. */
        public Ppo() {
            super("ppo", "one policy for all, improved by PPO (paper 002)", Populations::ppo);
        }
    }

    /** PPO, apart. */
    public static final class Independent extends Learned {
        /** By name. */
        public Independent() {
            super("independent-ppo", "a policy for each player, improved by PPO", Populations::independentPpo);
        }
    }

    private abstract static class Learned implements FollowersOffer {
        private final String name;
        private final String about;
        private final Supplier<PpoPart> plain;

        Learned(String name, String about, Supplier<PpoPart> plain) {
            this.name = name;
            this.about = about;
            this.plain = plain;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String about() {
            return about;
        }

        @Override
        public List<Key> keys() {
            List<Key> keys = new ArrayList<>(List.of(
                    Key.wholes("players.hidden", 64, 64).from(1).to(4096).means("widths of hidden layers"),
                    Key.whole("players.horizon", 0)
                            .from(0)
                            .to(1_000_000)
                            .means("steps of a rollout, of which a round is a whole number; 0 for what fits"),
                    Key.flag("players.common_reward", false)
                            .means("whether each player is rewarded with the mean of its world")));
            keys.addAll(PpoKeys.some(
                    "players",
                    PpoSettings.defaults(),
                    "published code d9ef0c3",
                    "learning_rate",
                    "discount",
                    "gae_lambda",
                    "entropy_weight"));
            return keys;
        }

        @Override
        public FollowersPart part(Config config) {
            Integer[] hidden =
                    Arrays.stream(config.integers("players.hidden")).boxed().toArray(Integer[]::new);
            PpoPart part = plain.get()
                    .hidden(hidden)
                    .horizon(config.integer("players.horizon"))
                    .tuned(settings -> PpoKeys.over(settings, "players", config));
            return config.flag("players.common_reward") ? part.commonRewards() : part;
        }
    }

    /** Differentiable, shared. */
    public static final class Gradient extends Plain {
        /** By name. */
        public Gradient() {
            super(
                    "policy-gradient",
                    "one policy for all, improved by an update that MetaGrad can differentiate (paper 004)",
                    Populations::policyGradient);
        }
    }

    /** Differentiable, apart. */
    public static final class IndependentGradient extends Plain {
        /** By name. */
        public IndependentGradient() {
            super(
                    "independent-policy-gradient",
                    "a policy for each player, improved likewise",
                    Populations::independentPolicyGradient);
        }
    }

    /** Multiplicative weights. */
    public static final class Multiplicative extends Plain {
        /** By name. */
        public Multiplicative() {
            super(
                    "multiplicative-weights",
                    "no regret by multiplicative weights, choices judged on forks (paper 003)",
                    Populations::multiplicativeWeights);
        }
    }

    /** Regret matching. */
    public static final class Matching extends Plain {
        /** By name. */
        public Matching() {
            super(
                    "regret-matching",
                    "no regret by regret matching, choices judged on forks",
                    Populations::regretMatching);
        }
    }

    /** No swap regret. */
    public static final class Swap extends Plain {
        /** By name. */
        public Swap() {
            super("swap-regret", "no swap regret, choices judged on forks", Populations::swapRegret);
        }
    }

    /** Q-learning. */
    public static final class Q extends Plain {
        /** By name. */
        public Q() {
            super("tabular-q", "Q-learning in a table over all that players see", Populations::tabularQ);
        }
    }

    /** Best responses. */
    public static final class Best extends Plain {
        /** By name. */
        public Best() {
            super(
                    "best-response",
                    "one after the other takes the choice that is best over the round, on forks",
                    Populations::bestResponse);
        }
    }

    /** Logit responses of precision lambda to what choices pay on forks (McKelvey-Palfrey). */
    public static final class Quantal implements FollowersOffer {
        @Override
        public String name() {
            return "quantal";
        }

        @Override
        public String about() {
            return "logit responses of precision lambda to what choices pay on forks (McKelvey-Palfrey)";
        }

        @Override
        public List<Key> keys() {
            return List.of(
                    Key.number("players.precision", 4).from(0).to(1e9).means("lambda, for a round's worth of rewards"));
        }

        @Override
        public FollowersPart part(Config config) {
            return Populations.reasoning(name(), new Reasoning.Quantal(config.number("players.precision")));
        }
    }

    /** The best choice where others are of level k-1, and those of level 0 choose at random. */
    public static final class LevelK implements FollowersOffer {
        @Override
        public String name() {
            return "level-k";
        }

        @Override
        public String about() {
            return "the best choice where others are of level k-1, and those of level 0 choose at random";
        }

        @Override
        public List<Key> keys() {
            return List.of(Key.whole("players.level", 2).from(1).to(100).means("k"));
        }

        @Override
        public FollowersPart part(Config config) {
            return Populations.reasoning(name(), new Reasoning.LevelK(config.integer("players.level")));
        }
    }

    /** Any choice that brings a share of the way from the worst to the best. */
    public static final class Satisficing implements FollowersOffer {
        @Override
        public String name() {
            return "satisficing";
        }

        @Override
        public String about() {
            return "any choice that brings a share of the way from the worst to the best";
        }

        @Override
        public List<Key> keys() {
            return List.of(Key.number("players.aspiration", 0.9).from(0).to(1).means("that share"));
        }

        @Override
        public FollowersPart part(Config config) {
            return Populations.reasoning(name(), new Reasoning.Satisficing(config.number("players.aspiration")));
        }
    }

    /** The best choice, and with probability epsilon any. */
    public static final class Trembling implements FollowersOffer {
        @Override
        public String name() {
            return "trembling";
        }

        @Override
        public String about() {
            return "the best choice, and with probability epsilon any";
        }

        @Override
        public List<Key> keys() {
            return List.of(Key.number("players.noise", 0.1).from(0).to(1).means("epsilon"));
        }

        @Override
        public FollowersPart part(Config config) {
            return Populations.reasoning(name(), new Reasoning.Trembling(config.number("players.noise")));
        }
    }
}
