package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Types that a batch is handed: on every backend, in snapshots and forks, after resets. */
class AdoptedTypesTest {
    private static final int WORLDS = 3;

    private static TypeMatrix tastes(double one, double other) {
        return TypeMatrix.of(List.of("wish", "taste"), new double[2], new double[][] {{9, one}, {-9, other}});
    }

    private static Pomg batch(Backend backend) {
        Pomg economy = Worlds.of(() -> new Pond(15))
                .batch(WORLDS)
                .seed(Seed.of(4))
                .backend(backend)
                .build();
        economy.reset();
        return economy;
    }

    private static void play(Pomg economy, int from, int steps, List<Object> seen) {
        IntTensor actions = IntTensor.zeros(economy.batch(), 2);
        for (int t = from; t < from + steps; t++) {
            Rng rng = Seed.of(8).at(t).rng();
            for (int at = 0; at < actions.length(); at++) {
                actions.set(at, rng.below(2));
            }
            economy.step(actions);
            seen.add(List.of(
                    List.of(rewards(economy)),
                    economy.now().numbers().get(1),
                    economy.now().numbers().get(4),
                    economy.stateHash()));
            economy.reset(economy.now().ended());
        }
    }

    private static Float[] rewards(Pomg economy) {
        Float[] rewards = new Float[economy.now().rewards().length()];
        for (int at = 0; at < rewards.length; at++) {
            rewards[at] = economy.now().rewards().get(at);
        }
        return rewards;
    }

    private static List<Object> life(Backend backend) {
        List<Object> seen = new ArrayList<>();
        try (Pomg economy = batch(backend)) {
            play(economy, 0, 7, seen);
            economy.adopt(tastes(0.5, 0.25));
            play(economy, 7, 20, seen); // over an episode's end
            Snapshot kept = economy.save();
            economy.adopt(tastes(2, 3));
            play(economy, 27, 3, seen);
            try (Pomg fork = economy.forked(new int[] {1}, 2, Noise.SHARED)) {
                play(fork, 30, 5, seen);
            }
            economy.restore(kept);
            play(economy, 27, 3, seen);
        }
        return seen;
    }

    @Test
    void adoptedTypes_areLivedWith_theSameOnTheJvmAndCompiled() {
        List<Object> jvm = life(Backend.JVM);
        assertThat(life(Backend.NATIVE)).isEqualTo(jvm);
        assertThat(jvm.get(27)).as("other types, other rewards").isNotEqualTo(jvm.get(35));
    }

    @Test
    void types_areState_designAndEverythingElseStays() {
        try (Pomg economy = batch(Backend.JVM)) {
            long before = economy.stateHash();
            economy.adopt(tastes(0.5, 0.25));
            long adopted = economy.stateHash();
            assertThat(adopted).isNotEqualTo(before);
            assertThat(economy.now().numbers().get(1)).isEqualTo(0.5f);
            economy.adopt(tastes(0.5, 0.25));
            assertThat(economy.stateHash()).as("again").isEqualTo(adopted);
            economy.adopt(tastes(1, 1));
            assertThat(economy.stateHash()).as("as it was made").isEqualTo(before);
            economy.adopt(tastes(0.5, 0.25));
            economy.reset();
            assertThat(economy.now().numbers().get(4)).as("after a reset").isEqualTo(0.25f);
        }
    }

    @Test
    void typesThatDoNotFit_areRefused() {
        try (Pomg economy = batch(Backend.JVM)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.adopt(
                            TypeMatrix.of(List.of("taste"), new double[1], new double[][] {{1}, {1}, {1}})))
                    .withMessageContaining("players with a type (3) must be the economy's 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            economy.adopt(TypeMatrix.of(List.of("wish"), new double[1], new double[][] {{1}, {1}})))
                    .withMessageContaining("type column (taste) must be one of [wish]");
        }
    }
}
