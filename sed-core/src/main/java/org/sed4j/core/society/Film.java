package org.sed4j.core.society;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Witness;
import org.sed4j.core.picture.Pictured;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;

/** Films world 0 if it is {@link Pictured}: its looks, the law in force there, its gauges, what players got and what it has to say. */
public final class Film implements Witness<Pomg> {
    /** Beyond so many players nobody reads what each of them got. */
    private static final int SHOWN = 12;

    private final String title;
    private final int most;
    private @Nullable Filmstrip strip;
    private int round;
    private int step;

    /**
     * @param title of the film
     * @param most frames, at least 0
     */
    public Film(String title, int most) {
        this.title = title;
        this.most = most;
    }

    /** What was taken; empty if nothing was. */
    public Optional<Filmstrip> strip() {
        return Optional.ofNullable(strip);
    }

    @Override
    public void begun(Mandate mandate, Pomg economy) {
        round = mandate.round();
        step = 0;
    }

    @Override
    public void stepped(Pomg economy) {
        step++;
        if (most == 0 || (strip != null && strip.isFull())) {
            return;
        }
        Optional<Pictured> seen = Pictured.in(economy.portrait(0));
        if (seen.isEmpty()) {
            return;
        }
        Pictured pictured = seen.get();
        Filmstrip film = strip;
        if (film == null) {
            film = new Filmstrip(title, pictured.palette(), most);
            strip = film;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        List<String> entries = economy.spaces().design().names();
        for (int j = 0; j < entries.size(); j++) {
            shown.put("law_" + entries.get(j), (double) economy.now().design().get(j));
        }
        List<String> gauges = economy.spaces().gauges();
        for (int g = 0; g < gauges.size(); g++) {
            shown.put(gauges.get(g), (double) economy.now().gauges().get(g));
        }
        for (int i = 0; i < economy.players() && economy.players() <= SHOWN; i++) {
            shown.put("reward_" + i, (double) economy.now().rewards().get(i));
        }
        shown.putAll(pictured.beside());
        film.add(pictured.frame("round " + round + ", step " + step + pictured.event()), shown);
    }
}
