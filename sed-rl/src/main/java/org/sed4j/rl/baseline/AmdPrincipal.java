package org.sed4j.rl.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.metagradient.Context;
import org.sed4j.rl.metagradient.ElectedReward;
import org.sed4j.rl.metagradient.IncentiveFunction;
import org.sed4j.rl.metagradient.IncentiveGovernment;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;

/**
 * Adaptive mechanism design as a principal of the ring: V of a step is what the elected objective gained by it, and the planner
 * takes a step for every step of a round, after it.
 *
 * <p>It pulls no design into Φ̂ in thought: under a finite δ its steps are those of what it asked for.
 */
public final class AmdPrincipal implements Principal<Pomg> {
    private final EpisodicFollowers followers;
    private final AmdPlanner planner;
    private final ElectedReward reward;
    private final Spaces spaces;
    private final int parameters;

    /**
     * @param parameters how many parameters of the elected objective it sees
     * @param layers from the principal's view and these to one output for each player
     * @throws IllegalArgumentException if the design is not one entry for each player
     */
    public AmdPrincipal(
            Spaces spaces, EpisodicFollowers followers, int parameters, Layers layers, Amd.Rule rule, Seed seed) {
        this.spaces = spaces;
        this.followers = followers;
        this.parameters = parameters;
        this.planner = new AmdPlanner(spaces, parameters, followers.population(), layers, rule, seed);
        this.reward = new ElectedReward(spaces, 1);
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        return planner.government(Context.of(mandate, parameters));
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        reward.judgeBy(mandate.objective());
        planner.learn(followers.latest(), reward, Context.of(mandate, parameters));
    }

    @Override
    public Principal<Pomg> frozen() {
        return new Still(planner.still(), spaces, parameters);
    }

    private record Still(IncentiveFunction incentives, Spaces spaces, int parameters) implements Principal<Pomg> {
        @Override
        public Government<Pomg> govern(Mandate mandate) {
            return new IncentiveGovernment(incentives, spaces, Context.of(mandate, parameters));
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        planner.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        planner.load(in);
    }
}
