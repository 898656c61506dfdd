package org.sed4j.rl.baseline;

import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.metagradient.DesignerReward;
import org.sed4j.rl.policygradient.EpisodicFollowers;

/**
 * Dual-RL as paper 004 has it, still to be made: it learns from the very episodes that its players learn from.
 *
 * @param design what it is made from in an economy
 * @param reward what it maximises there, whatever is elected
 */
public record DualRlPart(Function<Spaces, DualRlDesign> design, Function<Spaces, DesignerReward> reward)
        implements PrincipalPart {
    @Override
    public String name() {
        return "dual-rl";
    }

    @Override
    public Optional<String> objection(Setting setting, FollowersPart followers) {
        return setting.asks()
                ? EpisodicFollowers.objection(followers)
                : Optional.of("the economy never asks its principal (World.due); ppo decides when a round begins.");
    }

    @Override
    public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
        Spaces spaces = setting.spaces();
        EpisodicFollowers players = EpisodicFollowers.required(followers, name());
        return new DualRl(spaces, players, design.apply(spaces), reward.apply(spaces), seed);
    }
}
