package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final List<Design> DESIGNS = List.of(Design.of(0.1), Design.of(0.2));

    private static Outcome twoWorlds(double[][] reward) {
        return Outcome.of(5, DESIGNS, Map.of(Outcome.REWARD, reward), Map.of("trees", new double[] {3, 5}));
    }

    @Test
    void outcome_keepsWorldsApartAndAveragesOnRequest() {
        Outcome outcome = twoWorlds(new double[][] {{1, 2}, {3, 6}});
        assertThat(outcome.steps()).isEqualTo(5);
        assertThat(outcome.worlds()).isEqualTo(2);
        assertThat(outcome.design(1)).isEqualTo(Design.of(0.2));
        assertThat(outcome.amounts(Outcome.REWARD, 1)).containsExactly(3, 6);
        assertThat(outcome.meanAmounts(Outcome.REWARD)).containsExactly(2, 4);
        assertThat(outcome.meanGauge("trees")).isEqualTo(4);
        assertThat(outcome.measures()).containsExactly(Outcome.REWARD);
        assertThat(outcome.gauges()).containsExactly("trees");
    }

    @Test
    void outcome_sharesNoArray() {
        double[][] reward = {{1, 2}, {3, 6}};
        Outcome outcome = twoWorlds(reward);
        reward[0][0] = 9;
        outcome.amounts(Outcome.REWARD, 0)[1] = 9;
        assertThat(outcome.amounts(Outcome.REWARD, 0)).containsExactly(1, 2);
    }

    @Test
    void outcome_thatIsIncompleteOrMixed_isRefused() {
        assertThatThrownBy(() -> Outcome.of(5, DESIGNS, Map.of("apples", new double[2][2]), Map.of()))
                .hasMessageContaining("must hold \"reward\"");
        assertThatThrownBy(() -> twoWorlds(new double[3][2]))
                .hasMessageContaining("worlds of measure reward (3) must be 2");
        assertThatThrownBy(() -> Outcome.of(5, List.of(), Map.of(Outcome.REWARD, new double[0][]), Map.of()))
                .hasMessageContaining("worlds in an outcome (0)");
    }

    @Test
    void anUnknownName_isAnsweredWithTheKnownOnes() {
        Outcome outcome = twoWorlds(new double[2][2]);
        assertThatThrownBy(() -> outcome.amounts("apples", 0))
                .hasMessageContaining("measure (apples) must be one of [reward]");
        assertThatThrownBy(() -> outcome.meanGauge("fish")).hasMessageContaining("gauge (fish) must be one of [trees]");
    }
}
