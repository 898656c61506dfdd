package org.sed4j.rl.baseline;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;

/**
 * Adaptive mechanism design, still to be made.
 *
 * @param rule how it learns
 * @param hidden widths of its tanh layers
 */
public record AmdPart(Amd.Rule rule, List<Integer> hidden) implements PrincipalPart {
    public AmdPart {
        hidden = List.copyOf(hidden);
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
        int parameters = setting.game().objectives().parameters().size();
        Inputs inputs =
                new Inputs(spaces.principalCodes(), spaces.principalNumbers().size() + parameters);
        Layers layers = Layers.tanh(inputs, hidden, Heads.of(spaces.players(), Heads.POLICY_GAIN));
        return new AmdPrincipal(spaces, EpisodicFollowers.required(followers, name()), parameters, layers, rule, seed);
    }
}
