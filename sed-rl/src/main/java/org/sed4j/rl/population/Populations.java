package org.sed4j.rl.population;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.sed4j.core.game.Followers;
import org.sed4j.core.pomg.Policy;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.RegretBound;

/** Who may live in a society: every kind of player, with defaults of its own, for {@code Society.of(...).followers(...)}. */
public final class Populations {
    /** Updates that a rule's ε is chosen for where nobody knows how many there will be. */
    private static final long UNPLANNED = 10_000;

    private Populations() {}

    /** All of them that need nothing to be said, by name. */
    public static Map<String, FollowersPart> all() {
        Map<String, FollowersPart> all = new LinkedHashMap<>();
        for (FollowersPart part : List.of(
                random(),
                ppo(),
                independentPpo(),
                policyGradient(),
                independentPolicyGradient(),
                multiplicativeWeights(),
                regretMatching(),
                swapRegret(),
                tabularQ(),
                bestResponse())) {
            all.put(part.name(), part);
        }
        return Collections.unmodifiableMap(all);
    }

    /** One policy for all, improved by PPO. */
    public static PpoPart ppo() {
        return new PpoPart(false);
    }

    /** A policy for each player, improved by PPO. */
    public static PpoPart independentPpo() {
        return new PpoPart(true);
    }

    /** One policy for all, improved from whole rounds by an update that MetaGrad can differentiate. */
    public static GradientPart policyGradient() {
        return GradientPart.standard(false);
    }

    /** A policy for each player, improved likewise. */
    public static GradientPart independentPolicyGradient() {
        return GradientPart.standard(true);
    }

    /** Multiplicative weights with the ε that makes the bound on regret least over the steps that are planned. */
    public static RulePart multiplicativeWeights() {
        return rule("multiplicative-weights", setting -> new FollowerKind.Multiplicative(epsilon(setting)));
    }

    /** Regret matching, which has no number to be chosen. */
    public static RulePart regretMatching() {
        return rule("regret-matching", setting -> new FollowerKind.Matching());
    }

    /** No swap regret, from multiplicative weights. */
    public static RulePart swapRegret() {
        return rule("swap-regret", setting -> new FollowerKind.Swap(epsilon(setting)));
    }

    /** Any rule that learns from counterfactuals. */
    public static RulePart rule(String name, FollowerKind kind) {
        return rule(name, setting -> kind);
    }

    private static RulePart rule(String name, Function<Setting, FollowerKind> kind) {
        return new TablePart.Rules(name, kind, Context.NOTHING, 1, Foresight.ONE_STEP, Optional.empty());
    }

    private static double epsilon(Setting setting) {
        long planned = setting.rounds() * setting.schedule().stepsPerRound();
        int most = setting.spaces().actions().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return RegretBound.bestEpsilon(most, planned > 0 ? planned : UNPLANNED);
    }

    /** Q-learning over all that players see, α = 0.1, γ = 0.95, exploration falling from 1 to 0.05 over half of the plan. */
    public static FollowersPart tabularQ() {
        return new TablePart.Q(Optional.empty());
    }

    /** Q-learning. */
    public static FollowersPart tabularQ(QFollowers.Habits habits) {
        return new TablePart.Q(Optional.of(habits));
    }

    /** One after the other takes the constant choice that is best over the round, until nobody wants another. */
    public static FollowersPart bestResponse() {
        return TablePart.Best.PLAIN;
    }

    /** The same, searched otherwise. */
    public static FollowersPart bestResponse(BestResponders.Habits habits) {
        return new TablePart.Best(habits);
    }

    /** Players of bounded rationality, who ask on forks what each choice would pay at once. */
    public static FollowersPart reasoning(String name, Reasoning reasoning) {
        return new ReasoningPart(name, reasoning);
    }

    /** What a script says: one for everybody, or one for each player. */
    public static FollowersPart scripted(Policy... policies) {
        PolicyFollowers followers = new PolicyFollowers(List.of(policies));
        return fitting("scripted", spaces -> followers.objection(spaces), setting -> followers);
    }

    /** Anything that is allowed, as likely. */
    public static FollowersPart random() {
        return FollowersPart.of("random", new RandomFollowers());
    }

    /** What a DL4J network of the user's says, which learns no more: a softmax over what is allowed. Copied. */
    public static FollowersPart network(MultiLayerNetwork model) {
        return fitting(
                "network",
                spaces -> {
                    try {
                        return NetworkFollowers.objection(of(model, spaces), spaces);
                    } catch (IllegalArgumentException misfit) {
                        return "" + misfit.getMessage();
                    }
                },
                setting -> new NetworkFollowers(of(model, setting.spaces()), setting.crew()));
    }

    private static Network of(MultiLayerNetwork model, Spaces spaces) {
        return Network.copyOf(model, new Inputs(spaces.codes(), spaces.numbers().size()));
    }

    /**
     * Those players, made into others once they are made: so that they report strategically, say, by {@code followers -> new
     * Reporting<>(followers, TypeElicitations.strategic(1, 2, 20))} of sed-voting.
     */
    public static FollowersPart wrapped(FollowersPart inner, UnaryOperator<Followers<Pomg>> wrapper) {
        return new FollowersPart() {
            @Override
            public String name() {
                return inner.name();
            }

            @Override
            public Optional<String> objection(Setting setting) {
                return inner.objection(setting);
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                return wrapper.apply(inner.make(setting, economy, seed));
            }
        };
    }

    private static FollowersPart fitting(
            String name, Function<Spaces, String> objection, Function<Setting, Followers<Pomg>> maker) {
        return new FollowersPart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> objection(Setting setting) {
                return Optional.of(objection.apply(setting.spaces())).filter(why -> !why.isEmpty());
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                return maker.apply(setting);
            }
        };
    }
}
