package org.sed4j.voting.rule;

import static org.sed4j.voting.rule.Axiom.ANONYMITY;
import static org.sed4j.voting.rule.Axiom.HOMOGENEITY;
import static org.sed4j.voting.rule.Axiom.NEUTRALITY;
import static org.sed4j.voting.rule.Axiom.NON_DICTATORSHIP;
import static org.sed4j.voting.rule.Axiom.ONTO;
import static org.sed4j.voting.rule.Axiom.REINFORCEMENT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;

/** Rules that count approvals and grades: approval, range, majority judgement, STAR. */
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
                (profile, count) -> Choice.highest(profile.candidates(), sums(profile), count));
    }

    private static long[] sums(GradeProfile profile) {
        int highest = profile.scale().size() - 1;
        Require.that(
                profile.voters() <= Long.MAX_VALUE / highest,
                "voters who grade from 0 to " + highest,
                profile.voters(),
                "must be at most " + Long.MAX_VALUE / highest + ", so that sums are exact",
                "weights were scaled up");
        long[] sums = new long[profile.candidates().size()];
        for (int g = 0; g < profile.groups(); g++) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += profile.weight(g) * profile.grade(g, c);
            }
        }
        return sums;
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
                Cardinal::star);
    }

    private static Outcome star(GradeProfile profile, Count count) {
        Candidates field = profile.candidates();
        long[] sums = sums(profile);
        List<Number> scores = new ArrayList<>();
        for (long sum : sums) {
            scores.add(sum);
        }
        count.note(() -> "sums: " + Choice.text(field, scores));
        if (sums.length == 1) {
            return Choice.outcome(field, List.of(0), scores, count, true);
        }
        Set<Integer> winners = new TreeSet<>();
        for (int[] pair : finalists(sums, count)) {
            runoff(profile, pair[0], pair[1], winners, count);
        }
        return Choice.outcome(field, winners, scores, count, true);
    }

    private static List<int[]> finalists(long[] sums, Count count) {
        List<Integer> first = best(sums, -1);
        List<int[]> pairs = new ArrayList<>();
        if (first.size() == 1) {
            List<Integer> second = best(sums, first.get(0));
            for (int b : count.followsTies() ? second : List.of(count.first(second, "second place in the runoff"))) {
                pairs.add(new int[] {first.get(0), b});
            }
        } else if (count.followsTies()) {
            for (int a : first) {
                first.stream().filter(b -> b > a).forEach(b -> pairs.add(new int[] {a, b}));
            }
        } else {
            List<Integer> order = count.order(first, "places in the runoff");
            pairs.add(new int[] {order.get(0), order.get(1)});
        }
        return pairs;
    }

    private static List<Integer> best(long[] sums, int without) {
        long best = Long.MIN_VALUE;
        List<Integer> tied = new ArrayList<>();
        for (int c = 0; c < sums.length; c++) {
            if (c == without || sums[c] < best) {
                continue;
            }
            if (sums[c] > best) {
                tied.clear();
                best = sums[c];
            }
            tied.add(c);
        }
        return tied;
    }

    private static void runoff(GradeProfile profile, int a, int b, Set<Integer> winners, Count count) {
        long forA = 0;
        long forB = 0;
        for (int g = 0; g < profile.groups(); g++) {
            forA += profile.grade(g, a) > profile.grade(g, b) ? profile.weight(g) : 0;
            forB += profile.grade(g, b) > profile.grade(g, a) ? profile.weight(g) : 0;
        }
        Candidates field = profile.candidates();
        String line = "runoff: " + field.name(a) + " " + forA + ", " + field.name(b) + " " + forB;
        count.note(() -> line);
        if (forA >= forB) {
            winners.add(a);
        }
        if (forB >= forA) {
            winners.add(b);
        }
    }
}
