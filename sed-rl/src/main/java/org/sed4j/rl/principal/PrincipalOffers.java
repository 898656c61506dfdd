package org.sed4j.rl.principal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.society.PrincipalOffer;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.ppo.PpoKeys;
import org.sed4j.rl.ppo.PpoSettings;

/** The principals of {@link Principals}, by name; keys are in the section {@code principal}. */
public final class PrincipalOffers {
    private PrincipalOffers() {}

    private abstract static class Named implements PrincipalOffer {
        private final String name;
        private final String about;

        Named(String name, String about) {
            this.name = name;
            this.about = about;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final String about() {
            return about;
        }
    }

    /** What all that learn by PPO have in common. */
    private abstract static class Learned extends Named {
        private final boolean levels;

        Learned(String name, String about, boolean levels) {
            super(name, about);
            this.levels = levels;
        }

        abstract PpoPart plain();

        @Override
        public List<Key> keys() {
            List<Key> keys = new ArrayList<>();
            if (levels) {
                keys.add(Key.choice("principal.head", "auto", "levels", "continuous", "beta")
                        .means(
                                "levels of each entry, normal draws squashed into its bounds (on a simplex a Dirichlet draw),"
                                        + " or Beta draws; auto: levels in a box, draws on a simplex"));
                keys.add(Key.whole("principal.levels", 11)
                        .from(2)
                        .to(1001)
                        .means("levels: how many, evenly spaced, beside keeping an entry as it is"));
            }
            keys.add(Key.wholes("principal.hidden", 64, 64).from(1).to(4096).means("widths of hidden layers"));
            keys.add(Key.flag("principal.anneal_learning_rate", false)
                    .means("whether it falls in a straight line to 0 over the planned rounds"));
            keys.addAll(PpoKeys.some(
                    "principal",
                    PpoSettings.defaults().learningRate(1e-3),
                    "ours",
                    "learning_rate",
                    "discount",
                    "entropy_weight"));
            keys.add(Key.number("principal.reward_scale", 0.1)
                    .above(0)
                    .to(1e6)
                    .means("what changes of the objective are multiplied by, so that values stay of order 1"));
            return keys;
        }

        @Override
        public PrincipalPart part(Config config) {
            return configured(plain(), config);
        }

        PpoPart configured(PpoPart plain, Config config) {
            Integer[] hidden =
                    Arrays.stream(config.integers("principal.hidden")).boxed().toArray(Integer[]::new);
            PpoPart part = plain.hidden(hidden)
                    .tuned(own -> PpoKeys.over(own, "principal", config))
                    .reward(PpoPrincipal.Reward.PERIOD_CHANGE, config.number("principal.reward_scale"));
            if (levels) {
                part = switch (config.text("principal.head")) {
                    case "continuous" -> part.continuous();
                    case "beta" -> part.beta();
                    case "levels" -> part.levels(config.integer("principal.levels"));
                    default ->
                        part.head(space -> space instanceof DesignSpace.Box
                                ? DesignHead.levels(space, config.integer("principal.levels"))
                                : DesignHead.continuous(space));
                };
            }
            return config.flag("principal.anneal_learning_rate") ? part.annealed() : part;
        }
    }

    /** PPO. */
    public static final class Ppo extends Learned {
        /** By name. */
        public Ppo() {
            super("ppo", "learns by PPO at the players' time scale, with levels or continuous heads (paper 002)", true);
        }

        @Override
        PpoPart plain() {
            return Principals.ppo();
        }
    }

    /** MAPPO. */
    public static final class Mappo extends Learned {
        /** By name. */
        public Mappo() {
            super("mappo", "PPO whose critic sees what players see, too", true);
        }

        @Override
        PpoPart plain() {
            return Principals.mappo();
        }
    }

    /** Dual-RL. */
    public static final class DualRl extends Learned {
        /** By name. */
        public DualRl() {
            super("dual-rl", "an ordinary actor-critic with real entries (paper 004's baseline)", false);
        }

        @Override
        PpoPart plain() {
            return Principals.dualRl();
        }
    }

    /** The Stackelberg POMDP around PPO. */
    public static final class Stackelberg extends Learned {
        /** By name. */
        public Stackelberg() {
            super("stackelberg-pomdp", "PPO that is paid only once players have adapted (paper 003)", true);
        }

        @Override
        PpoPart plain() {
            return Principals.ppo();
        }

        @Override
        public List<Key> keys() {
            List<Key> keys = new ArrayList<>(super.keys());
            keys.add(Key.whole("principal.adapt", 4).from(1).to(1_000_000).means("rounds in which players adapt"));
            keys.add(Key.whole("principal.paid", 1).from(1).to(1_000_000).means("rounds after these that pay it"));
            return keys;
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.stackelbergPomdp(
                    config.integer("principal.adapt"), config.integer("principal.paid"), configured(plain(), config));
        }
    }

