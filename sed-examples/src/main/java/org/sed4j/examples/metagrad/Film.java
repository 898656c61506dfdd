package org.sed4j.examples.metagrad;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.envs.render.Frame;
import org.sed4j.examples.report.Replays;

/** Frames of world 0, and the incentives and rewards that go with them. */
final class Film {
    private static final int MOST = 400;

    private final String title;
    private final Game game;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Map<String, Object>> numbers = new ArrayList<>();

    Film(String title, Game game) {
        this.title = title;
        this.game = game;
    }

    void take(Pomg economy, int episode) {
        if (frames.size() == MOST) {
            return;
        }
        frames.add(game.frame(economy.portrait(0), "episode " + episode + ", frame " + (frames.size() + 1)));
        Map<String, Object> shown = new LinkedHashMap<>();
        List<String> names = economy.spaces().design().names();
        for (int j = 0; j < names.size(); j++) {
            shown.put(
                    "incentive_" + names.get(j), (double) economy.now().design().get(j));
        }
        int n = economy.spaces().players();
        for (int i = 0; i < n; i++) {
            shown.put("reward_" + i, (double) economy.now().rewards().get(i));
        }
        numbers.add(shown);
    }

    /** The film as the report's player reads it. */
    Map<String, Object> document() {
        return Replays.document(title, game.palette(), frames, numbers);
    }
}
