package org.sed4j.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    /** The quantile is tabulated to three decimals. */
    private static final double TABLE = 1e-3;

    /** Student's t table, two-sided 95 %: 2.776 at 4 degrees of freedom; s of 1..5 is sqrt(2.5). */
    @Test
    void interval_ofOneToFive_isStudents() {
        Summary summary = Summary.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(summary.mean()).isEqualTo(3);
        assertThat(summary.halfWidth()).isCloseTo(2.776 * Math.sqrt(2.5 / 5), within(TABLE));
        assertThat(summary.text()).isEqualTo("3 ± 1.963 (95 %, n = 5)");
    }

    /** 12.706 at one degree of freedom. */
    @Test
    void interval_ofTwo_isWide() {
        assertThat(Summary.of(List.of(0.0, 2.0)).halfWidth()).isCloseTo(12.706, within(TABLE));
    }

    @Test
    void interval_ofFewerThanTwo_isUnknown() {
        assertThat(Summary.of(List.of(7.0)).mean()).isEqualTo(7);
        assertThat(Summary.of(List.of(7.0)).halfWidth()).isNaN();
        assertThat(Summary.of(List.of(Double.NaN, 7.0)).text()).isEqualTo("7");
        assertThat(Summary.of(List.of()).text()).isEqualTo("-");
    }
}
