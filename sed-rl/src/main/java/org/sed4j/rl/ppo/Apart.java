package org.sed4j.rl.ppo;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Seed;

/** Players who each look at what is theirs alone, and act for themselves. */
final class Apart implements Players {
    /** Makes the one who plays for one player of every world. */
    interface Maker {
        Players of(int player, Slice slice, Seed seed);
    }

    private final int worlds;
    private final int heads;
    private final List<Slice> slices = new ArrayList<>();
    private final List<Players> each = new ArrayList<>();
    private final IntTensor own;

    /**
     * @param common whether each is rewarded with the mean of its world
     */
    Apart(Pomg economy, boolean common, Maker maker, Seed seed) {
        this.worlds = economy.batch();
        this.heads = economy.spaces().heads();
        for (int i = 0; i < economy.spaces().players(); i++) {
            Slice slice = new Slice(economy.spaces(), worlds, i, common, economy.now());
            slices.add(slice);
            each.add(maker.of(i, slice, seed.at(i)));
        }
        this.own = IntTensor.zeros(worlds, heads);
    }

    @Override
    public void act(Tensors now, IntTensor actions) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).act(slices.get(i).seen(now), own);
            for (int b = 0; b < worlds; b++) {
                for (int h = 0; h < heads; h++) {
                    actions.set((b * each.size() + i) * heads + h, own.get(b * heads + h));
                }
            }
        }
    }

    @Override
    public void stepped(Tensors now) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).stepped(slices.get(i).stepped(now));
        }
    }
}
