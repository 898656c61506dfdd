package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.Ballot;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.Utilities;
import org.sed4j.voting.rule.VotingRule;

/**
 * A misreport that pays: the ballot, what it changes, and how much the voter gains.
 *
 * <p>A tied outcome is worth the mean utility of its winners, as if the tie were drawn by lot. Search is over all strict
 * rankings up to {@value #EXHAUSTIVE} candidates; above that, and for other ballots, over those that lift one candidate, bury
 * one, or both, and over every threshold of approval.
 *
 * @param report the ballot that pays most
 * @param sincere the winners without it
 * @param manipulated the winners with it
 * @param gain how much more utility the voter expects, positive
 */
public record Manipulation(Ballot report, List<Integer> sincere, List<Integer> manipulated, double gain) {
    private static final int EXHAUSTIVE = 5;

    public Manipulation {
        sincere = List.copyOf(sincere);
        manipulated = List.copyOf(manipulated);
    }

    /**
     * The misreport by one voter of group g that pays most, if any does.
     *
     * @param utilities what the voter truly gets from each candidate
     */
    public static Optional<Manipulation> search(VotingRule rule, Profile profile, int g, double[] utilities) {
        return search(
                rule,
                profile,
                g,
                utilities,
                reports(profile, g, utilities, rule.info().accepts()));
    }

    /** The misreport among {@code reports} that pays most, if any does; ballots the rule is not defined on are passed over. */
    public static Optional<Manipulation> search(
            VotingRule rule, Profile profile, int g, double[] utilities, Iterable<? extends Ballot> reports) {
        List<Integer> sincere = rule.apply(profile).winners();
        double honest = expected(sincere, utilities);
        Optional<Manipulation> best = Optional.empty();
        double most = 0;
        for (Ballot report : reports) {
            Profile swapped = profile.swapped(g, report);
            if (!rule.info().accepts().contains(swapped.kind())) {
                continue;
            }
            List<Integer> winners = rule.apply(swapped).winners();
            double gain = expected(winners, utilities) - honest;
            if (gain > most) {
                most = gain;
                best = Optional.of(new Manipulation(report, sincere, winners, gain));
            }
        }
        return best;
    }

    /** The mean utility of the winners. */
    static double expected(List<Integer> winners, double[] utilities) {
        double sum = 0;
        for (int c : winners) {
            sum += utilities[c];
        }
        return sum / winners.size();
    }

    /** The ballots worth trying instead of group g's. */
    public static List<Ballot> reports(Profile profile, int g, double[] utilities, Set<BallotKind> accepted) {
        int m = utilities.length;
        Set<Ballot> reports = new LinkedHashSet<>();
        if (profile.ballot(g) instanceof Ranking) {
            rankings(utilities, accepted, reports);
        } else {
            for (int threshold = 0; threshold < m; threshold++) {
                reports.add(thresholdBallot(profile.ballot(g), profile, utilities, threshold));
            }
        }
        return new ArrayList<>(reports);
    }

    private static void rankings(double[] utilities, Set<BallotKind> accepted, Set<Ballot> reports) {
        int m = utilities.length;
        List<Integer> sincere = order(utilities);
        if (m <= EXHAUSTIVE) {
            permute(new ArrayList<>(), sincere, reports);
        } else {
            for (int lift = 0; lift < m; lift++) {
                for (int bury = 0; bury < m; bury++) {
                    List<Integer> order = new ArrayList<>(sincere);
                    order.remove((Integer) lift);
                    order.add(0, lift);
                    if (bury != lift) {
                        order.remove((Integer) bury);
                        order.add(bury);
                    }
                    reports.add(strict(order));
                }
            }
        }
        if (accepted.contains(BallotKind.TRUNCATED)) {
            for (int kept = 1; kept < m - 1; kept++) {
                reports.add(strict(sincere.subList(0, kept)));
            }
        }
    }

    private static void permute(List<Integer> done, List<Integer> left, Set<Ballot> reports) {
        if (left.isEmpty()) {
            reports.add(strict(done));
            return;
        }
        for (Integer next : left) {
            List<Integer> longer = new ArrayList<>(done);
            longer.add(next);
            List<Integer> rest = new ArrayList<>(left);
            rest.remove(next);
            permute(longer, rest, reports);
        }
    }

    private static Ranking strict(List<Integer> order) {
        return Ranking.of(order.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> order(double[] utilities) {
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < utilities.length; c++) {
            order.add(c);
        }
        order.sort((a, b) -> Double.compare(utilities[b], utilities[a]));
        return order;
    }

    /** The best {@code threshold + 1} candidates at the top of the scale, the others at the bottom. */
    private static Ballot thresholdBallot(Ballot like, Profile profile, double[] utilities, int threshold) {
        List<Integer> top = order(utilities).subList(0, threshold + 1);
        if (like instanceof Approval) {
            return new Approval(top);
        }
        int m = utilities.length;
        if (like instanceof Grades) {
            int highest = ((GradeProfile) profile).scale().size() - 1;
            List<Integer> grades = new ArrayList<>();
            for (int c = 0; c < m; c++) {
                grades.add(top.contains(c) ? highest : 0);
            }
            return new Grades(grades);
        }
        double high = utilities[top.get(0)];
        double low = utilities[order(utilities).get(m - 1)];
        List<Double> extreme = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            extreme.add(top.contains(c) ? high : low);
        }
        return new Utilities(extreme);
    }
}
