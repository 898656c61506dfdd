package org.sed4j.examples.metagrad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;

/** Who did what in an episode of each world, and what was paid for it. A world's episode ends when it first ends in a round. */
final class Deeds implements Witness<Pomg> {
    private final Game game;
    private final Spaces spaces;
    private final boolean charged;
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private boolean[] over = {};
    private int episodes;

    /**
     * @param charged whether incentives count against the designer
     */
    Deeds(Game game, Spaces spaces, boolean charged) {
        this.game = game;
        this.spaces = spaces;
        this.charged = charged;
    }

    @Override
    public void begun(Mandate mandate, Pomg economy) {
        over = new boolean[economy.batch()];
        episodes += over.length;
    }

    @Override
    public void stepped(Pomg economy) {
        for (int b = 0; b < over.length; b++) {
            if (!over[b]) {
                add(economy, b);
                over[b] = economy.now().ended().get(b) != 0;
            }
        }
    }

    private void add(Pomg economy, int b) {
        add("steps", 1);
        for (int i = 0; i < spaces.players(); i++) {
            double paid = measured(economy, b, i, game.incentive());
            add("base", measured(economy, b, i, game.base()));
            add("incentives", paid);
            add("incentive_" + i, paid);
            for (Map.Entry<String, String> deed : game.deeds().entrySet()) {
                double times = measured(economy, b, i, deed.getKey());
                add(deed.getValue() + "_" + i, times);
                add("times_" + deed.getValue(), times > 0 ? 1 : 0);
                add("paid_" + deed.getValue(), times > 0 ? paid : 0);
            }
        }
    }

    private double measured(Pomg economy, int b, int i, String measure) {
        List<String> measures = spaces.measures();
        int lane = b * spaces.players() + i;
        return economy.now().measures().get(lane * measures.size() + measures.indexOf(measure));
    }

    private void add(String name, double value) {
        sums.merge(name, value, Double::sum);
    }

    private double mean(String name) {
        return sums.getOrDefault(name, 0.0) / episodes;
    }

    /** Sums over an episode, as means over all that were watched. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        double base = mean("base");
        double paid = mean("incentives");
        figures.put("designer_return", charged ? base - paid : base);
        figures.put("base_return", base);
        figures.put("incentives", paid);
        figures.put("steps", mean("steps"));
        for (String deed : game.deeds().values()) {
            double times = mean("times_" + deed);
            figures.put("paid_per_" + deed, times == 0 ? Double.NaN : mean("paid_" + deed) / times);
        }
        for (int i = 0; i < spaces.players(); i++) {
            figures.put("incentive_" + i, mean("incentive_" + i));
            for (String deed : game.deeds().values()) {
                figures.put(deed + "_" + i, mean(deed + "_" + i));
            }
        }
        return figures;
    }
}
