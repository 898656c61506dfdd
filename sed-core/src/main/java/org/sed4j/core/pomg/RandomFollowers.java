package org.sed4j.core.pomg;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Followers that act uniformly at random among what is allowed, head by head: the floor that learners start from. */
public record RandomFollowers() implements Followers<Pomg> {
    /** Draws after which it is time to see whether there is a choice at all. */
    private static final int MANY = 1000;

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        Spaces spaces = economy.spaces();
        int heads = spaces.heads();
        int choices = spaces.choices();
        int rows = economy.batch() * spaces.players();
        Rng rng = seed.rng();
        return Loop.play(
                economy,
                (now, actions) -> {
                    for (int row = 0; row < rows; row++) {
                        int first = row * choices;
                        for (int h = 0; h < heads; h++) {
                            int open = spaces.actions().get(h);
                            int action = rng.below(open);
                            for (int tries = 1; spaces.masked() && now.masks().get(first + action) == 0; tries++) {
                                if (tries % MANY == 0) {
                                    new Sights(spaces, economy.batch()).look(now); // refuses a head without a choice
                                }
                                action = rng.below(open);
                            }
                            actions.set(row * heads + h, action);
                            first += open;
                        }
                    }
                },
                government,
                steps);
    }

    @Override
    public RandomFollowers copy() {
        return this;
    }

    @Override
    public RandomFollowers frozen() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
