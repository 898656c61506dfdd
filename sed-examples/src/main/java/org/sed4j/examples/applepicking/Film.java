package org.sed4j.examples.applepicking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestPictures;
import org.sed4j.envs.render.Frame;
import org.sed4j.examples.report.Replays;

/** A principal who governs as another does, while world 0 is filmed. */
final class Film implements Principal<Pomg> {
    private final String title;
    private final Principal<Pomg> principal;
    private final int most;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Map<String, Object>> numbers = new ArrayList<>();
    private double apples;

    Film(String title, Principal<Pomg> principal, int most) {
        this.title = title;
        this.principal = principal;
        this.most = most;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Government<Pomg> government = principal.govern(mandate);
        return new Government<>() {
            @Override
            public Design design() {
                return government.design();
            }

            @Override
            public void decide(Pomg economy) {
                government.decide(economy);
            }

            @Override
            public void stepped(Pomg economy) {
                government.stepped(economy);
                take(economy, mandate.round());
            }
        };
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        principal.learn(mandate, outcome);
    }

    private void take(Pomg economy, int round) {
        int kinds = economy.spaces().measures().size();
        int eaten = economy.spaces().measures().indexOf("apples");
        for (int i = 0; i < economy.players(); i++) {
            apples += economy.now().measures().get(i * kinds + eaten);
        }
        if (frames.size() == most) {
            return;
        }
        String caption = "round " + round + ", step " + (frames.size() + 1);
        frames.add(HarvestPictures.frame((Harvest) economy.portrait(0), caption));
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int j = 0; j < economy.spaces().design().dimension(); j++) {
            shown.put("tax_rate_" + j, (double) economy.now().design().get(j));
        }
        shown.put("apples_total", apples);
        shown.put("apples_left", (double) economy.now().gauges().get(0));
        numbers.add(shown);
    }

    /** The film as the report's player reads it. */
    Map<String, Object> document(int players) {
        return Replays.document(title, HarvestPictures.palette(players), frames, numbers);
    }
}
