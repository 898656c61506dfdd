package org.sed4j.examples.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.harvest.HarvestRules;

/**
 * Harvest by paper 002's rules as one loop over flat arrays, as a careful author would fuse it by hand for these rules only:
 * no interface, no parts, no switches; sizes of the map and offsets everywhere.
 *
 * <p>Open map, 7 players, no beam, three continuous brackets, social reward summed over visible others.
 */
final class HarvestFused implements Stopwatch.Runner, AutoCloseable {
    private final HarvestFusedTables t;
    private final HarvestFusedState s;
    private final HarvestFusedViews[] views;
    private final int batch;
    private final int shards;
    private final Crew crew;
    private final IntTensor[] actions;
    private final float[] rates;
    private final int[] joint;
    private final Tensors now;
    private final IntConsumer stepping = this::shard;
    private int turn;

    HarvestFused(
            HarvestRules rules,
            TypeMatrix types,
            Spaces spaces,
            int batch,
            int threads,
            Seed seed,
            IntTensor[] actions,
            FloatTensor design) {
        this.t = new HarvestFusedTables(rules, types);
        this.s = new HarvestFusedState(t, batch, seed);
        this.batch = batch;
        this.crew = Crew.of(threads);
        this.shards = batch < 2 * threads ? 1 : threads;
        this.actions = actions;
        this.rates = new float[3];
        design.view().get(0, rates);
        this.joint = new int[batch * t.n];
        this.now = Tensors.zeros(spaces, batch);
        this.views = new HarvestFusedViews[shards];
        Arrays.setAll(views, i -> new HarvestFusedViews(t, s, now));
        Rng rng = new Rng();
        for (int b = 0; b < batch; b++) {
            s.reset(b, rng);
            views[0].look(b, 0);
            views[0].publish(b, 1);
        }
    }

    @Override
    public void steps(int count) {
        for (int k = 0; k < count; k++) {
            actions[turn++ % actions.length].view().get(0, joint);
            crew.run(shards, stepping);
        }
    }

    Tensors now() {
        return now;
    }

    private void shard(int number) {
        int from = (int) ((long) batch * number / shards);
        int to = (int) ((long) batch * (number + 1) / shards);
        HarvestFusedViews view = views[number];
        for (int first = from; first < to; first += HarvestFusedViews.WORLDS) {
            int count = Math.min(HarvestFusedViews.WORLDS, to - first);
            for (int w = 0; w < count; w++) {
                int b = first + w;
                if (s.due(b)) {
                    view.consult(b);
                    s.enact(b, rates);
                }
                s.step(b, joint, view.rng, view.order);
                view.look(b, w);
            }
            view.publish(first, count);
            for (int b = first; b < first + count; b++) {
                if (s.over(b)) {
                    s.reset(b, view.rng);
                    view.look(b, 0);
                    view.publish(b, 1);
                }
            }
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
