package org.sed4j.voting.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Profile;

/**
 * What is known of a rule.
 *
 * @param id lower case, with hyphens; parameters after a colon
 * @param name in words
 * @param accepts the kinds of ballot that it is defined on
 * @param satisfies axioms that it is known to satisfy
 * @param fails axioms that it is known to fail
 * @param cost in G groups of ballots, m candidates, k seats
 * @param source where it was published
 */
public record RuleInfo(
        String id,
        String name,
        Set<BallotKind> accepts,
        Set<Axiom> satisfies,
        Set<Axiom> fails,
        String cost,
        String source) {

    static final Set<BallotKind> RANKINGS = EnumSet.of(BallotKind.LINEAR, BallotKind.TRUNCATED, BallotKind.WEAK);
    static final Set<BallotKind> STRICT = EnumSet.of(BallotKind.LINEAR, BallotKind.TRUNCATED);

    public RuleInfo {
        Require.that(
                !accepts.isEmpty(), "ballots of rule " + id, accepts, "must be of some kind", "two rules share none");
        accepts = ordered(BallotKind.class, accepts);
        satisfies = ordered(Axiom.class, satisfies);
        fails = ordered(Axiom.class, fails);
    }

    /** A set that is read in the same order in every run. */
    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> members) {
        EnumSet<E> set = EnumSet.noneOf(type);
        set.addAll(members);
        return Collections.unmodifiableSet(set);
    }

    static RuleInfo of(String id, String name, Set<BallotKind> accepts, String cost, String source) {
        return new RuleInfo(id, name, accepts, Set.of(), Set.of(), cost, source);
    }

    RuleInfo satisfying(Axiom... axioms) {
        return new RuleInfo(id, name, accepts, Set.of(axioms), fails, cost, source);
    }

    RuleInfo failing(Axiom... axioms) {
        return new RuleInfo(id, name, accepts, satisfies, Set.of(axioms), cost, source);
    }

    /**
     * Requires that the rule is defined on this profile's ballots.
     *
     * @throws UndefinedRuleException if not
     */
    public void require(Profile profile) {
        if (!accepts.contains(profile.kind())) {
            throw new UndefinedRuleException(this, profile.kind());
        }
    }
}
