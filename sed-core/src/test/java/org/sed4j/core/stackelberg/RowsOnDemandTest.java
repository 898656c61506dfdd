package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Programs solved with the rows that bind have the optima of the whole programs. */
class RowsOnDemandTest {
    /** Payoffs in [0, 9], whole, so that ties abound; the follower's are the leader's losses, or its gains, or unlike. */
    private static StackelbergGame game(int leader, int follower, int likeness, Rng rng) {
        double[][] leads = new double[leader][follower];
        double[][] follows = new double[leader][follower];
        for (int l = 0; l < leader; l++) {
            for (int a = 0; a < follower; a++) {
                leads[l][a] = rng.below(10);
                follows[l][a] = likeness == 0 ? rng.below(10) : likeness * leads[l][a];
            }
        }
        return StackelbergGame.leading(NormalFormGame.bimatrix(leads, follows));
    }

    private static double whole(StackelbergGame game, Arithmetic arithmetic) {
        Terms terms = Terms.of(game, arithmetic);
        ResponseRegions regions = new ResponseRegions(terms, 0);
        double best = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < regions.strategies.count(); s++) {
            best = Math.max(
                    best,
                    arithmetic
                            .solver()
                            .solve(regions.within(regions.simplex(regions.objective(s)), s))
                            .optimum()
                            .map(optimum -> terms.value(optimum.value()).number())
                            .orElse(best));
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource(Arithmetic.class)
    void theBestCommitment_isThatOfTheWholePrograms(Arithmetic arithmetic) {
        Rng rng = Seed.of(71).rng();
        for (int trial = 0; trial < 24; trial++) {
            int size = arithmetic == Arithmetic.EXACT ? 6 : 14;
            StackelbergGame game = game(1 + rng.below(size), 1 + rng.below(size), trial % 3 - 1, rng);
            Commitment found = Commitments.mixed(game, Equilibrium.SSE, Selection.OPTIMISTIC, arithmetic);
            assertThat(found.value().number()).isCloseTo(whole(game, arithmetic), within(1e-9));
            assertThat(found.certificate().gap()).isLessThan(1e-9);
            Commitment worst = Commitments.mixed(game, Equilibrium.SSE, Selection.PESSIMISTIC, arithmetic);
            assertThat(worst.value().number()).isLessThanOrEqualTo(found.value().number() + 1e-9);
        }
    }
}
