package org.sed4j.rl.population;

import java.util.List;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Policy;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * Followers who do what policies say, such as scripts of a user's, and learn nothing.
 *
 * @param policies one for everybody, or one for each player; they keep no state
 */
public record PolicyFollowers(List<Policy> policies) implements Followers<Pomg> {

    public PolicyFollowers {
        policies = List.copyOf(policies);
        Require.atLeast(policies.size(), 1, "policies");
    }

    /** One policy for everybody. */
    public PolicyFollowers(Policy policy) {
        this(List.of(policy));
    }

    /** Why these policies are not those of an economy's players; empty if they are. */
    String objection(Spaces spaces) {
        return policies.size() == 1 || policies.size() == spaces.players()
                ? ""
                : "there are " + policies.size() + " policies for " + spaces.players()
                        + " players: give one for everybody, or one for each";
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        String objection = objection(economy.spaces());
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(objection + ".");
        }
        return Loop.play(economy, new Acting(economy.spaces(), economy.batch(), seed.named("acts")), government, steps);
    }

    private final class Acting implements Players {
        private final Spaces spaces;
        private final Sights sights;
        private final Seed seed;
        private final Rng rng = new Rng();
        private long step;

        Acting(Spaces spaces, int worlds, Seed seed) {
            this.spaces = spaces;
            this.sights = new Sights(spaces, worlds);
            this.seed = seed;
        }

        @Override
        public void act(Tensors now, IntTensor actions) {
            sights.look(now);
            for (int row = 0; row < sights.rows(); row++) {
                rng.seat(seed.key(), step);
                rng.stream(row);
                Policy policy = policies.get(policies.size() == 1 ? 0 : row % spaces.players());
                put(row, policy.act(sights.view(row), sights.mask(row), rng), actions);
            }
            step++;
        }

        private void put(int row, int[] choices, IntTensor actions) {
            Require.that(
                    choices.length == spaces.heads(),
                    "choices by a policy for " + whose(row),
                    choices.length,
                    "must be " + spaces.heads() + ", one for each head",
                    "it was written for another economy");
            int first = 0;
            for (int h = 0; h < choices.length; h++) {
                int size = spaces.actions().get(h);
                Require.that(
                        choices[h] >= 0 && choices[h] < size && sights.allows(row, first + choices[h]),
                        "choice by a policy for " + whose(row) + " (head " + h + ")",
                        choices[h],
                        "must be one of the " + size + " that the mask allows now",
                        "it does not look at the mask");
                actions.set(row * choices.length + h, choices[h]);
                first += size;
            }
        }

        private String whose(int row) {
            return "player " + row % spaces.players() + " of world " + row / spaces.players();
        }
    }

    @Override
    public PolicyFollowers copy() {
        return this;
    }

    @Override
    public PolicyFollowers frozen() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
