package org.sed4j.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.voting.continuous.ContinuousRules;

class ReportingTest {
    private static final TypeMatrix TRUTH = TypeMatrix.of(
            List.of("age", "selfishness"), new double[] {0, 0.5}, new double[][] {{30, 0.2}, {40, 0.3}, {50, 0.9}});
    private static final ContinuousVote MEAN = new ContinuousVote(ContinuousRules.mean(), "selfishness");
    private static final ObjectiveFamily OBJECTIVES = Welfare.mixes(Outcome.REWARD);

    private static Followers<Economy> honest() {
        return new Followers<>() {
            @Override
            public Outcome live(Economy economy, Government<Economy> government, int steps, Seed seed) {
                throw new UnsupportedOperationException("they only vote");
            }

            @Override
            public Followers<Economy> copy() {
                return this;
            }

            @Override
            public Followers<Economy> frozen() {
                return this;
            }
        };
    }

    private static TypeMatrix reports(TypeElicitation elicitation, VotingMechanism vote, Seed seed) {
        return new Reporting<>(honest(), elicitation).reports(TRUTH, vote, seed);
    }

    private static double elected(ContinuousVote vote, TypeMatrix reports, Seed seed) {
        return vote.elect(new Vote(0, reports, OBJECTIVES, Optional.empty(), seed))
                .parameters()[0];
    }

    @Test
    void theTruthfulReportTheTruth() {
        assertThat(reports(TypeElicitations.truthful(), MEAN, Seed.of(1))).isEqualTo(TRUTH);
    }

    @Test
    void theStrategicMoveWhatIsElected_towardsThemselves_andOtherColumnsStay() {
        TypeMatrix reports = reports(TypeElicitations.strategic(1, 4, 20), MEAN, Seed.of(2));
        assertThat(reports).isNotEqualTo(TRUTH);
        assertThat(reports.players("age")).containsExactly(30, 40, 50);
        assertThat(reports.principal()).containsExactly(0, 0.5);
        assertThat(reports.get(2, "selfishness")).isEqualTo(1); // the mean is below 0.9 whatever others say
        assertThat(elected(MEAN, reports, Seed.of(3))).isNotEqualTo(elected(MEAN, TRUTH, Seed.of(3)));
    }

    /** Nobody gains from lying to a median (Moulin 1980), so nobody does. */
    @Test
    void aMedianIsToldTheTruthByTheStrategicToo() {
        ContinuousVote median = new ContinuousVote(ContinuousRules.median(), "selfishness");
        assertThat(reports(TypeElicitations.strategic(1, 4, 20), median, Seed.of(2)))
                .isEqualTo(TRUTH);
    }

    @Test
    void noiseIsTheSeeds_andItsOwnCopysAndFrozens() {
        Reporting<Economy> followers = new Reporting<>(honest(), TypeElicitations.noisy(0.1));
        TypeMatrix once = followers.reports(TRUTH, MEAN, Seed.of(4));
        assertThat(once).isNotEqualTo(TRUTH);
        assertThat(followers.copy().reports(TRUTH, MEAN, Seed.of(4))).isEqualTo(once);
        assertThat(followers.frozen().reports(TRUTH, MEAN, Seed.of(4))).isEqualTo(once);
        assertThat(followers.reports(TRUTH, MEAN, Seed.of(5))).isNotEqualTo(once);
    }

    @Test
    void votesOfOtherKinds_areToldTheTruth() {
        assertThat(reports(TypeElicitations.noisy(0.1), VotingMechanism.always(1), Seed.of(1)))
                .isEqualTo(TRUTH);
    }
}
