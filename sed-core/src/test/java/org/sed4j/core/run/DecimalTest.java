package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

    /** 2e23 is the classic one that Double.toString prints too long up to JDK 18 (JDK-4511638). */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "64, 64",
        "-3, -3",
        "0.1, 0.1",
        "0.3333333333333333, 0.3333333333333333",
        "0.00025, 0.00025",
        "2e-3, 0.002",
        "2e23, 2e23",
        "1e-7, 1e-7",
        "-1.5e-9, -1.5e-9",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "123456789012345680, 1.2345678901234568e17"
    })
    void text_ofANumber_isTheShortestThatReadsBack(double value, String text) {
        assertThat(Decimal.text(value)).isEqualTo(text);
        assertThat(Decimal.parse(text)).isEqualTo(value);
    }

    @Test
    void text_ofRandomDoubles_readsBackToTheBitAndIsNeverLongerThanJavas() {
        Rng rng = Seed.of(5).named("decimals").rng();
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(rng.nextLong());
            if (Double.isFinite(value)) {
                String text = Decimal.text(value);
                assertThat(Double.doubleToLongBits(Decimal.parse(text))).isEqualTo(Double.doubleToLongBits(value));
                assertThat(digits(text)).isLessThanOrEqualTo(digits(Double.toString(value)));
            }
        }
    }

    private static int digits(String text) {
        return new java.math.BigDecimal(text).stripTrailingZeros().precision();
    }

    @Test
    void text_ofNaN_isEmptyAndReadsBackAsNaN() {
        assertThat(Decimal.text(Double.NaN)).isEmpty();
        assertThat(Decimal.parse("")).isNaN();
        assertThat(Decimal.parse(Decimal.text(Double.NEGATIVE_INFINITY))).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void text_underAnotherLocale_isTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Decimal.text(1234.5)).isEqualTo("1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
