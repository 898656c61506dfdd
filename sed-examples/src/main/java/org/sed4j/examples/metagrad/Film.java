package org.sed4j.examples.metagrad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;

/** Frames of world 0, and the incentives and rewards that go with them. */
final class Film {
    private static final int MOST = 400;

    private final Game game;
    private final Filmstrip strip;

    Film(String title, Game game) {
        this.game = game;
        this.strip = new Filmstrip(title, game.palette(), MOST);
    }

    void take(Pomg economy, int episode) {
        if (strip.isFull()) {
            return;
        }
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
        String caption = "episode " + episode + ", frame " + (strip.size() + 1);
        strip.add(game.frame(economy.portrait(0), caption), shown);
    }

    /** What was taken. */
    Filmstrip strip() {
        return strip;
    }
}
