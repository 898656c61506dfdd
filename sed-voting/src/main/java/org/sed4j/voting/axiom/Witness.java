package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.VotingRule;

/**
 * A case in which a rule breaks an axiom: the profiles, who won in each, and why that is a violation.
 *
 * @param axiom the axiom
 * @param rule the rule's id
 * @param cases the profiles with their winners, the first one the start; none for axioms about all profiles at once
 * @param why in words
 */
public record Witness(Axiom axiom, String rule, List<Case> cases, String why) {
    public Witness {
        cases = List.copyOf(cases);
    }

    /**
     * A profile and who won.
     *
     * @param profile the ballots
     * @param winners their numbers, rising
     */
    public record Case(RankingProfile profile, List<Integer> winners) {
        public Case {
            winners = List.copyOf(winners);
        }
    }

    /** Whether the rule still gives these winners. */
    public boolean holds(VotingRule again) {
        return cases.stream().allMatch(c -> again.apply(c.profile()).winners().equals(c.winners()));
    }

    /** The case line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rule + " fails " + axiom.id() + ": " + why);
        for (Case c : cases) {
            lines.add("  " + c.profile() + "  ->  " + c.profile().candidates().names(c.winners()));
        }
        return lines;
    }
}
