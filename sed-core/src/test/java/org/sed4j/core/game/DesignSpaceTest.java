package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesignSpaceTest {

    @Test
    void rates_areTheUnitCube() {
        DesignSpace.Box rates = DesignSpace.rates(3, "rate");
        assertThat(rates.names()).containsExactly("rate_0", "rate_1", "rate_2");
        assertThat(rates.contains(Design.of(0, 0.5, 1))).isTrue();
        assertThat(rates.objection(new double[] {0, 1.3, 1})).isEqualTo("rate_1 (1.3) must lie in [0.0, 1.0]");
        assertThatThrownBy(() -> rates.require(Design.of(0, 1.3, 1)))
                .hasMessage("Design Design[0.0, 1.3, 1.0] is not in Φ: rate_1 (1.3) must lie in [0.0, 1.0].");
    }

    @Test
    void box_ofAnotherSize_isNamedInTheObjection() {
        assertThat(DesignSpace.rates(2, "rate").objection(new double[] {1}))
                .isEqualTo("it has 1 entries, the space has 2 [rate_0, rate_1]");
        assertThat(DesignSpace.none().contains(Design.zeros(0))).isTrue();
        assertThat(DesignSpace.unbounded("price").contains(Design.of(-1e300))).isTrue();
    }

    @Test
    void box_withCrossedOrMissingBounds_isRefused() {
        assertThatThrownBy(() -> DesignSpace.box(1, 0, "rate")).hasMessageContaining("bounds of rate (1.0, 0.0)");
        assertThatThrownBy(() -> new DesignSpace.Box(List.of("a", "b"), List.of(0.0), List.of(1.0)))
                .hasMessageContaining("one for each of the 2 names");
    }

    @Test
    void simplex_holdsProbabilitiesAndNothingElse() {
        DesignSpace simplex = new DesignSpace.Simplex(List.of("a", "b", "c"));
        assertThat(simplex.contains(Design.of(0.2, 0.3, 0.5))).isTrue();
        assertThat(simplex.contains(Design.of(0.2f, 0.3f, 0.5f))).isTrue(); // rounded to floats
        assertThat(simplex.objection(new double[] {0.2, 0.3, 0.4})).contains("sum to 0.9");
        assertThat(simplex.objection(new double[] {1.5, -0.5, 0})).isEqualTo("b (-0.5) must be at least 0");
        assertThat(simplex.objection(new double[] {1})).contains("has 1 entries");
        assertThatThrownBy(() -> new DesignSpace.Simplex(List.of())).hasMessageContaining("at least 1");
    }
}
