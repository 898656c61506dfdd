package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Schema;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;

/** What a round teaches, by hand from what was measured in it. */
class ExperienceTest {
    private static final HarvestRules RULES = HarvestRules.preset("laptop");
    private static final TypeMatrix FIRST =
            HarvestTypes.of(new double[] {0, 0.3, 0.6, 1}, new double[] {0.1, 1, 0, 0.5});

    private static List<Round> lived(Experience experience) {
        Society society = Society.of(Harvest.maker(RULES, FIRST))
                .types(TypeSpace.fixed(FIRST).evolving(experience))
                .rounds(25, 2)
                .worlds(2)
                .build();
        List<Round> all = new ArrayList<>();
        try (Session session = society.begin(Seed.of(1))) {
            for (int k = 0; k < 3; k++) {
                all.add(session.rounds().next());
            }
        }
        return all;
    }

    @Test
    void typesMoveTowardsWhatTheRoundTaught() {
        List<Round> rounds = lived(new Experience(0.25, 4, 30));
        for (int k = 1; k < rounds.size(); k++) {
            Round past = rounds.get(k - 1);
            double standing = Math.min(1, past.outcome().meanGauge("apples_left") / 30);
            for (int i = 0; i < 4; i++) {
                double content = Math.min(1, past.outcome().meanAmounts("income")[i] / 4);
                double trust = past.types().get(i, HarvestTypes.BETA);
                double selfishness = past.types().get(i, HarvestTypes.SIGMA);
                TypeMatrix now = rounds.get(k).types();
                assertThat(now.get(i, HarvestTypes.BETA))
                        .isCloseTo(0.75 * trust + 0.25 * (content + standing) / 2, within(1e-12));
                assertThat(now.get(i, HarvestTypes.SIGMA))
                        .isCloseTo(0.75 * selfishness + 0.25 * (1 - standing), within(1e-12));
            }
        }
        assertThat(rounds.get(1).types()).isNotEqualTo(FIRST);
    }

    @Test
    void withoutPace_typesStay() {
        assertThat(lived(new Experience(0, 4, 30)).get(2).types()).isEqualTo(FIRST);
    }

    @Test
    void randomDrift_comesOnTopOfExperience() {
        TypeSpace both = TypeSpace.fixed(FIRST)
                .evolving(new Experience(1, 4, 30))
                .evolving((before, outcome, seed) -> before.withPlayer(0, 0.125, before.get(0, HarvestTypes.BETA)));
        Round round = lived(new Experience(1, 4, 30)).get(0);
        TypeMatrix next = both.next(FIRST, round.outcome(), Seed.of(0));
        assertThat(next.get(0, HarvestTypes.SIGMA)).isEqualTo(0.125);
        assertThat(next.get(1, HarvestTypes.SIGMA))
                .isEqualTo(1 - Math.min(1, round.outcome().meanGauge("apples_left") / 30));
    }

    @Test
    void playersWithoutTypes_haveNoneToChange() {
        HarvestOffer offer = new HarvestOffer();
        Config config = Schema.of("harvest", Map.of("economy", "the orchard"), offer.keys(), List.of())
                .initial()
                .with("economy.preset", "laptop")
                .with("economy.reward", "own")
                .with("economy.experience", "0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> offer.types(config, offer.worlds(config).get().spaces()))
                .withMessageContaining("economy.experience")
                .withMessageContaining("no types");
    }

    @Test
    void whatIsNoPaceOrNothingEnough_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experience(1.5, 1, 1))
                .withMessageContaining("pace of experience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experience(0.5, 0, 1))
                .withMessageContaining("income that is enough");
    }
}
