package org.sed4j.rl.ppo;

import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Rows;

/** Players that follow one shared policy and learn nothing from it. */
final class PolicyPlayers implements Players {
    private final int lanes;
    private final Sampler sampler;
    private final Seed seed;
    private final Sights sights;
    private final int[] actions;
    private final float[] logProbability;
    private final float[] value;
    private final Rows rows;
    private long step;

    PolicyPlayers(Spaces spaces, int worlds, Sampler sampler, Seed seed) {
        this.lanes = worlds * spaces.players();
        this.sampler = sampler;
        this.seed = seed;
        this.sights = new Sights(spaces, worlds);
        this.actions = new int[lanes * spaces.heads()];
        this.logProbability = new float[lanes];
        this.value = new float[lanes];
        this.rows = Rows.of(
                sights.codes(),
                spaces.codes().cells(),
                sights.numbers(),
                spaces.numbers().size());
    }

    @Override
    public void act(Tensors now, IntTensor out) {
        sights.look(now);
        sampler.choose(rows, lanes, sights.masks(), seed, step++, Sampler.Manner.DRAWN, actions, logProbability, value);
        out.view().put(0, actions);
    }
}
