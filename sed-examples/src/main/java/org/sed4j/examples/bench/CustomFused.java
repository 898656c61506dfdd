package org.sed4j.examples.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * {@link CustomGoods} as one loop over flat arrays, as a careful author would fuse it by hand: no interface, no field walk,
 * outputs staged on the heap and copied out once for each shard.
 */
final class CustomFused implements Stopwatch.Runner, AutoCloseable {
    private static final int N = 4;
    private static final int PERIOD = 10;
    private static final float GROWTH = 1.6f;
    private static final int F = 3;
    private static final int K = 4;

    private final int batch;
    private final Crew crew;
    private final int shards;
    private final float rate;
    private final IntTensor[] actions;
    private final Tensors now;

    private final int[] joint;
    private final long[] key;
    private final long[] tick;
    private final float[] wealth;
    private final int[] time;
    private final float[] design;
    private final float[] rewards;
    /** What the principal is shown. */
    private final float[] seen;

    private final float[] numbers;
    private final byte[] masks;
    private final byte[] due;
    private final Rng[] rngs;
    private final IntConsumer stepping = this::shard;
    private int turn;

    CustomFused(Spaces spaces, int batch, int threads, Seed seed, IntTensor[] actions, float rate) {
        this.batch = batch;
        this.crew = Crew.of(threads);
        this.shards = batch < 2 * threads ? 1 : threads;
        this.rate = rate;
        this.actions = actions;
        this.now = Tensors.zeros(spaces, batch);
        this.joint = new int[batch * N];
        this.key = new long[batch];
        this.tick = new long[batch];
        this.wealth = new float[batch * N];
        this.time = new int[batch];
        this.design = new float[batch];
        this.seen = new float[batch];
        this.rewards = new float[batch * N];
        this.numbers = new float[batch * N * F];
        this.masks = new byte[batch * N * K];
        this.due = new byte[batch];
        this.rngs = new Rng[threads * 32]; // far apart, against false sharing
        Arrays.setAll(rngs, i -> new Rng());
        for (int b = 0; b < batch; b++) {
            key[b] = seed.named("worlds").at(b).key();
            rngs[0].seat(key[b], tick[b]++);
            for (int i = 0; i < N; i++) {
                wealth[b * N + i] = rngs[0].below(6);
            }
            observe(b);
        }
        publish(0, batch);
    }

    @Override
    public void steps(int count) {
        for (int t = 0; t < count; t++) {
            actions[turn++ % actions.length].view().get(0, joint);
            crew.run(shards, stepping);
        }
    }

    Tensors now() {
        return now;
    }

    private void shard(int s) {
        int from = (int) ((long) batch * s / shards);
        int to = (int) ((long) batch * (s + 1) / shards);
        Rng rng = rngs[s * 32];
        for (int b = from; b < to; b++) {
            step(b, rng);
            observe(b);
        }
        publish(from, to);
    }

    private void step(int b, Rng rng) {
        int o = b * N;
        if (due[b] != 0) {
            seen[b] = Math.max(Math.max(wealth[o], wealth[o + 1]), Math.max(wealth[o + 2], wealth[o + 3]));
            design[b] = rate;
        }
        rng.seat(key[b], tick[b]++);
        float now = ++time[b] % PERIOD == 0 ? design[b] : 0;
        float pot = 0;
        for (int i = o; i < o + N; i++) {
            float gift = Math.min(joint[i], wealth[i]);
            float tax = now * (wealth[i] - gift);
            float wage = rng.below(2);
            rewards[i] = wage - gift - tax;
            pot += GROWTH * gift + tax;
        }
        for (int i = o; i < o + N; i++) {
            rewards[i] += pot / N;
            wealth[i] += rewards[i];
        }
    }

    private void observe(int b) {
        int left = PERIOD - time[b] % PERIOD;
        for (int i = b * N; i < b * N + N; i++) {
            numbers[i * F] = wealth[i];
            numbers[i * F + 1] = design[b];
            numbers[i * F + 2] = left;
            for (int gift = 0; gift < K; gift++) {
                masks[i * K + gift] = (byte) (gift <= wealth[i] ? 1 : 0);
            }
        }
        due[b] = (byte) (time[b] % PERIOD == PERIOD - 1 ? 1 : 0);
    }

    private void publish(int from, int to) {
        now.numbers().view().put(from * N * F, numbers, from * N * F, (to - from) * N * F);
        now.masks().view().put(from * N * K, masks, from * N * K, (to - from) * N * K);
        now.rewards().view().put(from * N, rewards, from * N, (to - from) * N);
        now.due().view().put(from, due, from, to - from);
        now.principalNumbers().view().put(from, seen, from, to - from);
        now.design().view().put(from, design, from, to - from);
    }

    @Override
    public void close() {
        crew.close();
    }
}
