package org.sed4j.examples.applepicking;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestKeys;
import org.sed4j.envs.harvest.HarvestTypes;

/** The economy that a configuration asks for: Harvest's rules and the players' types. */
final class Orchard {
    /** The column that players vote with, where it is not their selfishness. */
    static final String BALLOT = "ballot";

    private final Config config;

    Orchard(Config config) {
        this.config = config;
    }

    /** What makes the worlds. */
    Supplier<Harvest> worlds(TypeMatrix types) {
        return Harvest.maker(HarvestKeys.rules(config), types);
    }

    /** Everybody's type: sigma, beta, and what is voted with. */
    TypeMatrix types(Seed seed) {
        int players = config.integer("world.players");
        double[] sigma;
        double[] beta;
        Rng rng = seed.rng();
        if (config.text("types.draw").equals("given")) {
            sigma = config.numbers("types.selfishness");
            beta = config.numbers("types.trust");
        } else {
            sigma = drawn(players, rng);
            beta = drawn(players, rng);
        }
        double[] ballot = config.text("vote.ballot").equals("separate") ? drawn(players, rng) : sigma;
        TypeMatrix checked = HarvestTypes.of(sigma, beta);
        double[][] rows = new double[players][];
        for (int i = 0; i < players; i++) {
            double[] type = checked.player(i);
            rows[i] = new double[] {type[0], type[1], ballot[i]};
        }
        double own = config.number("vote.principal");
        return TypeMatrix.of(List.of(HarvestTypes.SIGMA, HarvestTypes.BETA, BALLOT), new double[] {own, 0, own}, rows);
    }

    private double[] drawn(int players, Rng rng) {
        double low = config.number("types.low");
        double high = config.number("types.high");
        double[] values = new double[players];
        for (int i = 0; i < players; i++) {
            values[i] = low + (high - low) * rng.uniform();
        }
        return values;
    }
}
