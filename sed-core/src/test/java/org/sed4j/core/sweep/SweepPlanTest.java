package org.sed4j.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cells a plan has, from code and from a file. */
class SweepPlanTest {
    private static final SweepPlan PLAN = SweepPlan.of(Map.of("base", "b"))
            .grid("x", "1", "2", "3")
            .grid("y", "p", "q")
            .seeds(5, 2);

    @Test
    void cells_areTheProduct_theLastAxisFastest_seedsFastestOfAll() {
        List<Cell> cells = PLAN.cells();
        assertThat(cells).hasSize(12);
        assertThat(PLAN.most()).isEqualTo(12);
        assertThat(cells.get(0).arm()).isEqualTo(Map.of("x", "1", "y", "p"));
        assertThat(cells.get(0).seed()).isEqualTo(5);
        assertThat(cells.get(1).seed()).isEqualTo(6);
        assertThat(cells.get(2).arm()).isEqualTo(Map.of("x", "1", "y", "q"));
        assertThat(cells.get(4).settings()).isEqualTo(Map.of("base", "b", "x", "2", "y", "p"));
    }

    @Test
    void unless_leavesOut_andGiven_appliesOnlyWhereItHolds() {
        SweepPlan plan = PLAN.unless(Map.of("x", "2", "y", "q")).given("y", Map.of("x", "1"));
        Set<Map<String, String>> arms = plan.cells().stream().map(Cell::arm).collect(Collectors.toSet());
        assertThat(arms)
                .containsExactlyInAnyOrder(
                        Map.of("x", "1", "y", "p"), Map.of("x", "1", "y", "q"), Map.of("x", "2"), Map.of("x", "3"));
        assertThat(plan.cells()).as("arms that are alike are one").hasSize(8);
    }

    @Test
    void draws_lieInTheirRanges_differ_andAreTheSameForASeed() {
        SweepPlan plan = SweepPlan.of(Map.of())
                .with(new Axis.Range("rate", 1e-4, 1e-2, true))
                .with(new Axis.Range("drift", 0, 0.5, false))
                .with(new Axis.Choice("kind", List.of("a", "b")))
                .draws(400, 3);
        List<Double> rates = plan.cells().stream()
                .map(cell -> Double.valueOf(cell.arm().getOrDefault("rate", "NaN")))
                .toList();
        assertThat(rates).allMatch(rate -> rate >= 1e-4 && rate <= 1e-2).doesNotHaveDuplicates();
        assertThat(rates.stream().filter(rate -> rate < 1e-3).count())
                .as("half of the decades")
                .isBetween(160L, 240L);
        assertThat(plan.cells().stream()
                        .filter(cell -> cell.arm().containsValue("a"))
                        .count())
                .isBetween(160L, 240L);
        assertThat(plan.cells())
                .isEqualTo(plan.draws(400, 3).cells())
                .isNotEqualTo(plan.draws(400, 4).cells());
    }

    @Test
    void planFile_saysTheSame() {
        SweepPlan plan = PlanFile.parse("""
                base: {society.economy: harvest, run.rounds: 20, tax: [0.5, 1]}
                grid:
                  society.vote: [mean, median]
                  tax.brackets: [[0, 5], [0, 9]]
                random: {players.learning_rate: {log_uniform: [1e-4, 1e-2]}, kind: {choice: [a, b]}}
                draws: 3
                seeds: 2
                first_seed: 7
                given: {kind: {society.vote: mean}}
                unless: [{society.vote: median, tax.brackets: "[0, 5]"}]
                """, "plan.yaml");
        assertThat(plan.base()).containsEntry("run.rounds", "20").containsEntry("tax", "[0.5, 1]");
        assertThat(plan.most()).isEqualTo(2 * 2 * 3 * 2);
        assertThat(plan.cells()).hasSize(3 * 3 * 2).allMatch(cell -> cell.seed() == 7 || cell.seed() == 8);
        assertThat(plan.cells().get(0).arm()).containsEntry("tax.brackets", "[0, 5]");
        assertThat(plan.cells().stream()
                        .filter(cell -> cell.arm().containsValue("median"))
                        .noneMatch(cell -> cell.arm().containsKey("kind")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "girds: {x: [1]} | must be one of",
                "grid: {x: 1} | grid.x must be a list of values",
                "grid: {x: []} | values of axis x (0) must be at least 1",
                "grid: {x: [1, 1]} | must differ",
                "random: {x: {normal: [0, 1]}} | random.x must be {uniform",
                "random: {x: {uniform: [2, 1]}} | must be above the low end",
                "random: {x: {log_uniform: [0, 1]}} | must be above 0 where logarithms are drawn",
                "random: {x: {uniform: [a, 1]}} | must have two numbers",
                "seeds: many | seeds must be a whole number",
                "seeds: 0 | seeds of a sweep (0) must be at least 1",
                "given: {x: {y: 1}} | must name an axis",
                "grid: {run.seed: [1]} | must be left to seeds",
                "base: {x: {y: 1}} | base.x must be a value",
                "'base: {x: 1}, grid: {x: [1]}' | must be YAML",
                "just words | must be a mapping",
                "'grid: {x: [1], x: [2]}' | must be YAML"
            })
    void whatIsNoPlan_isRefusedByPlaceAndRule(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanFile.parse(text, "plan.yaml"))
                .withMessageContaining(message);
    }

    @Test
    void anAxisTwice_andNoCellAtAll_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.grid("x", "4"))
                .withMessageContaining("axis (x) must be given once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.unless(Map.of("base", "b")).cells())
                .withMessageContaining("unless leaves none");
    }
}
