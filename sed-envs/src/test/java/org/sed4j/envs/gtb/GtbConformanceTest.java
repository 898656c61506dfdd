package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.pomg.conformance.Conformance;

/** Every variant of the rules passes the World conformance kit. */
class GtbConformanceTest {

    static List<Arguments> variants() {
        GtbRules small = GtbRules.preset("15x15");
        GtbRules large =
                GtbRules.preset("25x25").toBuilder().episode(60).period(20).build();
        return Stream.of(
                        Arguments.of("15x15", small),
                        Arguments.of("25x25", large),
                        Arguments.of(
                                "uniform",
                                GtbRules.preset("uniform").toBuilder()
                                        .episode(40)
                                        .build()),
                        Arguments.of(
                                "full view",
                                small.toBuilder()
                                        .seeing(new Seeing(Seeing.FULL, true))
                                        .build()),
                        Arguments.of("evened", small.toBuilder().evens(true).build()),
                        Arguments.of(
                                "split, six players",
                                small.toBuilder()
                                        .map(GtbMaps.split(GtbMaps.pureAndMixed()))
                                        .players(6)
                                        .placing(Placing.SPLIT)
                                        .build()),
                        Arguments.of(
                                "lognormal, spreading growth, two units",
                                small.toBuilder()
                                        .placing(Placing.RANDOM)
                                        .building(new Building(10, 3, Skill.LOGNORMAL, 10))
                                        .gathering(new Gathering(Skill.LOGNORMAL, 1, 1))
                                        .growth(new Growth(0.3, 1, 2))
                                        .objective(new PlannerObjective(PlannerObjective.Kind.WEIGHTED_UTILITY, 1))
                                        .build()),
                        Arguments.of(
                                "forty players",
                                large.toBuilder()
                                        .players(40)
                                        .placing(Placing.RANDOM)
                                        .build()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void variant_conforms(String name, GtbRules rules) {
        assertThat(Conformance.of(GatherTradeBuild.maker(rules))
                        .steps(60)
                        .check()
                        .passed())
                .as(name)
                .hasSize(18);
    }
}
