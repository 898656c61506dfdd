package org.sed4j.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.continuous.ContinuousRules;

class MechanismTest {
    /** Selfishness of the released code's seven players at its seed 1, from the fact sheet on that code. */
    private static final double[] SIGMA = {.346, .397, .539, .419, .685, .204, .878};

    static final ObjectiveFamily ETA = ObjectiveFamily.continuum(p -> named("eta=" + p[0]), "eta");

    static Objective named(String name) {
        return new Objective() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double value(Design design, Account account) {
                return account.amounts(Outcome.REWARD)[0];
            }
        };
    }

    static Vote vote(double... sigma) {
        double[][] rows = new double[sigma.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {sigma[i], 0.5};
        }
        TypeMatrix types = TypeMatrix.of(List.of("sigma", "beta"), new double[] {0, 0}, rows);
        return new Vote(0, types, ETA, Optional.empty(), Seed.of(1));
    }

    @Test
    void meanVote_electsTheMeanSelfishness() {
        Election election = new ContinuousVote(ContinuousRules.mean(), "sigma").elect(vote(SIGMA));
        double mean = 3.468 / 7; // the seven numbers above sum to 3.468
        assertThat(election.parameters()).containsExactly(mean);
        assertThat(election.objective().name()).isEqualTo("eta=" + mean);
        assertThat(election.figures())
                .containsEntry("eta", mean)
                .containsEntry("median_sigma", .419)
                .containsEntry("min_sigma", .204)
                .containsEntry("voters", 7.0);
        assertThat(election.figures().keySet()).startsWith("eta");
        assertThat(election.account()).hasSize(1).first().asString().contains("mean of sigma over 7 voters");
    }

    @Test
    void thresholdVote_electsTheEgalitarianEndAboveOneHalf() {
        ThresholdVote vote = ThresholdVote.published("sigma");
        assertThat(vote.elect(vote(0.4, 0.7)).parameters()).containsExactly(0);
        assertThat(vote.elect(vote(0.4, 0.6)).parameters()).containsExactly(1); // exactly one half is not above
        assertThat(vote.elect(vote(SIGMA)).parameters()).containsExactly(1);
    }

    @Test
    void fixedObjective_ignoresReports() {
        assertThat(FixedObjective.of(0.25).elect(vote(1, 1)).parameters()).containsExactly(0.25);
        assertThatThrownBy(() -> FixedObjective.of(1.5).elect(vote(1, 1))).hasMessageContaining("eta (1.5)");
    }

    @Test
    void vote_withAColumnThatIsNotThere_namesIt() {
        assertThatThrownBy(() -> new ContinuousVote(ContinuousRules.mean(), "gamma").elect(vote(1, 1)))
                .hasMessageContaining("gamma");
        assertThatThrownBy(() -> new ContinuousVote(ContinuousRules.mean(), "sigma", "beta").elect(vote(1, 1)))
                .hasMessageContaining("must be as many as the parameters [eta]");
    }

    @Test
    void reports_mayBeNoisyOrStrategic_andStayInTheFamily() {
        ContinuousVote mean = new ContinuousVote(ContinuousRules.mean(), "sigma");
        Vote five = vote(0.1, 0.2, 0.3, 0.9, 1);
        assertThat(mean.with(TypeElicitations.noisy(0)).elect(five).parameters())
                .containsExactly(0.5);
        double[] noisy = mean.with(TypeElicitations.noisy(5)).elect(five).parameters();
        assertThat(noisy[0]).isBetween(0.0, 1.0).isNotEqualTo(0.5);
        assertThat(mean.with(TypeElicitations.noisy(5)).elect(five).parameters())
                .containsExactly(noisy);
        // Derived: those at 0.1, 0.2 and 0.3 report 0, those at 0.9 and 1 report 1; nobody can better the mean 2/5.
        assertThat(mean.with(TypeElicitations.strategic(1, 10, 100)).elect(five).parameters())
                .containsExactly(0.4);
        ContinuousVote median = new ContinuousVote(ContinuousRules.median(), "sigma");
        assertThat(median.with(TypeElicitations.strategic(1, 10, 100))
                        .elect(five)
                        .parameters())
                .containsExactly(0.3);
        assertThatThrownBy(() -> TypeElicitations.strategic(1.5, 1, 10))
                .hasMessageContaining("share of strategic voters");
        assertThatThrownBy(() -> TypeElicitations.strategic(1, 1, 0)).hasMessageContaining("steps of the search");
        assertThatThrownBy(() -> TypeElicitations.noisy(Double.NaN))
                .hasMessageContaining("standard deviation of noise");
    }
}
