package org.sed4j.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * Elementary functions against {@link StrictMath}, whose errors are below 1 ulp (tanh: 2.5), and against series in exact
 * arithmetic.
 *
 * <p>Functions of floats are tried on every 9,973rd float; {@code -Dsed.exhaustive=true} tries all 2^32.
 */
class ElementaryTest {
    /** A prime, so that all places of exponents and mantissas are met. */
    private static final int STRIDE = Boolean.getBoolean("sed.exhaustive") ? 1 : 9973;

    private interface FloatFunction {
        float of(float x);
    }

    /** Greatest distance, in ulps of the float result, from the double result of a reference. */
    private static double worst(FloatFunction function, DoubleUnaryOperator truth) {
        double worst = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            double right = truth.applyAsDouble(x);
            float got = function.of(x);
            if (Double.isNaN(right) || Float.isInfinite((float) right) || Float.isNaN(got)) {
                assertThat(got).as("%s", x).isEqualTo(Float.valueOf((float) right));
            } else {
                worst = Math.max(worst, Math.abs(got - right) / Math.ulp((float) right));
            }
        }
        return worst;
    }

    @Test
    void exp_ofFloats_isRoundedTruth() {
        assertThat(worst(Elementary::exp, StrictMath::exp)).isLessThan(0.51);
    }

    @Test
    void log_ofFloats_isRoundedTruth() {
        assertThat(worst(Elementary::log, StrictMath::log)).isLessThan(0.51);
    }

    @Test
    void tanh_ofFloats_isWithinItsError_andNearlyMonotone() {
        float[] one = new float[1];
        double worst = 0;
        double relative = 0;
        float last = -1;
        double fall = 0;
        for (long order = Integer.MIN_VALUE; order <= Integer.MAX_VALUE; order += STRIDE) {
            int bits = (int) order; // floats in order: those below zero have their bits turned round
            float x = Float.intBitsToFloat(bits < 0 ? bits ^ Integer.MAX_VALUE : bits);
            one[0] = x;
            ElementaryArrays.tanh(one, 1);
            double right = StrictMath.tanh(x);
            if (Float.isNaN(x)) {
                assertThat(one[0]).isNaN();
                continue;
            }
            worst = Math.max(worst, Math.abs(one[0] - right));
            if (Math.abs(right) > 1e-30) {
                relative = Math.max(relative, Math.abs(one[0] / right - 1));
            }
            assertThat(Math.abs(one[0])).isLessThanOrEqualTo(1);
            fall = Math.max(fall, last - one[0]);
            last = one[0];
        }
        assertThat(worst).isLessThan(4e-7);
        assertThat(relative).isLessThan(4e-7);
        assertThat(fall).isLessThan(4e-7);
    }

    @Test
    void doubles_areWithinTheirErrors() {
        assertThat(worst(Elementary::exp, StrictMath::exp, -708, 709)).isLessThan(1.5);
        assertThat(worst(Elementary::exp, StrictMath::exp, -1, 1)).isLessThan(1.5);
        assertThat(worst(Elementary::log, StrictMath::log, 0, 4)).isLessThan(1.5);
        assertThat(worst(x -> Elementary.log(Math.abs(x) * 1e-300), x -> StrictMath.log(Math.abs(x) * 1e-300), 0, 1))
                .isLessThan(1.5);
        assertThat(worst(Elementary::tanh, StrictMath::tanh, -22, 22)).isLessThan(5);
        assertThat(worst(Elementary::tanh, StrictMath::tanh, -0.5, 0.5)).isLessThan(5);
        assertThat(worst(Elementary::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -30, 30))
                .isLessThan(3);
    }

    private static double worst(DoubleUnaryOperator function, DoubleUnaryOperator truth, double low, double high) {
        Rng rng = Seed.of(5).rng();
        double worst = 0;
        for (int i = 0; i < 400_000; i++) {
            double x = low + (high - low) * rng.uniform();
            double right = truth.applyAsDouble(x);
            worst = Math.max(worst, Math.abs(function.applyAsDouble(x) - right) / Math.ulp(right));
        }
        return worst;
    }

    /** e^x by its series in 60 digits, so that the reference's own error is out of the comparison. */
    @Test
    void exp_isWithinOneUlp_ofTheSeries() {
        Rng rng = Seed.of(6).rng();
        MathContext digits = new MathContext(60);
        for (int i = 0; i < 300; i++) {
            double x = -20 + 40 * rng.uniform();
            BigDecimal small = new BigDecimal(x).divide(BigDecimal.valueOf(64), digits);
            BigDecimal term = BigDecimal.ONE;
            BigDecimal sum = BigDecimal.ONE;
            for (int k = 1; k < 50; k++) {
                term = term.multiply(small, digits).divide(BigDecimal.valueOf(k), digits);
                sum = sum.add(term, digits);
            }
            BigDecimal right = sum.pow(64, digits);
            double got = Elementary.exp(x);
            assertThat(new BigDecimal(got).subtract(right).abs().doubleValue() / Math.ulp(got))
                    .as("%s", x)
                    .isLessThan(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN, NaN, NaN, NaN",
        "Infinity, Infinity, Infinity, 1, 1",
        "-Infinity, 0, NaN, -1, 0",
        "0, 1, -Infinity, 0, 0.5",
        "1000, Infinity, 6.907755278982137, 1, 1",
        "-1000, 0, NaN, -1, 0",
        "1.7976931348623157e308, Infinity, 709.782712893384, 1, 1",
        "4.9e-324, 1, -744.4400719213812, 4.9e-324, 0.5"
    })
    void limits(double x, double exp, double log, double tanh, double sigmoid) {
        assertThat(Elementary.exp(x)).isEqualTo(Double.valueOf(exp));
        assertThat(Elementary.log(x)).isEqualTo(Double.valueOf(log));
        assertThat(Elementary.tanh(x)).isEqualTo(Double.valueOf(tanh));
        assertThat(Elementary.sigmoid(x)).isEqualTo(Double.valueOf(sigmoid));
    }

    @Test
    void zerosKeepTheirSigns_andTanhIsOdd() {
        assertThat(Double.doubleToRawLongBits(Elementary.tanh(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        for (double x = 1e-12; x < 30; x *= 1.37) {
            assertThat(Elementary.tanh(-x)).isEqualTo(-Elementary.tanh(x));
        }
    }

    @Test
    void softmax_sumsToOne_andKnowsNoPlace() {
        double[] wide = {1000, -3, 5, 4, 5, 999};
        float[] narrow = {7, -3, 5, 4, 5, -1e30f};
        ElementaryArrays.softmax(wide, 0, 6);
        ElementaryArrays.softmax(narrow, 2, 3);
        assertThat(wide[0]).isEqualTo(1 / (1 + Elementary.exp(-1.0)));
        assertThat(wide[1]).isEqualTo(0);
        assertThat(narrow).startsWith(7, -3).endsWith(-1e30f);
        assertThat(narrow[2]).isEqualTo(narrow[4]);
        assertThat(narrow[2] + narrow[3] + narrow[4]).isCloseTo(1, org.assertj.core.data.Offset.offset(2e-7f));
    }
}
