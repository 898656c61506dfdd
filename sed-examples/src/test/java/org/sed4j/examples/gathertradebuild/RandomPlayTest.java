package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.GtbRules;

/** Random play has the reference's statistics; {@code sed gtb-statistics} compares more episodes. */
class RandomPlayTest {
    /** With 60 figures compared, the greatest of as many true nulls stays below 3.5 in 97 of 100 studies. */
    private static final double APART = 3.5;

    static List<ReferencePlay> references() {
        return ReferencePlay.ALL;
    }

    @ParameterizedTest
    @MethodSource("references")
    void randomPlay_isWithinStandardErrorsOfTheReference(ReferencePlay reference) {
        int episodes = reference.preset().equals("25x25") ? 50 : 400;
        Map<String, SummaryStatistics> here =
                RandomPlay.play(GtbRules.preset(reference.preset()), reference.planner(), episodes, Seed.of(20));
        for (int j = 0; j < RandomPlay.FIGURES.size(); j++) {
            SummaryStatistics figure = Objects.requireNonNull(here.get(RandomPlay.FIGURES.get(j)));
            assertThat(Math.abs(reference.apart(j, figure)))
                    .as(RandomPlay.FIGURES.get(j) + ": " + figure.getMean() + " against "
                            + reference.means().get(j))
                    .isLessThan(APART);
        }
    }
}
