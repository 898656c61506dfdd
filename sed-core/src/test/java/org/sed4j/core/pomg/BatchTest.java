package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Seed;

class BatchTest {
    private static Pomg goods(int batch, int threads) {
        return Worlds.of(PublicGoods::new)
                .batch(batch)
                .threads(threads)
                .seed(Seed.of(1))
                .build();
    }

    private static float[] play(Pomg economy, int steps, int world) {
        RandomPlayers players = new RandomPlayers(economy.spaces(), Seed.of(2));
        IntTensor actions = IntTensor.zeros(economy.batch(), economy.spaces().players());
        float[] rewards = new float[steps * 4];
        for (int t = 0; t < steps; t++) {
            players.act(economy.now(), actions);
            economy.step(actions);
            for (int i = 0; i < 4; i++) {
                rewards[t * 4 + i] = economy.now().rewards().get(world * 4 + i);
            }
        }
        return rewards;
    }

    @Test
    void world_livesTheSame_whateverTheBatchAndTheThreads() {
        try (Pomg alone = goods(3, 1);
                Pomg many = goods(16, 2)) {
            alone.reset();
            many.reset();
            float[] one = play(alone, 60, 2);
            assertThat(play(many, 60, 2)).isEqualTo(one);
            assertThat(Arrays.stream(toDoubles(one)).distinct().count()).isGreaterThan(10);
        }
    }

    private static double[] toDoubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @Test
    void stateHash_agrees_forOneAndTwoThreads() {
        try (Pomg one = goods(9, 1);
                Pomg two = goods(9, 2)) {
            one.reset();
            two.reset();
            play(one, 25, 0);
            play(two, 25, 0);
            assertThat(two.stateHash()).isEqualTo(one.stateHash());
        }
    }

    @Test
    void snapshot_restored_replaysToTheBit() {
        try (Pomg economy = goods(5, 1);
                Pomg other = goods(5, 2)) {
            economy.reset();
            play(economy, 7, 0);
            Snapshot snapshot = economy.save();
            float[] first = play(economy, 30, 4);
            long hash = economy.stateHash();
            other.restore(snapshot);
            assertThat(play(other, 30, 4)).isEqualTo(first);
            assertThat(other.stateHash()).isEqualTo(hash);
            economy.restore(snapshot);
            assertThat(economy.save()).isEqualTo(snapshot);
        }
    }
}
