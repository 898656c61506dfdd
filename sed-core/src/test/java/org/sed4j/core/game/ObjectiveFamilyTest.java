package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sed4j.core.welfare.Welfare;

class ObjectiveFamilyTest {
    private static final Objective SUM = Welfare.utilitarian("apples");
    private static final Objective MIN = Welfare.egalitarian("apples");

    @Test
    void finite_isIndexedFromZero() {
        ObjectiveFamily family = ObjectiveFamily.of(SUM, MIN);
        assertThat(family.parameters()).containsExactly("index");
        assertThat(family.at(0)).isEqualTo(SUM);
        assertThat(family.at(1)).isEqualTo(MIN);
        for (double bad : new double[] {-1, 2, 0.5, Double.NaN}) {
            assertThatThrownBy(() -> family.at(bad)).hasMessageContaining("whole number from 0 to 1");
        }
        assertThatThrownBy(() -> family.at()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(ObjectiveFamily::of).hasMessageContaining("objectives to vote over (0)");
    }

    @Test
    void continuum_takesParametersInTheUnitInterval() {
        ObjectiveFamily family = ObjectiveFamily.continuum(eta -> Welfare.mix(eta[0] * eta[1], "apples"), "a", "b");
        assertThat(family.at(0.5, 0.5)).isEqualTo(Welfare.mix(0.25, "apples"));
        assertThatThrownBy(() -> family.at(0.5)).hasMessageContaining("must be [a, b]");
        assertThatThrownBy(() -> family.at(0.5, 1.5)).hasMessageContaining("b (1.5) must lie in [0.0, 1.0]");
        assertThatThrownBy(() -> family.at(Double.NaN, 0)).hasMessageContaining("a (NaN)");
    }
}