    /** MetaGrad. */
    public static final class MetaGrad extends Named {
        /** By name. */
        public MetaGrad() {
            super("metagrad", "learns from how players learn, by the gradient through their update (paper 004)");
        }

        @Override
        public List<Key> keys() {
            return List.of(
                    Key.wholes("principal.hidden", 64, 64).from(1).to(4096).means("widths of hidden layers"),
                    Key.number("principal.reward_scale", 1)
                            .above(0)
                            .to(1e6)
                            .means("what the objective is multiplied by"));
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.metaGrad()
                    .hidden(Arrays.stream(config.integers("principal.hidden"))
                            .boxed()
                            .toArray(Integer[]::new))
                    .rewardScale(config.number("principal.reward_scale"));
        }
    }

    /** AMD. */
    public static final class Amd extends Named {
        /** By name. */
        public Amd() {
            super("amd", "adaptive mechanism design: anticipates players' next step (paper 004's baseline)");
        }

        @Override
        public List<Key> keys() {
            return List.of(Key.number("principal.player_rate", 1e-3)
                    .above(0)
                    .to(10)
                    .means("learning rate of the players that it reckons with"));
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.amd(org.sed4j.rl.baseline.Amd.Rule.published(config.number("principal.player_rate")));
        }
    }

    /** Random designs. */
    public static final class Random extends Named {
        /** By name. */
        public Random() {
            super("random", "uniformly random designs: what a learned principal must beat");
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.random();
        }
    }

    /** CMA-ES on forks. */
    public static final class CmaEs extends Named {
        /** By name. */
        public CmaEs() {
            super("cma-es", "searches on forks each round, by covariance matrix adaptation");
        }

        @Override
        public List<Key> keys() {
            return List.of(trials());
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.cmaEs(config.integer("principal.trials"));
        }
    }

    /** BOBYQA on forks. */
    public static final class Bobyqa extends Named {
        /** By name. */
        public Bobyqa() {
            super("bobyqa", "searches on forks each round, by quadratic models");
        }

        @Override
        public List<Key> keys() {
            return List.of(trials());
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.bobyqa(config.integer("principal.trials"));
        }
    }

    private static Key trials() {
        return Key.whole("principal.trials", 24).from(2).to(1_000_000).means("designs that are tried each round");
    }

    /** CMA-ES in the running economy. */
    public static final class LiveCmaEs extends Named {
        /** By name. */
        public LiveCmaEs() {
            super("live-cma-es", "searches in the running economy, to which players adapt");
        }

        @Override
        public List<Key> keys() {
            return List.of(
                    trials(),
                    Key.whole("principal.trial_rounds", 4).from(1).to(1_000_000).means("rounds that each is in force"),
                    Key.whole("principal.settling", 2)
                            .from(0)
                            .to(1_000_000)
                            .means("of these not counted; fewer than all"));
        }

        @Override
        public PrincipalPart part(Config config) {
            return Principals.liveSearch(new LiveSearch.Trials(
                    config.integer("principal.trials"),
                    config.integer("principal.trial_rounds"),
                    config.integer("principal.settling")));
        }
    }

    /** Laws that evolve over worlds. */
    public static final class Evolution extends Named {
        /** By name. */
        public Evolution() {
            super("evolution", "tries a law of its own in every world, and draws the better ones near");
        }

        @Override
        public List<Key> keys() {
            return List.of(
                    Key.whole("principal.trial_rounds", 0)
                            .from(0)
                            .to(1_000_000)
                            .means("rounds that a law is in force; 0 for an episode"),
                    Key.number("principal.spread", 1.5)
                            .above(0)
                            .to(8)
                            .means("spread of laws at first, of free parameters: 1.5 is most of a rate's range"),
                    Key.number("principal.least_spread", 0.3).above(0).to(8).means("spread of laws at last"),
                    Key.number("principal.rate", 0.3)
                            .above(0)
                            .to(1)
                            .means("how fast the spread follows the better laws"));
        }

        @Override
        public PrincipalPart part(Config config) {
            double spread = config.number("principal.spread");
            double least = config.number("principal.least_spread");
            if (least > spread) {
                throw config.refused(
                        "principal.least_spread", "be at most principal.spread, " + spread, "the two were swapped");
            }
            return Principals.evolution(new EvolutionStrategy.Rule(
                    config.integer("principal.trial_rounds"), spread, least, config.number("principal.rate")));
        }
    }
}
