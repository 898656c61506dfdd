package org.sed4j.examples.guide;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;

/** Followers of one's own: they give all they may, and say in the vote that they are selfless whatever they are. */
public final class E04Followers implements Followers<Pomg> {
    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        int choices = economy.spaces().choices();
        return Loop.play(
                economy,
                (now, actions) -> {
                    for (int row = 0; row < actions.length(); row++) {
                        int most = choices - 1;
                        while (now.masks().get(row * choices + most) == 0) {
                            most--;
                        }
                        actions.set(row, most);
                    }
                },
                government,
                steps);
    }

    @Override
    public TypeMatrix reports(TypeMatrix truth, VotingMechanism vote, Seed seed) {
        double[][] rows = new double[truth.players()][truth.names().size()];
        return TypeMatrix.of(truth.names(), truth.principal(), rows);
    }

    @Override
    public E04Followers copy() {
        return this;
    }

    @Override
    public E04Followers frozen() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
