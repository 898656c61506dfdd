package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class NumericalDivergenceTest {

    @Test
    void finite_aNumber_isHandedBack() {
        assertThat(NumericalDivergence.finite(3, "player_value_loss", -0.25)).isEqualTo(-0.25);
    }

    @Test
    void finite_NaN_namesStepMetricAndValue() {
        assertThatExceptionOfType(NumericalDivergence.class)
                .isThrownBy(() -> NumericalDivergence.finite(412, "player_value_loss", Double.NaN))
                .withMessageStartingWith("player_value_loss (NaN) at step 412 must be a finite number.\nMaybe ")
                .satisfies(thrown -> {
                    assertThat(thrown.step()).isEqualTo(412);
                    assertThat(thrown.metric()).isEqualTo("player_value_loss");
                    assertThat(thrown.value()).isNaN();
                });
    }
}
