package org.sed4j.examples.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.pomg.World;
import org.sed4j.envs.cleanup.Cleanup;
import org.sed4j.envs.cleanup.CleanupRules;
import org.sed4j.envs.escaperoom.EscapeRoom;
import org.sed4j.envs.escaperoom.EscapeRoomRules;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;
import org.sed4j.examples.bench.CustomGoods;

/** The economies that come with the library, by name: {@code harvest:melting-pot-open}, {@code gtb:15x15}, {@code custom}. */
public final class Shipped {
    private Shipped() {}

    /** All names, economy by economy. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of("custom", "escape-room:2:1", "escape-room:5:2"));
        HarvestRules.presets().forEach(preset -> names.add("harvest:" + preset));
        GtbRules.presets().forEach(preset -> names.add("gtb:" + preset));
        CleanupRules.presets().forEach(preset -> names.add("cleanup:" + preset));
        return names;
    }

    /**
     * A maker of worlds.
     *
     * @param name an economy, with its preset after a colon: {@code harvest:melting-pot-open}; without one, the first of its
     *     names
     * @throws IllegalArgumentException listing the names, and the nearest, if there is no such economy
     */
    public static Supplier<? extends World> maker(String name) {
        String full = names().stream()
                .filter(each -> each.equals(name) || each.startsWith(name + ":"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("economy (" + name + ") must be one of " + names()
                        + ".\nMaybe " + Nearest.to(name, names())
                        + " was meant; an economy of your own needs a test, not this command."));
        String[] parts = full.split(":", -1);
        return switch (parts[0]) {
            case "custom" -> CustomGoods::new;
            case "harvest" -> {
                HarvestRules rules = HarvestRules.preset(parts[1]);
                yield Harvest.maker(rules, HarvestTypes.same(rules.players(), 0.5, 0.5));
            }
            case "gtb" -> GatherTradeBuild.maker(GtbRules.preset(parts[1]));
            case "cleanup" -> Cleanup.maker(CleanupRules.preset(parts[1]));
            default -> EscapeRoom.maker(EscapeRoomRules.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        };
    }
}
