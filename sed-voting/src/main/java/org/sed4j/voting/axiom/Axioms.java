package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.VotingRule;

/**
 * Checks axioms of rules for one winner on rankings: either no violation on the whole domain, or a witness.
 *
 * <p>A verdict of satisfied says only that much: the rule held on so many profiles. The checks take ties as results; where an
 * axiom speaks of one winner (participation, strategy-proofness) ties are broken by an order of candidates, and the axiom must
 * hold for the field's own order and for its reverse.
 */
public final class Axioms {
    private Axioms() {}

    /** Checks one axiom. Profiles of a kind that the rule does not count are passed over. */
    public static Verdict check(VotingRule rule, Axiom axiom, Domain domain) {
        return switch (axiom) {
            case ONTO -> onto(rule, domain);
            case NON_DICTATORSHIP -> dictator(rule, domain);
            default -> each(rule, axiom, domain);
        };
    }

    private static Verdict each(VotingRule rule, Axiom axiom, Domain domain) {
        Probe probe = probe(axiom);
        long[] checked = new long[1];
        List<Witness> found = new ArrayList<>();
        domain.visit(profile -> {
            if (!rule.info().accepts().contains(profile.kind())) {
                return true;
            }
            checked[0]++;
            probe.violation(new Trial(rule, axiom, profile)).ifPresent(found::add);
            return found.isEmpty();
        });
        return new Verdict(checked[0], found.stream().findFirst());
    }

    /** Whether a violation starts at this profile. */
    static boolean violated(VotingRule rule, Axiom axiom, RankingProfile profile) {
        return probe(axiom).violation(new Trial(rule, axiom, profile)).isPresent();
    }

    /** Looks for a violation that starts at one profile. */
    @FunctionalInterface
    interface Probe {
        Optional<Witness> violation(Trial trial);
    }

    private static Probe probe(Axiom axiom) {
        return switch (axiom) {
            case ANONYMITY -> SymmetryProbes::anonymity;
            case NEUTRALITY -> SymmetryProbes::neutrality;
            case HOMOGENEITY -> SymmetryProbes::homogeneity;
            case REVERSAL_SYMMETRY -> SymmetryProbes::reversal;
            case CLONE_INDEPENDENCE -> SymmetryProbes::clones;
            case UNANIMITY -> MajorityProbes::unanimity;
            case PARETO -> MajorityProbes::pareto;
            case MAJORITY -> MajorityProbes::majority;
            case MUTUAL_MAJORITY -> MajorityProbes::mutualMajority;
            case CONDORCET_WINNER -> MajorityProbes::condorcetWinner;
            case CONDORCET_LOSER -> MajorityProbes::condorcetLoser;
            case SMITH -> MajorityProbes::smith;
            case MONOTONICITY -> ChangeProbes::monotonicity;
            case IIA -> ChangeProbes::independence;
            case STRATEGY_PROOFNESS -> ChangeProbes::strategyProofness;
            case LATER_NO_HARM -> ChangeProbes::laterNoHarm;
            case PARTICIPATION -> ElectorateProbes::participation;
            case POSITIVE_INVOLVEMENT -> ElectorateProbes::positiveInvolvement;
            case REINFORCEMENT -> ElectorateProbes::reinforcement;
            case RESOLVABILITY -> ElectorateProbes::resolvability;
            case ONTO, NON_DICTATORSHIP -> throw new AssertionError("checked over the whole domain");
        };
    }

    private static Verdict onto(VotingRule rule, Domain domain) {
        Map<Candidates, Set<Integer>> alone = new TreeMap<>(Comparator.comparingInt(Candidates::size));
        long[] checked = new long[1];
        domain.visit(profile -> {
            if (rule.info().accepts().contains(profile.kind())) {
                checked[0]++;
                Set<Integer> seen = alone.computeIfAbsent(profile.candidates(), field -> new TreeSet<>());
                List<Integer> winners = rule.apply(profile).winners();
                if (winners.size() == 1) {
                    seen.addAll(winners);
                }
            }
            return true;
        });
        for (Map.Entry<Candidates, Set<Integer>> entry : alone.entrySet()) {
            for (int c = 0; c < entry.getKey().size(); c++) {
                if (!entry.getValue().contains(c)) {
                    String why = entry.getKey().name(c) + " never wins alone in " + domain;
                    return new Verdict(checked[0], Optional.of(new Witness(Axiom.ONTO, rule.id(), List.of(), why)));
                }
            }
        }
        return new Verdict(checked[0], Optional.empty());
    }

    /** A dictator is a place in the order of ballots whose top always wins alone, among electorates of two or more. */
    private static Verdict dictator(VotingRule rule, Domain domain) {
        Map<Integer, Set<Integer>> suspects = new TreeMap<>();
        long[] checked = new long[1];
        domain.visit(profile -> {
            if (rule.info().accepts().contains(profile.kind()) && profile.voters() > 1) {
                checked[0]++;
                List<Ranking> ballots = profile.expanded();
                Set<Integer> left = suspects.computeIfAbsent(ballots.size(), n -> {
                    Set<Integer> all = new HashSet<>();
                    for (int i = 0; i < n; i++) {
                        all.add(i);
                    }
                    return all;
                });
                List<Integer> winners = rule.apply(profile).winners();
                left.removeIf(i -> ballots.get(i).tiers().isEmpty()
                        || !ballots.get(i).tiers().get(0).equals(winners));
            }
            return true;
        });
        for (Map.Entry<Integer, Set<Integer>> entry : suspects.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                String why =
                        "of " + entry.getKey() + " voters, number " + entry.getValue() + " decides alone in " + domain;
                return new Verdict(
                        checked[0], Optional.of(new Witness(Axiom.NON_DICTATORSHIP, rule.id(), List.of(), why)));
            }
        }
        return new Verdict(checked[0], Optional.empty());
    }

    /**
     * One profile on which an axiom is tried, and how violations are put.
     *
     * @param rule the rule
     * @param axiom the axiom
     * @param profile where the search starts
     * @param winners who wins there
     */
    record Trial(VotingRule rule, Axiom axiom, RankingProfile profile, List<Integer> winners) {
        Trial(VotingRule rule, Axiom axiom, RankingProfile profile) {
            this(rule, axiom, profile, rule.apply(profile).winners());
        }

        int m() {
            return profile.candidates().size();
        }

        String name(int c) {
            return profile.candidates().name(c);
        }

        boolean counts(RankingProfile other) {
            return rule.info().accepts().contains(other.kind());
        }

        List<Integer> winners(RankingProfile other) {
            return rule.apply(other).winners();
        }

        Optional<Witness> violated(String why) {
            return Optional.of(new Witness(axiom, rule.id(), List.of(new Witness.Case(profile, winners)), why));
        }

        Optional<Witness> violated(String why, RankingProfile... others) {
            List<Witness.Case> cases = new ArrayList<>();
            cases.add(new Witness.Case(profile, winners));
            for (RankingProfile other : others) {
                cases.add(new Witness.Case(other, winners(other)));
            }
            return Optional.of(new Witness(axiom, rule.id(), cases, why));
        }
    }
}
