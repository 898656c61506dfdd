package org.sed4j.envs.matrix;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** The finite games of the theory room, by name: the design is the leader's commitment. */
public final class MatrixOffer implements EconomyOffer {
    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public String about() {
        return "a finite game of the theory room, in which the design is the leader's commitment (paper 003)";
    }

    @Override
    public List<Key> keys() {
        List<String> names = MatrixGame.all().keySet().stream().toList();
        return List.of(Key.choice("economy.game", names.toArray(String[]::new)).means("which game"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return MatrixGame.named(config.text("economy.game")).worlds();
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(20, 5);
    }
}
