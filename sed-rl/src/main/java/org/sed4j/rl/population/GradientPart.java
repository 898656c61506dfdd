package org.sed4j.rl.population;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Followers;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * Players who learn by policy gradient from whole rounds, by an update that a principal can differentiate (MetaGrad).
 *
 * <p>As they stand: actor and critic by Adam, rectified layers of 32 units, no exploration.
 *
 * @param independent whether each player has a learner of its own, or all share one
 * @param design what learners are made from in an economy
 * @param exploration how often they act at random, round by round
 * @param whole whether a round is one episode, which ends when every world has ended once
 */
public record GradientPart(
        boolean independent, Function<Spaces, PlayerDesign> design, Exploration exploration, boolean whole)
        implements FollowersPart {
    private static final List<Integer> HIDDEN = List.of(32, 32);
    private static final double POLICY_RATE = 1e-3;
    private static final double VALUE_RATE = 1e-2;
    private static final double DISCOUNT = 0.99;
    private static final double TRACE_DECAY = 0.95;
    private static final double ENTROPY = 0.01;

    static GradientPart standard(boolean independent) {
        return new GradientPart(independent, GradientPart::usual, Exploration.none(), false);
    }

    /** The same of learners made otherwise. */
    public GradientPart learners(Function<Spaces, PlayerDesign> other) {
        return new GradientPart(independent, other, exploration, whole);
    }

    /** The same, acting at random now and then. */
    public GradientPart exploring(Exploration how) {
        return new GradientPart(independent, design, how, whole);
    }

    /** The same for economies whose worlds end by themselves: a round is one episode of them. */
    public GradientPart wholeEpisodes() {
        return new GradientPart(independent, design, exploration, true);
    }

    private static PlayerDesign usual(Spaces spaces) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        LearningRule rule = LearningRule.actorCritic(
                        StepRule.adam(POLICY_RATE),
                        ValueRule.of(StepRule.adam(VALUE_RATE), 1),
                        DISCOUNT,
                        TRACE_DECAY,
                        ENTROPY)
                .normalised();
        return new PlayerDesign(
                Layers.dense(inputs, HIDDEN, spaces.choices(), true),
                Optional.of(Layers.dense(inputs, HIDDEN, 1, true)),
                rule);
    }

    @Override
    public String name() {
        return independent ? "independent-policy-gradient" : "policy-gradient";
    }

    @Override
    public boolean differentiable() {
        return true;
    }

    @Override
    public Optional<String> objection(Setting setting) {
        Spaces spaces = setting.spaces();
        return spaces.codes().cells() + spaces.numbers().size() > 0
                ? Optional.empty()
                : Optional.of("players see neither symbols nor numbers, so a network has nothing to learn from;"
                        + " multiplicative weights and best responses need no view");
    }

    @Override
    public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
        Spaces spaces = setting.spaces();
        PlayerDesign made = design.apply(spaces);
        EpisodicFollowers.Maker maker = (batch, slots) -> independent
                ? Population.independent(spaces, batch, slots, made, seed)
                : Population.shared(spaces, batch, slots, made, seed);
        EpisodicFollowers followers = new EpisodicFollowers(
                maker, setting.worlds(), setting.schedule().stepsPerRound(), exploration, whole);
        followers.population().shareWith(setting.crew());
        return followers;
    }
}
