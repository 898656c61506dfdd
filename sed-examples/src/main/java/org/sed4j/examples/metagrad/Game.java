package org.sed4j.examples.metagrad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.pomg.World;
import org.sed4j.envs.cleanup.Cleanup;
import org.sed4j.envs.cleanup.CleanupRules;
import org.sed4j.envs.escaperoom.EscapeRoom;
import org.sed4j.envs.escaperoom.EscapeRoomRules;
import org.sed4j.envs.escaperoom.IncentiveTarget;
import org.sed4j.rl.baseline.Centralised;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;

/**
 * What a study of incentives must know of an economy that they are designed for.
 *
 * @param maker of its worlds
 * @param horizon the most steps of an episode
 * @param base the measure of rewards without incentives
 * @param incentive the measure of incentives
 * @param deeds measures of deeds, with a short name for the columns of each
 * @param stateNumbers how many of the principal's numbers, from the first, tell the state
 * @param networks what every network in it looks like
 */
record Game(
        Supplier<? extends World> maker,
        int horizon,
        String base,
        String incentive,
        Map<String, String> deeds,
        int stateNumbers,
        Networks networks) {

    /** Makes layers. */
    @FunctionalInterface
    interface Networks {
        /** Hidden layers of those widths and a last one, with a bias or without. */
        Layers of(Inputs inputs, List<Integer> hidden, int outputs, boolean bias);
    }

    /** ER(n, m), dense networks. */
    static Game escapeRoom(Config config) {
        boolean byPlayer = config.text("game.target").equals("player")
                || config.text("designer.method").equals("amd");
        EscapeRoomRules rules = EscapeRoomRules.of(config.integer("game.agents"), config.integer("game.lever"))
                .withTarget(byPlayer ? IncentiveTarget.PLAYER : IncentiveTarget.ACTION)
                .withBound(config.number("designer.bound"));
        return new Game(
                EscapeRoom.maker(rules),
                rules.horizon(),
                EscapeRoom.BASE,
                EscapeRoom.INCENTIVE,
                deeds(EscapeRoom.PULLED, "pull", EscapeRoom.LEFT, "exit"),
                EscapeRoom.PLACES * rules.players(),
                Layers::dense);
    }

    /** Clean Up on one of its maps, networks with a convolution of 3 x 3; for the centralised bound, one who is all players. */
    static Game cleanup(Config config) {
        CleanupRules rules = CleanupRules.preset(config.text("game.map")).withBound(config.number("designer.bound"));
        Supplier<Cleanup> maker = Cleanup.maker(rules);
        int filters = config.integer("game.filters");
        return new Game(
                config.text("designer.method").equals("centralised") ? () -> new Centralised(maker.get(), 0) : maker,
                rules.ending().latest(),
                Cleanup.BASE,
                Cleanup.INCENTIVE,
                deeds(Cleanup.FIRED, "cleaning", Cleanup.APPLES, "apple"),
                0,
                (inputs, hidden, outputs, bias) -> Layers.convolutional(inputs, filters, 3, hidden, outputs, bias));
    }

    private static Map<String, String> deeds(String one, String its, String other, String others) {
        Map<String, String> deeds = new LinkedHashMap<>();
        deeds.put(one, its);
        deeds.put(other, others);
        return deeds;
    }
}
