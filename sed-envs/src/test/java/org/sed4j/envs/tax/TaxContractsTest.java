package org.sed4j.envs.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.conformance.FollowersContract;
import org.sed4j.core.pomg.conformance.PrincipalContract;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;

/** Tax codes keep the contract of a principal in Gather-Trade-Build, and random players theirs. */
class TaxContractsTest {
    private static final GtbRules RULES =
            GtbRules.preset("15x15").toBuilder().period(5).build();

    private static PrincipalContract contract(PrincipalContract.Maker maker) {
        return PrincipalContract.of(GatherTradeBuild.maker(RULES), maker)
                .objectives(Welfare.equalityTimesMean("coin", 1), Welfare.utilitarian("coin"))
                .lasting(8, 45, 2);
    }

    @Test
    void taxCode_keepsTheContract() {
        assertThat(contract((economy, followers) -> new TaxCode<>(TaxSchedule.US_FEDERAL, new Phasing(0.1, 900)))
                        .worldByWorld()
                        .check())
                .hasSize(10);
    }

    /** 8 worlds of 4 players close 9 periods in a round: after two rounds it has its 500 samples and sets rates by formula. */
    @Test
    void saezCode_keepsTheContract_whileItSamplesAndOnceItKnows() {
        for (OptionalDouble known : new OptionalDouble[] {OptionalDouble.empty(), OptionalDouble.of(0.7)}) {
            assertThat(contract((economy, followers) -> SaezCode.of(RULES.brackets(), Phasing.NONE, known))
                            .ownPurpose("weights of 1 / income, from the formula")
                            .check())
                    .contains("resumed to the byte");
        }
    }

    @Test
    void randomPlayers_playByTheRulesOfTrade() {
        FollowersContract.of(GatherTradeBuild.maker(RULES), economy -> new RandomFollowers())
                .lasting(3, 30, 2)
                .check();
    }
}
