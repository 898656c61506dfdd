package org.sed4j.envs.escaperoom;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.World;
import org.sed4j.core.society.EconomyOffer;

/** Escape Room, by name: a round is an episode. */
public final class EscapeRoomOffer implements EconomyOffer {
    @Override
    public String name() {
        return "escape-room";
    }

    @Override
    public String about() {
        return "some must pull a lever at a cost so that the others can leave; choices are paid for (paper 004)";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.whole("economy.players", 5).from(2).to(1000).means("n"),
                Key.whole("economy.lever", 2).from(1).to(999).means("m, how many must pull at once; below n"),
                Key.choice("economy.target", "action", "player").means("to what an incentive belongs"),
                Key.number("economy.bound", 2).above(0).to(1000).means("greatest incentive"));
    }

    @Override
    public Supplier<? extends World> worlds(Config config) {
        return EscapeRoom.maker(rules(config));
    }

    private static EscapeRoomRules rules(Config config) {
        boolean byPlayer = config.text("economy.target").equals("player");
        return EscapeRoomRules.of(config.integer("economy.players"), config.integer("economy.lever"))
                .withTarget(byPlayer ? IncentiveTarget.PLAYER : IncentiveTarget.ACTION)
                .withBound(config.number("economy.bound"));
    }

    @Override
    public String basis() {
        return EscapeRoom.BASE;
    }

    @Override
    public Rounds.Schedule schedule(Config config) {
        return new Rounds.Schedule(rules(config).horizon(), 1);
    }
}
