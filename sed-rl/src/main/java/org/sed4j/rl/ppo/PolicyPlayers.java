package org.sed4j.rl.ppo;

import java.util.Arrays;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Rows;

/** Players that follow one shared policy and learn nothing from it. */
final class PolicyPlayers implements Players {
    private final int lanes;
    private final boolean masked;
    private final Sampler sampler;
    private final Seed seed;
    private final byte[] codes;
    private final float[] numbers;
    private final byte[] masks;
    private final int[] actions;
    private final float[] logProbability;
    private final float[] value;
    private final Rows rows;
    private long step;

    PolicyPlayers(Spaces spaces, int worlds, Sampler sampler, Seed seed) {
        this.lanes = worlds * spaces.players();
        this.masked = spaces.masked();
        this.sampler = sampler;
        this.seed = seed;
        int cells = spaces.codes().cells();
        int floats = spaces.numbers().size();
        this.codes = new byte[lanes * cells];
        this.numbers = new float[lanes * floats];
        this.masks = new byte[lanes * spaces.choices()];
        Arrays.fill(masks, (byte) 1);
        this.actions = new int[lanes * spaces.heads()];
        this.logProbability = new float[lanes];
        this.value = new float[lanes];
        this.rows = Rows.of(codes, cells, numbers, floats);
    }

    @Override
    public void act(Tensors now, IntTensor out) {
        now.codes().view().get(0, codes);
        now.numbers().view().get(0, numbers);
        if (masked) {
            now.masks().view().get(0, masks);
        }
        sampler.choose(rows, lanes, masks, seed, step++, Sampler.Manner.DRAWN, actions, logProbability, value);
        out.view().put(0, actions);
    }
}
