package org.sed4j.voting.rule;

import static org.sed4j.voting.rule.Axiom.ANONYMITY;
import static org.sed4j.voting.rule.Axiom.HOMOGENEITY;
import static org.sed4j.voting.rule.Axiom.NEUTRALITY;
import static org.sed4j.voting.rule.Axiom.NON_DICTATORSHIP;
import static org.sed4j.voting.rule.Axiom.ONTO;
import static org.sed4j.voting.rule.Axiom.REINFORCEMENT;

import java.util.EnumSet;
import java.util.Set;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.GradeProfile;

/** Rules that count approvals and grades: approval, range by sums, means or medians, majority judgement, STAR. */
public final class Cardinal {
    private static final Set<BallotKind> GRADES = EnumSet.of(BallotKind.GRADES);

    private Cardinal() {}

    /** The most approvals. O(G·m). */
    public static VotingRule approval() {
        return new Choice<>(
                RuleInfo.of(
                                "approval",
                                "Approval",
                                EnumSet.of(BallotKind.APPROVAL),
                                "O(G m)",
                                "Brams and Fishburn 1978, Approval voting, Am. Polit. Sci. Rev. 72")
                        .satisfying(ANONYMITY, NEUTRALITY, REINFORCEMENT, HOMOGENEITY, NON_DICTATORSHIP, ONTO),
                ApprovalProfile.class,
                (profile, count) -> {
                    long[] scores = new long[profile.candidates().size()];
                    for (int g = 0; g < profile.groups(); g++) {
                        for (int c : profile.ballot(g).approved()) {
                            scores[c] += profile.weight(g);
                        }
                    }
                    return Choice.highest(profile.candidates(), scores, count);
                });
    }

    /** The highest sum of grades, the worst grade being worth 0 and each step 1. O(G·m). */
    public static VotingRule range() {
        return new Choice<>(
                RuleInfo.of("range", "Range (score)", GRADES, "O(G m)", "Smith 2000, Range voting")
                        .satisfying(ANONYMITY, NEUTRALITY, REINFORCEMENT, HOMOGENEITY, NON_DICTATORSHIP, ONTO),
                GradeProfile.class,
                (profile, count) -> Choice.highest(profile.candidates(), GradeScores.sums(profile), count));
    }

    /**
     * The highest mean of the grades given: who does not grade a candidate does not count for it. Exact. O(G·m).
     *
     * <p>A candidate whom nobody grades has -1, less than any grade.
     */
    public static VotingRule rangeMean() {
        return ofGradesGiven("range-mean", "Range (score) by means", GradeScores::mean);
    }

    /**
     * The highest lower median of the grades given: who does not grade a candidate does not count for it. O(G·m).
     *
     * <p>Equal medians are a tie; {@link #majorityJudgement} goes on from there. A candidate whom nobody grades has -1.
     */
    public static VotingRule rangeMedian() {
        return ofGradesGiven("range-median", "Range (score) by medians", GradeScores::median);
    }

    private static VotingRule ofGradesGiven(String id, String name, GradeScores.OfGiven score) {
        return new Choice<>(
                RuleInfo.of(id, name, GRADES, "O(G m)", "Smith 2000, Range voting")
                        .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, NON_DICTATORSHIP, ONTO)
                        .failing(REINFORCEMENT),
                GradeProfile.class,
                (profile, count) -> Choice.highest(profile.candidates(), GradeScores.of(profile, score), count));
    }

    /**
     * The best majority value: the lower median grade; among equals, that one grade is taken out of each and the next lower
     * median compared, and so on. Counted by grades, so large electorates cost nothing. O(G·m + m²·K).
     */
    public static VotingRule majorityJudgement() {
        return new Choice<>(
                RuleInfo.of(
                                "majority-judgement",
                                "Majority judgement",
                                GRADES,
                                "O(G m + m^2 K)",
                                "Balinski and Laraki 2007, A theory of measuring, electing, and ranking, PNAS 104")
                        .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, NON_DICTATORSHIP, ONTO)
                        .failing(REINFORCEMENT),
                GradeProfile.class,
                MajorityValue::count);
    }

    /**
     * The two with the highest sums, then the one of them whom more voters grade higher. O(G·m).
     *
     * <p>Deviation: the sponsors of STAR break ties by further comparisons; here ties are results. Ties for the runoff are
     * followed, and a tied runoff has two winners.
     */
    public static VotingRule star() {
        return new Choice<>(
                RuleInfo.of(
                                "star",
                                "STAR (score then automatic runoff)",
                                GRADES,
                                "O(G m)",
                                "Wolk, Quinn and Ogren 2023, STAR Voting, Const. Polit. Econ. 34")
                        .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, NON_DICTATORSHIP, ONTO)
                        .failing(REINFORCEMENT),
                GradeProfile.class,
                Star::count);
    }
}
