package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.Toys;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.head.Reach;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;

class PpoPrincipalTest {
    private static final int WORLDS = 16;
    private static final int STEPS = 20;
    private static final DesignSpace.Box RATES = DesignSpace.rates(1, "rate");
    private static final PpoSettings SETTINGS =
            new PpoSettings(3e-3, 1e-5, 1, 0.95, 0.2, true, 0.01, 0.5, 0.5, 4, 64, true, Double.POSITIVE_INFINITY);

    private static final TypeMatrix NO_TYPES = TypeMatrix.of(List.of(), new double[0], new double[2][0]);

    private static Pomg economy() {
        Pomg economy = Worlds.of(Toys.Levy::new).batch(WORLDS).seed(Seed.of(3)).build();
        economy.reset();
        return economy;
    }

    private static Mandate mandate(int round, FeasibleSet feasible) {
        return mandate(round, feasible, Toys.YIELD);
    }

    private static Mandate mandate(int round, FeasibleSet feasible, Objective objective) {
        Election election = new Election() {
            @Override
            public Objective objective() {
                return objective;
            }

            @Override
            public double[] parameters() {
                return new double[] {0.5};
            }
        };
        return new Mandate(
                round,
                election,
                NO_TYPES,
                feasible,
                Design.zeros(1),
                STEPS,
                designs -> List.<Outcome>of(),
                Seed.of(round).named("principal"));
    }

    private static FeasibleSet free() {
        return FeasibleSet.unconstrained(RATES, Design.zeros(1));
    }

    private static PpoPrincipal principal(Pomg economy, Crew crew, Curriculum curriculum) {
        Levels levels = Levels.even(RATES, 11);
        Office office = Office.of(levels, economy.spaces(), 1);
        Inputs inputs = office.inputs();
        Network network = Network.of(Toys.mind(inputs, 16, 12), inputs, Seed.of(8));
        SharedTrunk mind = SharedTrunk.of(network, levels.heads(), crew, 256, SETTINGS.adamEpsilon());
        PpoPrincipal.Settings how =
                new PpoPrincipal.Settings(curriculum, PpoPrincipal.Reward.PERIOD_CHANGE, 0.1, 0, true);
        return new PpoPrincipal(mind, office, SETTINGS, how, crew);
    }

    private static Outcome round(Pomg economy, Principal<Pomg> principal, int number, FeasibleSet feasible) {
        economy.admit(feasible, DesignGame.Reference.INITIAL);
        return lived(economy, principal, mandate(number, feasible));
    }

    private static Outcome lived(Pomg economy, Principal<Pomg> principal, Mandate mandate) {
        Government<Pomg> government = principal.govern(mandate);
        government.opening().ifPresent(economy::enact);
        Outcome outcome = Loop.play(economy, (now, actions) -> {}, government, STEPS);
        principal.learn(mandate, outcome);
        return outcome;
    }

