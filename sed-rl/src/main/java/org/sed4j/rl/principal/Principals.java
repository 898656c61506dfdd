package org.sed4j.rl.principal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Reparameterizations;
import org.sed4j.core.game.Require;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.baseline.Amd;
import org.sed4j.rl.baseline.AmdPart;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.head.JointLevels;
import org.sed4j.rl.head.Shares;
import org.sed4j.rl.head.Squashed;
import org.sed4j.rl.metagradient.MetaGradPart;
import org.sed4j.rl.ppo.PpoSettings;

/** Every principal of this library, as a part of a society. Defaults are those of the algorithm's source where it has any. */
public final class Principals {
    /** Candidates of a search, and rounds that each is in force. */
    private static final int LEAST_WORLDS = 4; // two parents

    private static final int TRIALS = 24;

    private Principals() {}

    /** PPO at the players' time scale, as paper 002's principal, with levels for each entry. */
    public static PpoPart ppo() {
        return PpoPart.standard("ppo", settings(4, 128, 0.2, 0.95, 0.01, 0.5), false);
    }

    /** PPO whose critic sees the law in force and what players see, and whose actor does not: MAPPO. */
    public static PpoPart mappo() {
        return PpoPart.standard("mappo", settings(4, 128, 0.2, 0.95, 0.01, 0.5), true);
    }

    /**
     * Dual-RL with real entries: a designer who is an ordinary actor-critic, one gradient of all that it did in a round, normal
     * draws of deviation 1 squashed into a box.
     *
     * @paper 004, section 4.2: dual-RL (c)
     */
    public static PpoPart dualRl() {
        return PpoPart.standard("dual-rl", gradientOfOneRound(), false)
                .head(space -> Squashed.unit(DesignHead.bounded(space, "dual-RL")));
    }

    /**
     * Dual-RL with one choice among all designs whose entries are these levels.
     *
     * @param levels of every entry, within its bounds
     * @paper 004, section 4.2: dual-RL (d)
     */
    public static PpoPart dualRl(List<Double> levels) {
        List<Double> kept = List.copyOf(levels);
        return PpoPart.standard("dual-rl-levels", gradientOfOneRound(), false)
                .head(space -> new JointLevels(DesignHead.bounded(space, "dual-RL"), kept));
    }

    /**
     * Adaptive incentive design by meta-gradient: for economies that settle, and followers whose learning can be differentiated.
     *
     * @paper 004, Algorithm 1
     */
    public static MetaGradPart metaGrad() {
        return MetaGradPart.standard();
    }

    /**
     * Adaptive mechanism design: pays each player, looking one of its gradient steps ahead; for designs of one entry a player.
     *
     * @param rule how it learns
     * @paper 004, appendix C
     */
    public static AmdPart amd(Amd.Rule rule) {
        return new AmdPart(rule);
    }

    /** One pass, one minibatch: where every ratio is 1, the clipped objective's gradient is the policy gradient. */
    private static PpoSettings gradientOfOneRound() {
        return settings(1, Integer.MAX_VALUE / 2, 0.2, 0.95, 0, 10);
    }

    private static PpoSettings settings(
            int epochs, int minibatch, double clip, double decay, double entropy, double norm) {
        return new PpoSettings(
                1e-3,
                1e-5,
                0.99,
                decay,
                clip,
                false,
                entropy,
                0.5,
                norm,
                epochs,
                minibatch,
                true,
                Double.POSITIVE_INFINITY);
    }

    /** Uniformly random designs at every decision: the baseline that a learned principal must beat. */
    public static PrincipalPart random() {
        return random(Principals::anywhere);
    }

    /** Uniformly random designs, drawn when a round begins, before players act: what any leader that opens rounds is compared with. */
    public static PrincipalPart randomOpening() {
        return new MadePart(
                "random",
                setting -> MadePart.tried(() -> anywhere(setting.spaces().design())),
                (setting, seed) -> new RandomPrincipal(anywhere(setting.spaces().design()), true));
    }

    private static DesignHead anywhere(DesignSpace space) {
        return space instanceof DesignSpace.Box
                ? Squashed.unit(DesignHead.bounded(space, "random draws"))
                : Shares.dirichlet(space.dimension());
    }

