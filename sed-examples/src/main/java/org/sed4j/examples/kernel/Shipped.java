package org.sed4j.examples.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

/** The economies that come with the library, by name: {@code harvest:open}, {@code gtb:15x15}, {@code custom}. */
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
     * @param name an economy, with its preset after a colon: {@code harvest:open}; without one, its first
     * @throws IllegalArgumentException listing the names if there is no such economy
     */
    public static Supplier<? extends World> maker(String name) {
        String[] parts = name.split(":", -1);
        String preset = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "custom" -> {
                return CustomGoods::new;
            }
            case "harvest" -> {
                HarvestRules rules = HarvestRules.preset(preset.isEmpty() ? "open" : preset);
                return Harvest.maker(rules, HarvestTypes.same(rules.players(), 0.5, 0.5));
            }
            case "gtb" -> {
                return GatherTradeBuild.maker(GtbRules.preset(preset.isEmpty() ? "15x15" : preset));
            }
            case "cleanup" -> {
                return Cleanup.maker(CleanupRules.preset(preset.isEmpty() ? "7x7" : preset));
            }
            case "escape-room" -> {
                int players = parts.length > 1 ? Integer.parseInt(parts[1]) : 5;
                int lever = parts.length > 2 ? Integer.parseInt(parts[2]) : 2;
                return EscapeRoom.maker(EscapeRoomRules.of(players, lever));
            }
            default ->
                throw new IllegalArgumentException("economy (" + name + ") must be one of " + names()
                        + ".\nMaybe it is spelled otherwise; an economy of your own needs a test, not this command.");
        }
    }
}