    @Test
    void principal_learnsTheRateThatItsObjectiveAsksFor() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy()) {
            PpoPrincipal principal = principal(economy, crew, Curriculum.NONE);
            double random = round(economy, new RandomPrincipal(Levels.even(RATES, 11)), 0, free())
                            .value(Toys.YIELD)
                    / STEPS;
            for (int k = 1; k < 80; k++) {
                round(economy, principal, k, free());
            }
            double learned = round(economy, principal.frozen(), 99, free()).value(Toys.YIELD) / STEPS;
            assertThat(random).isLessThan(0.8); // mean over levels of 1 - |rate - 0.7| is 0.68
            assertThat(learned).isGreaterThan(0.95);
        }
    }

    /** Invariant 22: rewards of a round telescope to O(end) - O(start). */
    @Test
    void invariant22_rewardsOfARound_telescope() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy()) {
            PpoPrincipal principal = principal(economy, crew, Curriculum.NONE);
            Outcome outcome = round(economy, principal, 1, free());
            assertThat(principal.lastReturn()).isCloseTo(outcome.value(Toys.YIELD), within(1e-4));
        }
    }

    /** Nobody decides before step 4, and the second round begins with what the first one left: O(start) is not 0. */
    @Test
    void invariant22_holdsForStocksAndGauges_inARoundThatBeginsWithSome() {
        Objective objective = Welfare.weighted(
                List.of(2.0, -3.0, 1.0),
                List.of(Welfare.gauge("mine"), Welfare.egalitarian("vault"), Welfare.utilitarian("yield")));
        try (Crew crew = Crew.of(1);
                Pomg economy = Worlds.of(Toys.Vault::new)
                        .batch(WORLDS)
                        .seed(Seed.of(3))
                        .build()) {
            economy.reset();
            PpoPrincipal principal = principal(economy, crew, Curriculum.NONE);
            round(economy, principal, 0, free());
            double start = 0; // what there is, and no yield yet
            for (int b = 0; b < WORLDS; b++) {
                double least = Math.min(
                        economy.now().measures().get(b * 4 + 1),
                        economy.now().measures().get(b * 4 + 3));
                start += (2 * economy.now().gauges().get(b) - 3 * least) / WORLDS;
            }
            Mandate mandate = mandate(1, free(), objective);
            Outcome outcome = lived(economy, principal, mandate);
            assertThat(start).isGreaterThan(1000);
            assertThat(principal.lastReturn()).isCloseTo(outcome.value(objective) - start, within(1e-2));
        }
    }

    /** Invariant 24, against the published code's defect 1: its principal's optimiser held the players' parameters. */
    @Test
    void invariant24_anUpdateMovesTheOneWhoLearns_andNobodyElse() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy()) {
            PpoPrincipal principal = principal(economy, crew, Curriculum.NONE);
            Inputs inputs = new Inputs(economy.spaces().codes(), 1);
            Network network = Network.of(Toys.mind(inputs, 8, 2), inputs, Seed.of(4));
            SharedTrunk players = SharedTrunk.of(network, economy.spaces().actions(), crew, 512, 1e-5);
            PpoFollowers followers =
                    new PpoFollowers(players, SETTINGS, new PpoFollowers.Habits(STEPS, 0, false), crew);
            float[] leaderBefore = principal.mind().parameters();
            float[] playersBefore = players.parameters();

            Mandate mandate = mandate(0, free());
            Government<Pomg> government = principal.govern(mandate);
            Outcome outcome = followers.live(economy, government, STEPS, Seed.of(2));
            assertThat(principal.mind().parameters()).isEqualTo(leaderBefore);
            float[] playersAfter = players.parameters();
            assertThat(playersAfter).isNotEqualTo(playersBefore);

            principal.learn(mandate, outcome);
            assertThat(principal.mind().parameters()).isNotEqualTo(leaderBefore);
            assertThat(players.parameters()).isEqualTo(playersAfter);
            assertThat(principal.figures()).isNotEqualTo(Optional.empty());
        }
    }

    @Test
    void curriculum_keepsTheInitialDesignThenBoundsTheRate() {
        Curriculum curriculum = new Curriculum(2, 4, 0.1, Curriculum.Ramp.BOUND);
        try (Crew crew = Crew.of(1);
                Pomg economy = economy()) {
            PpoPrincipal principal = principal(economy, crew, curriculum);
            for (int k = 0; k < 6; k++) {
                economy.reset();
                Outcome outcome = round(economy, principal, k, free());
                for (int b = 0; b < WORLDS; b++) {
                    assertThat(outcome.design(b).get(0)).isBetween(0.0, curriculum.cap(k) + 1e-6);
                }
            }
        }
        assertThat(curriculum.cap(1)).isZero();
        assertThat(curriculum.cap(2)).isEqualTo(0.1);
        assertThat(curriculum.cap(6)).isEqualTo(1);
    }

    @Test
    void everyDesign_staysWithinDeltaOfTheReference() {
        FeasibleSet near = new FeasibleSet(RATES, Design.of(0.3), Divergences.LINF, 0.2);
        try (Crew crew = Crew.of(1);
                Pomg economy = economy()) {
            for (Principal<Pomg> principal :
                    List.of(principal(economy, crew, Curriculum.NONE), new RandomPrincipal(Levels.even(RATES, 11)))) {
                for (int k = 0; k < 10; k++) {
                    Outcome outcome = round(economy, principal, k, near);
                    for (int b = 0; b < WORLDS; b++) {
                        assertThat(outcome.design(b).get(0)).isBetween(0.1 - 1e-5, 0.5 + 1e-5);
                    }
                }
            }
        }
    }

    /** Invariant 23: "keep" leaves a rate as it is, choice k sets k/10. */
    @Test
    void invariant23_keepLeavesTheRate_andChoiceKIsKTenths() {
        Levels levels = Levels.even(DesignSpace.rates(3, "rate"), 11);
        float[] law = {0.37f, 0.37f, 0.37f};
        levels.apply(new int[] {levels.keep(0), levels.keep(1), levels.keep(2)}, 0, Reach.FULL, law, 0);
        assertThat(law).containsOnly(0.37f);
        for (int choice = 0; choice <= 10; choice++) {
            levels.apply(new int[] {choice, choice, choice}, 0, Reach.FULL, law, 0);
            assertThat(law).containsOnly(choice / 10f);
        }
        assertThat(levels.heads()).containsExactly(12, 12, 12);
    }
}
