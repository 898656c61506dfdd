package org.sed4j.rl.metagradient;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * A designer by meta-gradient, still to be made. Immutable: every method gives another part.
 *
 * <p>As it stands: it serves the elected objective, whose parameters it sees; tanh networks of two hidden layers of 64; Adam at
 * 1e-3 for incentives and value; γ = 0.99, λ = 0.95; no cost of incentives, no quirks. All that the principal sees is taken to
 * tell the state: say otherwise with {@link #stateNumbers} where the economy shows the actions about to be played.
 */
public final class MetaGradPart implements PrincipalPart {
    private static final double REWARD_SCALE = 0.1;

    private final LayerMaker incentives;
    private final LayerMaker value;
    private final MetaGradRule rule;
    private final int stateNumbers;
    private final Function<Setting, DesignerTask> task;

    private MetaGradPart(
            LayerMaker incentives,
            LayerMaker value,
            MetaGradRule rule,
            int stateNumbers,
            Function<Setting, DesignerTask> task) {
        this.incentives = incentives;
        this.value = value;
        this.rule = rule;
        this.stateNumbers = stateNumbers;
        this.task = task;
    }

    /** The part as it is described above. */
    public static MetaGradPart standard() {
        MetaGradRule rule =
                MetaGradRule.of(StepRule.adam(1e-3), 0.99).valuing(ValueRule.of(StepRule.adam(1e-3), 1), 0.95);
        LayerMaker layers = LayerMaker.tanh(List.of(64, 64));
        return new MetaGradPart(layers, layers, rule, Integer.MAX_VALUE, elected(REWARD_SCALE));
    }

    private static Function<Setting, DesignerTask> elected(double scale) {
        return setting -> DesignerTask.elected(setting.game(), setting.spaces(), scale);
    }

    @Override
    public String name() {
        return "metagrad";
    }

    /** The same with tanh layers of those widths. */
    public MetaGradPart hidden(Integer... widths) {
        LayerMaker layers = LayerMaker.tanh(List.of(widths));
        return networks(layers, layers);
    }

    /** The same with other networks: of the incentives, and of the value of states. */
    public MetaGradPart networks(LayerMaker ofIncentives, LayerMaker ofStates) {
        return new MetaGradPart(ofIncentives, ofStates, rule, stateNumbers, task);
    }

    /** The same, learning otherwise. */
    public MetaGradPart rule(MetaGradRule other) {
        return new MetaGradPart(incentives, value, other, stateNumbers, task);
    }

    /** The same, whose value of states sees only the first so many of the principal's numbers. */
    public MetaGradPart stateNumbers(int count) {
        Require.atLeast(count, 0, "numbers that tell the state");
        return new MetaGradPart(incentives, value, rule, count, task);
    }

    /** The same, with gains of the objective multiplied by that. */
    public MetaGradPart rewardScale(double scale) {
        return new MetaGradPart(incentives, value, rule, stateNumbers, elected(scale));
    }

    /** The same, maximising a reward of its own whatever is elected: paper 004's. */
    public MetaGradPart paid(Function<Spaces, DesignerReward> reward) {
        return new MetaGradPart(
                incentives, value, rule, stateNumbers, setting -> DesignerTask.of(reward.apply(setting.spaces())));
    }

    @Override
    public Optional<String> objection(Setting setting, FollowersPart followers) {
        return objection(setting).or(() -> EpisodicFollowers.objection(followers));
    }

    @Override
    public Optional<String> objection(Setting setting) {
        if (!setting.settles()) {
            return Optional.of("the economy's rewards are written by step, not settled from a ledger, so they have no"
                    + " derivative in the design; implement Settlement, or take dual-rl or ppo, which need none.");
        }
        if (!setting.asks()) {
            return Optional.of(
                    "the economy never asks its principal (World.due), and a designer of incentives learns from its"
                            + " decisions; ppo decides when a round begins.");
        }
        DesignSpace space = setting.spaces().design();
        boolean bounded = space instanceof DesignSpace.Box box
                && box.dimension() > 0
                && java.util.stream.IntStream.range(0, box.dimension())
                        .allMatch(j -> box.low().get(j) < box.high().get(j)
                                && Double.isFinite(box.high().get(j) - box.low().get(j)));
        return bounded
                ? Optional.empty()
                : Optional.of(
                        "an incentive function needs a box of at least one entry with finite bounds that differ, not "
                                + space + "; ppo fits a simplex.");
    }

    @Override
    public MetaGrad make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        Spaces spaces = setting.spaces();
        DesignerTask own = task.apply(setting);
        int seen = spaces.principalNumbers().size();
        int state = Math.min(seen, stateNumbers);
        Inputs inputs = new Inputs(spaces.principalCodes(), seen + own.parameters());
        Inputs known = new Inputs(spaces.principalCodes(), state + own.parameters());
        DesignerDesign design = new DesignerDesign(
                incentives.of(inputs, Heads.of(spaces.design().dimension(), Heads.POLICY_GAIN)),
                rule.value().map(any -> value.of(known, Heads.of(1, Heads.VALUE_GAIN))),
                state,
                rule);
        return new MetaGrad(economy, EpisodicFollowers.required(followers, name()), design, own, seed);
    }
}
