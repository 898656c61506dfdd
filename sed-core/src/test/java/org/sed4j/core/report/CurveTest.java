package org.sed4j.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    /** The quantile is tabulated to three decimals. */
    private static final double TABLE = 1e-2;

    @Test
    void curve_overSeeds_isTheirMeanWithItsInterval() {
        Curve curve = Curve.of("x", List.of(new double[] {0, 1}, new double[] {2, 1}), 1, 1);
        assertThat(curve.mean).containsExactly(1, 1);
        assertThat(curve.half[0]).isCloseTo(12.706, within(TABLE));
        assertThat(curve.half[1]).isZero();
    }

    @Test
    void curve_ofOneSeed_hasNoInterval() {
        assertThat(Curve.of("x", List.of(new double[] {3, 4}), 1, 1).half).containsOnly(Double.NaN);
    }

    @Test
    void curve_inBuckets_isTheMeanOfWhatWasMeasured() {
        Curve curve = Curve.of("x", List.of(new double[] {1, 3, Double.NaN, 5, 7}), 2, 1);
        assertThat(curve.mean).containsExactly(2, 5, 7);
    }

    @Test
    void curve_whereASeedIsShorter_goesOnWithTheOthers() {
        Curve curve = Curve.of("x", List.of(new double[] {1, 1, 1}, new double[] {3}), 1, 1);
        assertThat(curve.mean).containsExactly(2, 1, 1);
    }

    @Test
    void tenths_areMeansOfEndsOneASeed() {
        double[] rising = new double[20];
        double[] flat = new double[20];
        for (int i = 0; i < 20; i++) {
            rising[i] = i;
        }
        Curve curve = Curve.of("x", List.of(rising, flat), 1, 1);
        assertThat(curve.first.mean()).isEqualTo(0.25);
        assertThat(curve.last.mean()).isEqualTo(9.25);
        assertThat(curve.last.halfWidth()).isCloseTo(12.706 * 9.25, within(TABLE));
    }

    @Test
    void tenths_ofEpisodes_areWholeEpisodes() {
        double[] sawtooth = new double[20];
        for (int i = 0; i < 20; i++) {
            sawtooth[i] = i % 4;
        }
        Curve curve = Curve.of("x", List.of(sawtooth), 1, 4);
        assertThat(curve.first.mean()).isEqualTo(1.5);
        assertThat(curve.last.mean()).isEqualTo(1.5);
    }

    @Test
    void extremes_ofManyColumns_areLeastMeanAndGreatest() {
        List<Curve> curves = Curve.extremes(
                List.of(List.of(new double[] {1}), List.of(new double[] {2}), List.of(new double[] {6})), 1, 1);
        assertThat(curves.stream().map(c -> c.label)).containsExactly("greatest", "mean", "least");
        assertThat(curves.stream().mapToDouble(c -> c.mean[0])).containsExactly(6.0, 3.0, 1.0);
    }
}
