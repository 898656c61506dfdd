package org.sed4j.rl.population;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Executor;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * Followers who act by a network that was trained elsewhere, and learn nothing: each head draws from the softmax of its
 * scores over what is allowed.
 *
 * <p>The network puts out one score for each choice, head after head; after them it may put out a value, as PPO's networks
 * do, which is not read. One that ends in a softmax puts out probabilities, which are taken as such.
 */
public final class NetworkFollowers implements Followers<Pomg> {
    private final Network network;
    private final Crew crew;

    /** Followers who act by that network, which must not change while they live. */
    public NetworkFollowers(Network network, Crew crew) {
        this.network = network;
        this.crew = crew;
    }

    /** Why that network is not one of an economy's players; empty if it is. */
    static String objection(Network network, Spaces spaces) {
        Inputs shown = new Inputs(spaces.codes(), spaces.numbers().size());
        boolean scores = network.outputs() == spaces.choices() || network.outputs() == spaces.choices() + 1;
        return network.inputs().equals(shown) && scores
                ? ""
                : "the network takes " + network.inputs() + " and puts out " + network.outputs()
                        + " numbers, players are shown " + shown + " and have " + spaces.choices()
                        + " choices: it must take the one and put out a score for each of the other, or these and a value";
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        String objection = objection(network, economy.spaces());
        Require.that(objection.isEmpty(), "network of the players", objection, "must fit", "it is another economy's");
        return Loop.play(economy, new Acting(economy.spaces(), economy.batch(), seed.named("acts")), government, steps);
    }

    private final class Acting implements Players {
        private final Sights sights;
        private final ActionFamily family;
        private final Executor executor;
        private final Rows rows;
        private final boolean probabilities;
        private final float[] outputs;
        private final int[] chosen;
        private final Seed seed;
        private final Rng rng = new Rng();
        private long step;

        Acting(Spaces spaces, int worlds, Seed seed) {
            this.sights = new Sights(spaces, worlds);
            this.family = ActionFamily.choices(spaces.actions());
            this.executor = network.executor(crew, sights.rows());
            this.rows = Rows.of(
                    sights.codes(),
                    spaces.codes().cells(),
                    sights.numbers(),
                    spaces.numbers().size());
            this.probabilities = network.endsInSoftmax();
            this.outputs = new float[sights.rows() * network.outputs()];
            this.chosen = new int[sights.rows() * spaces.heads()];
            this.seed = seed;
        }

        @Override
        public void act(Tensors now, IntTensor actions) {
            sights.look(now);
            executor.evaluate(rows, sights.rows(), outputs);
            for (int row = 0; row < sights.rows(); row++) {
                int at = row * network.outputs();
                for (int a = 0; a < family.scores() && probabilities; a++) {
                    outputs[at + a] = (float) Math.log(Math.max(outputs[at + a], Float.MIN_NORMAL));
                }
                family.normalise(outputs, at, sights.masks(), row * family.scores());
                rng.seat(seed.key(), step);
                rng.stream(row);
                family.draw(outputs, at, rng, chosen, row * family.entries());
            }
            actions.view().put(0, chosen);
            step++;
        }
    }

    @Override
    public NetworkFollowers copy() {
        return this;
    }

    @Override
    public NetworkFollowers frozen() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
