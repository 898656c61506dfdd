package org.sed4j.rl.population;

import java.util.List;
import java.util.Optional;
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
 * Players who learn by policy gradient from whole rounds, by an update that a principal can differentiate (MetaGrad): actor
 * and critic by Adam, rectified layers of 32 units, one learner for all or one for each.
 *
 * @param independent whether each player has a learner of its own
 */
record GradientPart(boolean independent) implements FollowersPart {
    private static final List<Integer> HIDDEN = List.of(32, 32);
    private static final double POLICY_RATE = 1e-3;
    private static final double VALUE_RATE = 1e-2;
    private static final double DISCOUNT = 0.99;
    private static final double TRACE_DECAY = 0.95;
    private static final double ENTROPY = 0.01;

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
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        LearningRule rule = LearningRule.actorCritic(
                        StepRule.adam(POLICY_RATE),
                        ValueRule.of(StepRule.adam(VALUE_RATE), 1),
                        DISCOUNT,
                        TRACE_DECAY,
                        ENTROPY)
                .normalised();
        PlayerDesign design = new PlayerDesign(
                Layers.dense(inputs, HIDDEN, spaces.choices(), true),
                Optional.of(Layers.dense(inputs, HIDDEN, 1, true)),
                rule);
        EpisodicFollowers.Maker maker = (batch, slots) -> independent
                ? Population.independent(spaces, batch, slots, design, seed)
                : Population.shared(spaces, batch, slots, design, seed);
        EpisodicFollowers followers = new EpisodicFollowers(
                maker, setting.worlds(), setting.schedule().stepsPerRound(), Exploration.none());
        followers.population().shareWith(setting.crew());
        return followers;
    }
}
