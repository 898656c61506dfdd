package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.Trials;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.Vote;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** σ and β that change with what happened: they are voted with, seen, and paid by, in episodes to come too. */
class HarvestDriftTest {
    private static final HarvestRules RULES = HarvestRules.preset("paper-2024").toBuilder()
            .senses(Sense.values())
            .period(10)
            .build();
    private static final TypeMatrix FIRST =
            HarvestTypes.uniform(RULES.players(), Seed.of(2).rng());
    private static final int STEPS = 40;

    /** Who picked more than the mean becomes more selfish, who picked less trusts less; by {@code pace}. */
    private static TypeSpace drifting(double pace) {
        return new TypeSpace() {
            @Override
            public TypeMatrix draw(Seed seed) {
                return FIRST;
            }

            @Override
            public TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
                double[] apples = outcome.meanAmounts("apples");
                double[] sigma = before.players(HarvestTypes.SIGMA);
                double[] beta = before.players(HarvestTypes.BETA);
                for (int i = 0; i < apples.length; i++) {
                    double move = pace * (apples[i] - Solo.sum(apples) / apples.length);
                    sigma[i] = Math.min(1, Math.max(0, sigma[i] + Math.max(0, move)));
                    beta[i] = Math.min(1, Math.max(0, beta[i] + Math.min(0, move)));
                }
                return HarvestTypes.of(sigma, beta);
            }
        };
    }

    private record Mean(Objective objective, double eta) implements Election {
        static Election of(Vote vote) {
            double eta = Solo.sum(vote.reports().players(HarvestTypes.SIGMA)) / RULES.players();
            return new Mean(vote.objectives().at(eta), eta);
        }

        @Override
        public double[] parameters() {
            return new double[] {eta};
        }

        @Override
        public Map<String, Double> figures() {
            return Map.of("eta", eta);
        }
    }

    private static Rounds<Pomg> ring(TypeSpace types, Backend backend, int roundsPerEpisode) {
        Pomg economy = Worlds.of(Harvest.maker(RULES, FIRST))
                .batch(2)
                .seed(Seed.of(5))
                .initial(Design.of(0.1, 0.2, 0.3))
                .backend(backend)
                .build();
        ObjectiveFamily objectives = Welfare.mixes("apples");
        DesignGame<Pomg> game = DesignGame.unconstrained(
                economy.spaces().design(), Design.of(0.1, 0.2, 0.3), types, objectives, Mean::of);
        return new Rounds<>(
                game,
                economy,
                Principal.idle(),
                new RandomFollowers(),
                Trials.none(),
                new Rounds.Schedule(STEPS, roundsPerEpisode),
                Seed.of(6));
    }

    private static byte[] saved(Rounds<Pomg> ring) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ring.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void societyThatDrifts_votesAnew_andLivesWithItsTypes() {
        Rounds<Pomg> ring = ring(drifting(0.02), Backend.JVM, 2);
        Pomg economy = ring.economy();
        List<Double> etas = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            Round round = ring.next();
            etas.add(round.election().parameters()[0]);
            Settlement settlement = economy.settlement().orElseThrow();
            int n = RULES.players();
            float[] ledger = new float[5 * n];
            float[] paid = new float[n];
            for (int b = 0; b < 2; b++) {
                economy.now().ledger().view().get(b * ledger.length, ledger);
                settlement.rewards(ledger, round.design().toFloats(), paid);
                for (int i = 0; i < n; i++) {
                    assertThat(ledger[3 * n + i])
                            .isEqualTo((float) round.types().get(i, HarvestTypes.SIGMA));
                    assertThat(ledger[4 * n + i])
                            .isEqualTo((float) round.types().get(i, HarvestTypes.BETA));
                    assertThat(paid[i]).isEqualTo(economy.now().rewards().get(b * n + i));
                }
            }
            int sigma = economy.spaces().numbers().indexOf("sigma");
            int seen = economy.spaces().numbers().size();
            assertThat(economy.now().numbers().get(seen + sigma))
                    .as("what player 1 sees of itself")
                    .isEqualTo((float) round.types().get(1, HarvestTypes.SIGMA));
        }
        assertThat(etas).doesNotHaveDuplicates().isSorted();
        economy.close();
    }

    @Test
    void driftOfNothing_givesTheBytesOfFixedTypes_andCompiledWorldsThoseOfTheJvm() throws IOException {
        byte[][] saved = new byte[4][];
        Backend[] backends = {Backend.JVM, Backend.JVM, Backend.JVM, Backend.NATIVE};
        TypeSpace[] types = {TypeSpace.fixed(FIRST), drifting(0), drifting(0.02), drifting(0.02)};
        for (int r = 0; r < 4; r++) {
            Rounds<Pomg> ring = ring(types[r], backends[r], 2);
            for (int k = 0; k < 3; k++) {
                ring.next();
            }
            saved[r] = saved(ring);
            ring.economy().close();
        }
        assertThat(saved[1]).isEqualTo(saved[0]);
        assertThat(saved[2]).isNotEqualTo(saved[0]);
        assertThat(saved[3]).isEqualTo(saved[2]);
    }

    @Test
    void typesThatNobodyCanHave_areRefused() {
        try (Pomg economy = Worlds.of(Harvest.maker(RULES, FIRST)).build()) {
            economy.reset();
            TypeMatrix beyond = TypeMatrix.of(
                    List.of(HarvestTypes.SIGMA, HarvestTypes.BETA), new double[2], new double[RULES.players()][2]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.adopt(beyond.withPlayer(3, 1.5, 0)))
                    .withMessageContaining("selfishness σ of player 3 (1.5)");
        }
    }
}
