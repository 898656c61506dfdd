package org.sed4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PanelsTest {

    private static Panels.Panel panel(List<Panels.Panel> panels, String id) {
        return panels.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void columns_known_standTogetherInTheirOrder() {
        Set<String> columns = new LinkedHashSet<>(
                List.of("apples_10", "apples_2", "apples_total", "apples_left", "gini", "tax_rate_0", "rate_cap"));
        List<Panels.Panel> panels = Panels.of(columns, Set.of(), Map.of("apples_2", "player 2, greedy"));
        assertThat(panel(panels, "apples_before").lines())
                .containsExactly(Map.entry("apples_2", "player 2, greedy"), Map.entry("apples_10", "player 10"));
        assertThat(panel(panels, "tax_rates").lines().values()).containsExactly("bracket 0", "highest rate allowed");
        assertThat(panel(panels, "total").lines()).containsOnlyKeys("apples_total");
        assertThat(panel(panels, "left").section()).isEqualTo("apples");
    }

    @Test
    void columns_unknown_areDrawnAllTheSameEachOnce() {
        Set<String> columns = new LinkedHashSet<>(List.of("eta", "river_dirt", "beauty_0", "beauty_1"));
        List<Panels.Panel> panels = Panels.of(columns, Set.of("coffee_seconds"), Map.of());
        assertThat(panels.stream().flatMap(p -> p.lines().keySet().stream()))
                .containsExactlyInAnyOrder("eta", "river_dirt", "beauty_0", "beauty_1", "coffee_seconds");
        assertThat(panel(panels, "beauty").lines()).hasSize(2);
        assertThat(panel(panels, "river_dirt").title()).isEqualTo("River dirt");
        assertThat(panel(panels, "river_dirt").section()).isEqualTo("more");
        assertThat(panel(panels, "coffee_seconds").section()).isEqualTo("speed");
        assertThat(panels.stream().map(Panels.Panel::id)).doesNotHaveDuplicates();
    }

    @Test
    void sections_ofAllPanels_areOnThePage() {
        List<Panels.Panel> panels = Panels.of(
                new LinkedHashSet<>(List.of("eta", "tax_rate_0", "gini", "player_kl", "principal_kl", "x")),
                Set.of("seconds"),
                Map.of());
        assertThat(panels)
                .allSatisfy(p -> assertThat(Panels.SECTIONS).containsKey(p.section()))
                .hasSize(7);
    }
}
