package org.sed4j.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTest {

    /** Seeds with 1 and 3 have mean 2 and a half-width above 0; a single seed has none. */
    @Test
    void bands_goThereBelowTheMeanAndBackAboveIt() {
        Curve curve = Curve.of("line", List.of(new double[] {1, Double.NaN, 5}, new double[] {3, Double.NaN, 5}), 1, 1);
        Trace trace = Trace.of(curve, new double[] {10, 20, 30});
        double half = trace.half().get(0);
        assertThat(half).isPositive();
        assertThat(trace.hasBand()).isTrue();
        assertThat(trace.x()).containsExactly(10.0, 30.0);
        assertThat(trace.around()).containsExactly(10.0, 30.0, 30.0, 10.0);
        assertThat(trace.outline()).containsExactly(2 - half, 5.0, 5.0, 2 + half);
    }

    @Test
    void oneSeed_hasNoBand() {
        Curve curve = Curve.of("line", List.of(new double[] {1, 2}), 1, 1);
        assertThat(Trace.of(curve, new double[] {0, 1}).hasBand()).isFalse();
    }

    @Test
    void axes_areCalledAsTheirColumn_orAsIsSaid() {
        assertThat(Axis.parse("agent_steps").label()).isEqualTo("agent steps");
        assertThat(Axis.parse("episode=round")).isEqualTo(new Axis("round", "episode", true));
    }

    @Test
    void axes_areCalledAsRunsAgree_unlessTheyWereNamed() {
        Axis plain = Axis.parse("round");
        assertThat(plain.called(Set.of("episode")).label()).isEqualTo("episode");
        assertThat(plain.called(Set.of("episode", "round")).label()).isEqualTo("round");
        assertThat(Axis.parse("game=round").called(Set.of("episode")).label()).isEqualTo("game");
    }
}
