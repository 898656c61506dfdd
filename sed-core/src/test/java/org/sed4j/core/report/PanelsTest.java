package org.sed4j.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sed4j.core.report.Legend.Panel;

class PanelsTest {

    private static final Legend LEGEND = Legend.titled("Apples")
            .section(
                    Legend.Section.of("tax", "The law", ""),
                    List.of(Panel.of(
                            "tax", "tax_rates", "Tax rates", "", "", "tax_rate_#", "bracket #", "rate_cap", "most")))
            .section(
                    Legend.Section.of("apples", "Apples", ""),
                    List.of(
                            Panel.of("apples", "apples_before", "Apples", "", "", "apples_#", "player #"),
                            Panel.of("apples", "total", "Total", "", "", "apples_total", "total")))
            .labels(Map.of("apples_2", "player 2, greedy"));

    private static Panel panel(List<Panel> panels, String id) {
        return panels.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void columns_known_standTogetherInTheirOrder() {
        Set<String> columns = new LinkedHashSet<>(
                List.of("apples_10", "apples_2", "apples_total", "apples_left", "gini", "tax_rate_0", "rate_cap"));
        List<Panel> panels = Panels.of(LEGEND, columns, Set.of());
        assertThat(panel(panels, "apples_before").lines())
                .containsExactly(Map.entry("apples_2", "player 2, greedy"), Map.entry("apples_10", "player 10"));
        assertThat(panel(panels, "tax_rates").lines().values()).containsExactly("bracket 0", "most");
        assertThat(panel(panels, "total").lines()).containsOnlyKeys("apples_total");
        assertThat(panel(panels, "apples_left").section()).isEqualTo("more");
    }

    @Test
    void columns_unknown_areDrawnAllTheSameEachOnce() {
        Set<String> columns = new LinkedHashSet<>(List.of("eta", "river_dirt", "beauty_0", "beauty_1"));
        List<Panel> panels = Panels.of(Legend.NONE, columns, Set.of("coffee_seconds"));
        assertThat(panels.stream().flatMap(p -> p.lines().keySet().stream()))
                .containsExactlyInAnyOrder("eta", "river_dirt", "beauty_0", "beauty_1", "coffee_seconds");
        assertThat(panel(panels, "beauty").lines()).hasSize(2);
        assertThat(panel(panels, "river_dirt").title()).isEqualTo("River dirt");
        assertThat(panel(panels, "river_dirt").section()).isEqualTo("more");
        assertThat(panel(panels, "coffee_seconds").section()).isEqualTo("speed");
        assertThat(panels.stream().map(Panel::id)).doesNotHaveDuplicates();
    }

    /** E5: what a column means is said by its run; a column called gini or welfare is nobody's before. */
    @Test
    void columns_ofAnotherEconomy_areSaidNothingOf() {
        List<Panel> panels = Panels.of(
                Legend.NONE,
                new LinkedHashSet<>(List.of("gini", "welfare", "score_sustainable_0_2", "apples_0")),
                Set.of());
        assertThat(panels).allSatisfy(p -> {
            assertThat(p.about()).isEmpty();
            assertThat(p.unit()).isEmpty();
            assertThat(p.section()).isEqualTo("more");
        });
        assertThat(panels.stream().flatMap(p -> p.lines().values().stream()))
                .containsExactly("Gini", "Welfare", "Score sustainable 0 2", "Apples 0");
    }

    @Test
    void sections_ofAllPanels_areOnThePage_andIdsDiffer() {
        Legend odd = LEGEND.section(
                Legend.Section.of("apples2", "More", ""),
                List.of(Panel.of("nowhere", "total", "Total", "", "", "gini", "gini")));
        List<Panel> panels =
                Panels.of(odd, new LinkedHashSet<>(List.of("gini", "apples_total", "player_kl")), Set.of("seconds"));
        List<String> ids = Panels.sections(odd).stream().map(Legend.Section::id).toList();
        assertThat(panels)
                .allSatisfy(p -> assertThat(ids).contains(p.section()))
                .hasSize(4);
        assertThat(panels.stream().map(Panel::id)).doesNotHaveDuplicates();
    }
}
