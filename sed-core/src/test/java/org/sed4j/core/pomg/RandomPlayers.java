package org.sed4j.core.pomg;

import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Players that choose uniformly among what is allowed; world b's choices do not depend on the batch. */
public final class RandomPlayers implements Players {
    private final Spaces spaces;
    private final Seed seed;
    private final Rng rng = new Rng();
    private long time;

    /** Players whose chance comes from that seed. */
    public RandomPlayers(Spaces spaces, Seed seed) {
        this.spaces = spaces;
        this.seed = seed;
    }

    @Override
    public void act(Tensors now, IntTensor actions) {
        int heads = spaces.heads();
        int n = spaces.players();
        for (int row = 0; row < actions.length() / heads; row++) {
            rng.seat(seed.at(row / n).key(), time);
            rng.stream(row % n);
            int offset = row * spaces.choices();
            for (int h = 0; h < heads; h++) {
                actions.set(
                        row * heads + h, choose(now, offset, spaces.actions().get(h)));
                offset += spaces.actions().get(h);
            }
        }
        time++;
    }

    private int choose(Tensors now, int offset, int choices) {
        int choice = rng.below(choices);
        while (spaces.masked() && now.masks().get(offset + choice) == 0) {
            choice = (choice + 1) % choices;
        }
        return choice;
    }
}
