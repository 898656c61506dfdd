package org.sed4j.examples.metagrad;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.policygradient.Episodes;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.Trajectory;

/** Tests of what players and designer have learned: episodes without exploration, on worlds and twins of their own. */
final class Trials implements Checkpointed, AutoCloseable {
    private final Game game;
    private final Pomg economy;
    private final Population twins;
    private final Episodes episodes;
    private final Trajectory tau;
    private final int n;
    private final boolean charged;

    /**
     * @param charged whether incentives count against the designer
     */
    Trials(Game game, Players players, int worlds, boolean charged, Seed seed) {
        this.game = game;
        this.charged = charged;
        this.economy = Worlds.of(game.maker())
                .batch(worlds)
                .seed(seed.named("economy"))
                .build();
        economy.reset();
        this.twins = players.population(worlds, seed.named("twins"));
        this.episodes = new Episodes(economy, twins, seed.named("actions"));
        this.tau = twins.trajectory();
        this.n = game.spaces().players();
    }

    /** Sums over an episode, as means over so many. */
    Map<String, Double> figures(Population learners, Government<Pomg> government, int count) {
        twins.become(learners.states());
        Map<String, Double> sums = new LinkedHashMap<>();
        int played = 0;
        while (played < count) {
            episodes.play(government, 0, tau);
            played += economy.batch();
            for (int b = 0; b < economy.batch(); b++) {
                add(sums, b);
            }
        }
        int all = played;
        Map<String, Double> figures = new LinkedHashMap<>();
        double base = sums.getOrDefault("base", 0.0) / all;
        double paid = sums.getOrDefault("incentives", 0.0) / all;
        figures.put("designer_return", charged ? base - paid : base);
        figures.put("base_return", base);
        figures.put("incentives", paid);
        figures.put("steps", sums.getOrDefault("steps", 0.0) / all);
        for (String deed : game.deeds().values()) {
            double times = sums.getOrDefault("times_" + deed, 0.0);
            figures.put("paid_per_" + deed, times == 0 ? Double.NaN : sums.getOrDefault("paid_" + deed, 0.0) / times);
        }
        for (int i = 0; i < n; i++) {
            figures.put("incentive_" + i, sums.getOrDefault("incentive_" + i, 0.0) / all);
            for (String deed : game.deeds().values()) {
                figures.put(deed + "_" + i, sums.getOrDefault(deed + "_" + i, 0.0) / all);
            }
        }
        return figures;
    }

    private void add(Map<String, Double> sums, int b) {
        List<String> measures = game.spaces().measures();
        int base = measures.indexOf(game.base());
        int incentive = measures.indexOf(game.incentive());
        add(sums, "steps", tau.length(b));
        for (int slot = 0; slot < tau.length(b); slot++) {
            for (int i = 0; i < n; i++) {
                int lane = b * n + i;
                double paid = tau.measure(slot, lane, incentive);
                add(sums, "base", tau.measure(slot, lane, base));
                add(sums, "incentives", paid);
                add(sums, "incentive_" + i, paid);
                for (Map.Entry<String, String> deed : game.deeds().entrySet()) {
                    double times = tau.measure(slot, lane, measures.indexOf(deed.getKey()));
                    add(sums, deed.getValue() + "_" + i, times);
                    add(sums, "times_" + deed.getValue(), times > 0 ? 1 : 0);
                    add(sums, "paid_" + deed.getValue(), times > 0 ? paid : 0);
                }
            }
        }
    }

    private static void add(Map<String, Double> sums, String name, double value) {
        sums.merge(name, value, Double::sum);
    }

    /** World 0 of a test, frame by frame. */
    Film film(String title, Population learners, Government<Pomg> government, int count) {
        twins.become(learners.states());
        Film film = new Film(title, game);
        for (int e = 0; e < count; e++) {
            int episode = e;
            episodes.play(Government.watched(government, world -> film.take(world, episode)), 0, tau);
        }
        return film;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        episodes.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        episodes.load(in);
    }

    @Override
    public void close() {
        economy.close();
    }
}
