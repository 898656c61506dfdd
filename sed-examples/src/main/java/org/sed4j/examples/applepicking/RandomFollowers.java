package org.sed4j.examples.applepicking;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Followers that act uniformly at random among what is allowed: the floor that learners start from. */
final class RandomFollowers implements Followers<Pomg> {

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        Spaces spaces = economy.spaces();
        int choices = spaces.choices();
        int rows = economy.batch() * spaces.players();
        Rng rng = seed.rng();
        return Loop.play(
                economy,
                (now, actions) -> {
                    for (int row = 0; row < rows; row++) {
                        int action = rng.below(choices);
                        while (spaces.masked() && now.masks().get(row * choices + action) == 0) {
                            action = rng.below(choices);
                        }
                        actions.set(row, action);
                    }
                },
                government,
                steps);
    }

    @Override
    public Followers<Pomg> copy() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
