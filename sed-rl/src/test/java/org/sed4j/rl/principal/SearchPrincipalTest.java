package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.PolicyImplementation;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.ForkTrials;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.Toys;

class SearchPrincipalTest {
    private static final DesignSpace.Box RATES = DesignSpace.rates(2, "rate");
    private static final int TRIALS = 120;

    private static final Followers<Pomg> IDLE = new Followers<>() {
        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            return Loop.play(economy, (now, actions) -> {}, government, steps);
        }

        @Override
        public Followers<Pomg> copy() {
            return this;
        }

        @Override
        public Followers<Pomg> frozen() {
            return this;
        }

        @Override
        public boolean learns() {
            return false;
        }
    };

    private static Round round(SearchPrincipal principal, double delta) {
        Objective total = Welfare.utilitarian(Outcome.REWARD);
        ObjectiveFamily objectives = ObjectiveFamily.of(total);
        Election election = new Election() {
            @Override
            public Objective objective() {
                return total;
            }

            @Override
            public double[] parameters() {
                return new double[] {0};
            }
        };
        TypeMatrix types = TypeMatrix.of(java.util.List.of("none"), new double[1], new double[1][1]);
        DesignGame<Pomg> game = new DesignGame<>(
                RATES,
                PolicyImplementation.direct(),
                Design.of(0.5, 0.5),
                Divergences.L2,
                delta,
                DesignGame.Reference.INITIAL,
                TypeSpace.fixed(types),
                objectives,
                vote -> election);
        try (Pomg economy = Worlds.of(Toys.Bowl::new)
                .batch(2)
                .initial(Design.of(0.5, 0.5))
                .seed(Seed.of(4))
                .build()) {
            ForkTrials lab = new ForkTrials(1, 1, Noise.SHARED, Seed.of(5));
            Rounds<Pomg> rounds =
                    new Rounds<>(game, economy, principal, IDLE, lab, new Rounds.Schedule(3, 2), Seed.of(6));
            return rounds.next();
        }
    }

    @ParameterizedTest
    @EnumSource(SearchPrincipal.Method.class)
    void search_findsTheBestDesign_withinItsBudget(SearchPrincipal.Method method) {
        Round round = round(new SearchPrincipal(method, TRIALS), Double.POSITIVE_INFINITY);
        assertThat(round.design().get(0)).isCloseTo(0.3, within(0.02));
        assertThat(round.design().get(1)).isCloseTo(0.8, within(0.02));
        assertThat(round.welfare()).isGreaterThan(2.99);
    }

    /** The nearest feasible point to (0.3, 0.8) on the ball of radius 0.1 around (0.5, 0.5): derived. */
    @Test
    void search_underAConstraint_findsTheBestFeasibleDesign() {
        Round round = round(new SearchPrincipal(SearchPrincipal.Method.CMA_ES, TRIALS), 0.1);
        double length = Math.hypot(0.2, 0.3);
        assertThat(round.design().get(0)).isCloseTo(0.5 - 0.1 * 0.2 / length, within(0.02));
        assertThat(round.design().get(1)).isCloseTo(0.5 + 0.1 * 0.3 / length, within(0.02));
    }

    @Test
    void search_refusesABudgetThatTriesNothing() {
        assertThatThrownBy(() -> new SearchPrincipal(SearchPrincipal.Method.CMA_ES, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trials a round (1) must be at least 2");
    }
}
