package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeasibleSetTest {
    private static final DesignSpace RATES = DesignSpace.rates(2, "rate");

    @Test
    void feasible_isInTheSpaceAndWithinDelta() {
        FeasibleSet feasible = new FeasibleSet(RATES, Design.of(0.5, 0.5), Divergences.L1, 0.25);
        assertThat(feasible.objection(Design.of(0.625, 0.375))).isEmpty(); // on the boundary
        assertThat(feasible.objection(Design.of(0.75, 0.25)))
                .isEqualTo("L1 from the reference Design[0.5, 0.5] is 0.5, δ allows 0.25");
        assertThat(feasible.objection(Design.of(1.5, 0.5))).contains("rate_0 (1.5)");
    }

    @Test
    void require_namesTheDesignAndWhatItBreaks() {
        FeasibleSet feasible = new FeasibleSet(RATES, Design.of(0.5, 0.5), Divergences.LINF, 0.1);
        assertThat(feasible.require(Design.of(0.6, 0.4))).isEqualTo(Design.of(0.6, 0.4));
        assertThatThrownBy(() -> feasible.require(Design.of(0.5, 0.75)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Design[0.5, 0.75] may not be enacted")
                .hasMessageContaining("δ allows 0.1");
    }

    @Test
    void aDesignRoundedToFloats_staysFeasible() {
        FeasibleSet feasible = new FeasibleSet(RATES, Design.of(0.1, 0.1), Divergences.L2, 0.3);
        double step = 0.3 / Math.sqrt(2);
        Design rounded = Design.of(Design.of(0.1 + step, 0.1 + step).toFloats(), 0, 2);
        assertThat(feasible.objection(rounded)).isEmpty();
    }

    @Test
    void anInfiniteDelta_bindsNothing() {
        FeasibleSet all = FeasibleSet.unconstrained(RATES, Design.zeros(2));
        assertThat(all.isUnconstrained()).isTrue();
        assertThat(all.objection(Design.of(1, 1))).isEmpty();
    }

    @Test
    void aDeltaThatIsNotPositive_orAReferenceOutside_isRefused() {
        for (double delta : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new FeasibleSet(RATES, Design.zeros(2), Divergences.L2, delta))
                    .hasMessageContaining("delta (" + delta + ") must be positive");
        }
        assertThatThrownBy(() -> new FeasibleSet(RATES, Design.of(2, 0), Divergences.L2, 1))
                .hasMessageContaining("rate_0 (2.0)");
    }
}
