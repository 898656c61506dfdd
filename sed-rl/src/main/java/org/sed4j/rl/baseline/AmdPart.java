package org.sed4j.rl.baseline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.metagradient.DesignerTask;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;

/**
 * Adaptive mechanism design, still to be made.
 *
 * @param rule how it learns
 * @param layers of its network
 * @param task what it maximises, in a setting
 */
public record AmdPart(Amd.Rule rule, LayerMaker layers, Function<Setting, DesignerTask> task) implements PrincipalPart {

    /** One that serves whatever is elected, with two tanh layers of 64. */
    public AmdPart(Amd.Rule rule) {
        this(
                rule,
                LayerMaker.tanh(List.of(64, 64)),
                setting -> DesignerTask.elected(setting.game(), setting.spaces(), 1));
    }

    /** The same with another network. */
    public AmdPart network(LayerMaker other) {
        return new AmdPart(rule, other, task);
    }

    /** The same, maximising a reward of its own whatever is elected: paper 004's. */
    public AmdPart paid(Function<Spaces, DesignerReward> reward) {
        return new AmdPart(rule, layers, setting -> DesignerTask.of(reward.apply(setting.spaces())));
    }

    @Override
    public String name() {
        return "amd";
    }

    @Override
    public Optional<String> objection(Setting setting, FollowersPart followers) {
        return objection(setting).or(() -> EpisodicFollowers.objection(followers));
    }

    @Override
    public Optional<String> objection(Setting setting) {
        if (!setting.asks()) {
            return Optional.of("the economy never asks its principal (World.due); ppo decides when a round begins.");
        }
        Spaces spaces = setting.spaces();
        boolean fits =
                spaces.design() instanceof DesignSpace.Box && spaces.design().dimension() == spaces.players();
        return fits
                ? Optional.empty()
                : Optional.of(
                        "it pays each player, so the design must be a box with an entry for each of " + spaces.players()
                                + ", not " + spaces.design().names()
                                + "; metagrad, dual-rl and ppo fit.");
    }

    @Override
    public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        Spaces spaces = setting.spaces();
        DesignerTask own = task.apply(setting);
        Inputs inputs =
                new Inputs(spaces.principalCodes(), spaces.principalNumbers().size() + own.parameters());
        Layers made = layers.of(inputs, Heads.of(spaces.players(), Heads.POLICY_GAIN));
        return new Amd(spaces, EpisodicFollowers.required(followers, name()), own, made, rule, seed);
    }
}
