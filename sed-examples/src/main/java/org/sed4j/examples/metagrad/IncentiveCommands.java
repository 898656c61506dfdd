package org.sed4j.examples.metagrad;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.examples.StudyCommand;

/** The commands of incentive design: {@code sed escape-room} and {@code sed cleanup}. */
public final class IncentiveCommands {
    /** Where players start from in Escape Room. */
    static final List<String> ESCAPE_ROOM = List.of("escape-room-released", "escape-room-amd");

    /** Where players start from in Clean Up. */
    static final List<String> CLEANUP = List.of("cleanup-released", "cleanup-fast");

    private IncentiveCommands() {}

    /** {@code sed escape-room}. */
    public static StudyCommand escapeRoom() {
        List<Key> keys = new ArrayList<>(List.of(
                Key.whole("game.agents", 5).from(2).to(100).means("n, players").source("paper 004, section 5"),
                Key.whole("game.lever", 2)
                        .from(1)
                        .to(99)
                        .means("m, how many must pull; less than n")
                        .source("paper 004, section 5"),
                Key.choice("game.target", "action", "player").means("to whom an incentive is paid")));
        return new StudyCommand(
                schema("escape-room", keys, "amd"),
                "Adaptive incentive design in Escape Room ER(n, m) (paper 004).",
                ESCAPE_ROOM,
                IncentiveCommands.class,
                new IncentiveStudy(Game::escapeRoom),
                "episodes",
                shortcuts("--agents", "game.agents", "--lever", "game.lever"));
    }

    /** {@code sed cleanup}. */
    public static StudyCommand cleanup() {
        List<Key> keys = new ArrayList<>(List.of(
                Key.choice("game.map", "7x7", "10x10", "melting-pot", "socialjax")
                        .means("map and rules"),
                Key.whole("game.filters", 6)
                        .from(1)
                        .to(64)
                        .means("filters of the 3 x 3 convolution that every network begins with")
                        .source("published code c4ad680")));
        return new StudyCommand(
                schema("cleanup", keys, "centralised"),
                "Adaptive incentive design in Clean Up (paper 004).",
                CLEANUP,
                IncentiveCommands.class,
                new IncentiveStudy(Game::cleanup),
                "episodes",
                shortcuts("--map", "game.map"));
    }

    private static Map<String, String> shortcuts(String... own) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < own.length; i += 2) {
            keys.put(own[i], own[i + 1]);
        }
        keys.put("--method", "designer.method");
        keys.put("--episodes", "run.episodes");
        return keys;
    }

    private static Schema schema(String study, List<Key> keys, String method) {
        keys.addAll(IncentiveKeys.players());
        keys.addAll(IncentiveKeys.designer(method));
        keys.addAll(IncentiveKeys.quirks());
        keys.addAll(IncentiveKeys.dual());
        keys.addAll(IncentiveKeys.run());
        return Schema.of(study, IncentiveKeys.sections(), keys, List.of());
    }
}
