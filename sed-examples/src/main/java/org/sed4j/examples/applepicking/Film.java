package org.sed4j.examples.applepicking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestPictures;

/** World 0, filmed. */
final class Film implements Witness<Pomg> {
    private final Filmstrip strip;
    private double apples;
    private int round;

    Film(Filmstrip strip) {
        this.strip = strip;
    }

    @Override
    public void begun(Mandate mandate, Pomg economy) {
        round = mandate.round();
    }

    @Override
    public void stepped(Pomg economy) {
        int kinds = economy.spaces().measures().size();
        int eaten = economy.spaces().measures().indexOf("apples");
        for (int i = 0; i < economy.players(); i++) {
            apples += economy.now().measures().get(i * kinds + eaten);
        }
        if (strip.isFull()) {
            return;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int j = 0; j < economy.spaces().design().dimension(); j++) {
            shown.put("tax_rate_" + j, (double) economy.now().design().get(j));
        }
        shown.put("apples_total", apples);
        shown.put("apples_left", (double) economy.now().gauges().get(0));
        String caption = "round " + round + ", step " + (strip.size() + 1);
        strip.add(HarvestPictures.frame((Harvest) economy.portrait(0), caption), shown);
    }
}
