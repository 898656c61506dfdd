package org.sed4j.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Ballot;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.Utilities;
import org.sed4j.voting.ballot.UtilityProfile;

/**
 * How utilities become ballots of the kind that a rule counts.
 *
 * <p>Rankings tie what is worth the same where the rule can count that; where it cannot, the alternative named first is put
 * first. Approvals go to what is worth at least the voter's mean. Grades from 0 to 5 stretch the voter's range.
 */
public enum BallotForm {
    /** Rankings with ties. */
    WEAK_RANKING,
    /** Strict rankings; equals in the field's order. */
    STRICT_RANKING,
    /** Approvals of what is worth at least the voter's mean. */
    APPROVAL,
    /** Grades from 0 to {@value #HIGHEST_GRADE}. */
    GRADES,
    /** The utilities themselves. */
    UTILITIES;

    static final int HIGHEST_GRADE = 5;

    /** The form that says most of those that a rule with these kinds counts. */
    public static BallotForm of(Set<BallotKind> accepted) {
        if (accepted.contains(BallotKind.UTILITIES)) {
            return UTILITIES;
        } else if (accepted.contains(BallotKind.GRADES)) {
            return GRADES;
        } else if (accepted.contains(BallotKind.WEAK)) {
            return WEAK_RANKING;
        } else if (accepted.contains(BallotKind.LINEAR)) {
            return STRICT_RANKING;
        }
        return APPROVAL;
    }

    /** The ballot of a voter with these utilities. */
    public Ballot ballot(double[] utilities) {
        return switch (this) {
            case WEAK_RANKING -> ranking(utilities, true);
            case STRICT_RANKING -> ranking(utilities, false);
            case APPROVAL -> approval(utilities);
            case GRADES -> grades(utilities);
            case UTILITIES -> Utilities.of(utilities);
        };
    }

    private static Ranking ranking(double[] utilities, boolean ties) {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < utilities.length; c++) {
            order.add(c);
        }
        order.sort((a, b) -> Double.compare(utilities[b], utilities[a]));
        List<List<Integer>> tiers = new ArrayList<>();
        double last = Double.NaN;
        for (int c : order) {
            if (ties && utilities[c] == last) {
                tiers.get(tiers.size() - 1).add(c);
            } else {
                tiers.add(new ArrayList<>(List.of(c)));
            }
            last = utilities[c];
        }
        return new Ranking(tiers);
    }

    private static Approval approval(double[] utilities) {
        double sum = 0;
        for (double u : utilities) {
            sum += u;
        }
        List<Integer> approved = new ArrayList<>();
        for (int c = 0; c < utilities.length; c++) {
            if (utilities[c] * utilities.length >= sum) {
                approved.add(c);
            }
        }
        return new Approval(approved);
    }

    private static Grades grades(double[] utilities) {
        double low = utilities[0];
        double high = utilities[0];
        for (double u : utilities) {
            low = Math.min(low, u);
            high = Math.max(high, u);
        }
        List<Integer> grades = new ArrayList<>();
        for (double u : utilities) {
            grades.add(high > low ? (int) Math.round(HIGHEST_GRADE * (u - low) / (high - low)) : 0);
        }
        return new Grades(grades);
    }

    /** The profile of these ballots, one for each voter. */
    public Profile profile(Candidates field, List<? extends Ballot> ballots) {
        switch (this) {
            case WEAK_RANKING, STRICT_RANKING -> {
                RankingProfile.Builder builder = RankingProfile.over(field);
                ballots.forEach(ballot -> builder.add(1, (Ranking) ballot));
                return builder.build();
            }
            case APPROVAL -> {
                ApprovalProfile.Builder builder = ApprovalProfile.over(field);
                ballots.forEach(ballot -> builder.add(1, (Approval) ballot));
                return builder.build();
            }
            case GRADES -> {
                GradeProfile.Builder builder = GradeProfile.over(field, HIGHEST_GRADE);
                ballots.forEach(ballot -> builder.add(1, (Grades) ballot));
                return builder.build();
            }
            default -> {
                double[][] rows = new double[ballots.size()][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = ((Utilities) ballots.get(i))
                            .utilities().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray();
                }
                return UtilityProfile.of(field, rows);
            }
        }
    }
}