    /** Random draws of a head: one of its levels, say. */
    public static PrincipalPart random(Function<DesignSpace, DesignHead> head) {
        return new MadePart(
                "random",
                setting -> MadePart.tried(() -> head.apply(setting.spaces().design())
                        .requireFor(setting.spaces().design())),
                (setting, seed) ->
                        new RandomPrincipal(head.apply(setting.spaces().design()), !setting.asks()));
    }

    /** Covariance matrix adaptation over trials on forks, each round: for followers that do not learn. */
    public static PrincipalPart cmaEs() {
        return cmaEs(TRIALS);
    }

    /**
     * The same.
     *
     * @param trials a round, at least 2
     */
    public static PrincipalPart cmaEs(int trials) {
        return search("cma-es", SearchPrincipal.Method.CMA_ES, trials);
    }

    /**
     * Powell's quadratic models over trials on forks, each round: for smooth objectives.
     *
     * @param trials a round, at least 2
     */
    public static PrincipalPart bobyqa(int trials) {
        return search("bobyqa", SearchPrincipal.Method.BOBYQA, trials);
    }

    private static PrincipalPart search(String name, SearchPrincipal.Method method, int trials) {
        SearchPrincipal made = new SearchPrincipal(method, trials);
        return new MadePart(name, Principals::feasible, (setting, seed) -> made);
    }

    /** Whether Φ̂ has a map onto it. */
    private static Optional<String> feasible(Setting setting) {
        return MadePart.tried(() ->
                Reparameterizations.of(setting.game().feasible(setting.game().initial())));
    }

    /**
     * Covariance matrix adaptation in the running economy, to which players adapt.
     *
     * @param trials how candidates are tried
     */
    public static PrincipalPart liveSearch(LiveSearch.Trials trials) {
        return new MadePart(
                "live-search", Principals::feasible, (setting, seed) -> new LiveSearch(trials, middle(setting), seed));
    }

    /**
     * Laws that evolve: each world lives under one of its own, and the better ones are drawn near. At least 4 worlds.
     *
     * @param rule how worlds are tried
     */
    public static PrincipalPart evolution(EvolutionStrategy.Rule rule) {
        return new MadePart(
                "evolution",
                setting -> feasible(setting)
                        .or(() -> setting.worlds() < LEAST_WORLDS
                                ? Optional.of("a generation is as large as the batch, at least " + LEAST_WORLDS
                                        + " worlds, and there are " + setting.worlds() + "; live-cma-es fits any.")
                                : Optional.empty()),
                (setting, seed) ->
                        new EvolutionStrategy(rule.in(setting.schedule().roundsPerEpisode()), middle(setting)));
    }

    /** Away from the edge of Φ, where maps onto it are flat: the middle of finite ranges, φ_0 in others. */
    private static Design middle(Setting setting) {
        FeasibleSet feasible = setting.game().feasible(setting.game().initial());
        int k = feasible.space().dimension();
        double[] middle = setting.game().initial().toArray();
        if (feasible.space() instanceof DesignSpace.Box box) {
            for (int j = 0; j < k; j++) {
                double half = box.low().get(j) + (box.high().get(j) - box.low().get(j)) / 2;
                middle[j] = Double.isFinite(half) ? half : middle[j];
            }
        } else {
            Arrays.fill(middle, 1.0 / k);
        }
        return Design.of(middle);
    }

    /**
     * A principal that is paid only once players have adapted to what it set: the Stackelberg POMDP as a decorator.
     *
     * @param adapt rounds in which players adapt and the principal is not paid, at least 1
     * @param reward rounds after these that pay it, at least 1
     * @param inner who leads
     */
    public static PrincipalPart stackelbergPomdp(int adapt, int reward, PrincipalPart inner) {
        Require.atLeast(adapt, 1, "rounds in which players adapt");
        return new TermedPart(new Termed.Phases(adapt, reward), inner);
    }

    /**
     * One principal for some rounds, another one afterwards, except in every so-manieth round: see {@link Succession}.
     *
     * @param rounds that the first governs, at least 0
     * @param every of the rounds after these, the first governs each that this divides; 0 for none, else at least 2
     */
    public static PrincipalPart succession(int rounds, int every, PrincipalPart first, PrincipalPart then) {
        Require.atLeast(rounds, 0, "rounds of the first principal");
        return new SuccessionPart(rounds, every, first, then);
    }
}
