package org.sed4j.voting.axiom;

import java.util.List;
import java.util.function.Predicate;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.VotingRule;

/** How often rules do what they do, over a domain of profiles. Profiles of a kind that a rule does not count are passed over. */
public final class Rates {
    private Rates() {}

    /** In how many profiles a violation of the axiom starts. ONTO and NON_DICTATORSHIP speak of no single profile. */
    public static Rate violations(VotingRule rule, Axiom axiom, Domain domain) {
        Require.that(
                axiom != Axiom.ONTO && axiom != Axiom.NON_DICTATORSHIP,
                "axiom of a rate",
                axiom.id(),
                "must speak of single profiles",
                "Axioms.check was meant");
        return rate(rule, domain, profile -> true, profile -> Axioms.violated(rule, axiom, profile));
    }

    /** How often some voter gains by a misreport, ties broken to the earlier or to the later candidate. */
    public static Rate manipulable(VotingRule rule, Domain domain) {
        return violations(rule, Axiom.STRATEGY_PROOFNESS, domain);
    }

    /** How often there are several winners. */
    public static Rate ties(VotingRule rule, Domain domain) {
        return rate(
                rule, domain, profile -> true, profile -> rule.apply(profile).tied());
    }

    /** Condorcet efficiency: of the profiles with a candidate who beats every other one, in how many it wins alone. */
    public static Rate condorcetEfficiency(VotingRule rule, Domain domain) {
        return rate(
                rule,
                domain,
                profile -> winner(profile) >= 0,
                profile -> rule.apply(profile).winners().equals(List.of(winner(profile))));
    }

    /** In how many profiles some candidate beats every other one. */
    public static Rate condorcetWinners(Domain domain) {
        long[] counts = new long[2];
        domain.visit(profile -> {
            counts[0] += winner(profile) >= 0 ? 1 : 0;
            counts[1]++;
            return true;
        });
        return new Rate(counts[0], counts[1]);
    }

    private static int winner(RankingProfile profile) {
        Pairwise pairs = Pairwise.of(profile);
        for (int c = 0; c < pairs.size(); c++) {
            boolean beatsAll = true;
            for (int d = 0; d < pairs.size(); d++) {
                beatsAll &= c == d || pairs.beats(c, d);
            }
            if (beatsAll) {
                return c;
            }
        }
        return -1;
    }

    private static Rate rate(
            VotingRule rule, Domain domain, Predicate<RankingProfile> trial, Predicate<RankingProfile> hit) {
        long[] counts = new long[2];
        domain.visit(profile -> {
            if (rule.info().accepts().contains(profile.kind()) && trial.test(profile)) {
                counts[0] += hit.test(profile) ? 1 : 0;
                counts[1]++;
            }
            return true;
        });
        return new Rate(counts[0], counts[1]);
    }
}
