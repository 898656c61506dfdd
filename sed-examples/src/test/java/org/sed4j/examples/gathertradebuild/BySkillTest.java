package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.BySkill;
import org.sed4j.envs.gtb.Census;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;

/** Groups of skill against players sorted by what a house pays them. */
class BySkillTest {
    private static final int BATCH = 3;

    /** The players of each group of 1, 2, 4, 6 and 9, the least skilled first: sizes differ by one at most. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1 1", "4, 1 1 1 1", "6, 2 1 2 1", "9, 3 2 2 2"})
    void figures_areMeansOfGroupsOfPlayersSortedByPayment(int players, String sizes) {
        GtbRules rules = GtbRules.preset("15x15").toBuilder().players(players).build();
        try (Pomg economy = Worlds.of(GatherTradeBuild.maker(rules))
                .batch(BATCH)
                .seed(Seed.of(3))
                .initial(Design.of(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3))
                .build()) {
            BySkill bySkill = new BySkill(rules, economy.spaces());
            Rng rng = Seed.of(4).rng();
            IntTensor actions = IntTensor.zeros(BATCH, players);
            for (int episode = 0; episode < 2; episode++) { // the second one must not know of the first
                economy.reset();
                double[] houses = new double[players];
                double[] taxes = new double[players];
                for (int t = 0; t < rules.episode(); t++) {
                    RandomPlay.draw(economy, rng, actions);
                    economy.step(actions);
                    bySkill.stepped(economy);
                    for (int b = 0; b < BATCH; b++) {
                        Census census = ((GatherTradeBuild) economy.portrait(b)).census();
                        List<Integer> sorted = IntStream.range(0, players)
                                .boxed()
                                .sorted(Comparator.comparingDouble(census::payment))
                                .toList();
                        for (int rank = 0; rank < players; rank++) {
                            houses[rank] += census.built(sorted.get(rank)) / (double) BATCH;
                            taxes[rank] += census.taxDay() ? census.tax(sorted.get(rank)) / BATCH : 0;
                        }
                    }
                }
                Map<String, Double> figures = bySkill.figures();
                int rank = 0;
                int group = 0;
                for (String size : sizes.split(" ")) {
                    int count = Integer.parseInt(size);
                    double built = IntStream.range(rank, rank + count)
                            .mapToDouble(r -> houses[r])
                            .sum();
                    double paid = IntStream.range(rank, rank + count)
                            .mapToDouble(r -> taxes[r])
                            .sum();
                    assertThat(figures.get("houses_skill_" + group)).isCloseTo(built / count, within(1e-9));
                    assertThat(figures.get("tax_paid_skill_" + group)).isCloseTo(paid / count, within(1e-4));
                    rank += count;
                    group++;
                }
                assertThat(figures)
                        .doesNotContainKey("houses_skill_" + group)
                        .containsOnlyKeys(BySkill.labels(players).keySet());
            }
        }
    }
}
