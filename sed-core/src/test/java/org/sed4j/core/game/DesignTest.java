package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DesignTest {

    @Test
    void design_isAValue() {
        assertThat(Design.of(0.1, 0.2)).isEqualTo(Design.of(0.1, 0.2)).hasSameHashCodeAs(Design.of(0.1, 0.2));
        assertThat(Design.of(0.1, 0.2)).isNotEqualTo(Design.of(0.2, 0.1));
        assertThat(Design.zeros(2)).isEqualTo(Design.of(0, 0)).hasToString("Design[0.0, 0.0]");
    }

    @Test
    void design_sharesNoArrayWithItsCaller() {
        double[] entries = {1, 2};
        Design design = Design.of(entries);
        entries[0] = 9;
        design.toArray()[1] = 9;
        assertThat(design).isEqualTo(Design.of(1, 2));
    }

    @Test
    void design_ofFloats_takesTheSliceAndWidensExactly() {
        Design design = Design.of(new float[] {9, 0.1f, 0.2f, 9}, 1, 2);
        assertThat(design).isEqualTo(Design.of(0.1f, 0.2f));
        assertThat(design.toFloats()).containsExactly(0.1f, 0.2f);
    }

    @Test
    void design_withANumberThatIsNone_isRefusedByEntry() {
        assertThatThrownBy(() -> Design.of(0, Double.NaN)).hasMessageContaining("entry 1 of the design (NaN)");
        assertThatThrownBy(() -> Design.of(Double.POSITIVE_INFINITY)).hasMessageContaining("entry 0");
    }
}
