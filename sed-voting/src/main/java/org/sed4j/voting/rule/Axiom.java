package org.sed4j.voting.rule;

import java.util.Locale;

/** The properties that rules for one winner are judged by; their checkers live in {@code org.sed4j.voting.axiom}. */
public enum Axiom {
    /** Renaming voters changes nothing. */
    ANONYMITY,
    /** Renaming candidates renames the winners. */
    NEUTRALITY,
    /** Whom every voter ranks first alone wins alone. */
    UNANIMITY,
    /** Nobody wins whom every voter ranks below one and the same other candidate. */
    PARETO,
    /** Whom more than half of the voters rank first alone wins alone. */
    MAJORITY,
    /** If more than half of the voters rank a set above all others, winners are from that set. */
    MUTUAL_MAJORITY,
    /** A candidate who beats every other one wins alone. */
    CONDORCET_WINNER,
    /** A candidate who loses to every other one does not win. */
    CONDORCET_LOSER,
    /** Winners are from the smallest set that beats everybody outside. */
    SMITH,
    /** Moving a winner up on one ballot, all else kept, leaves it a winner. */
    MONOTONICITY,
    /** A voter who joins does not make the best winner, under the given tie order, worse for itself. */
    PARTICIPATION,
    /** A voter who joins and ranks a winner first alone leaves it a winner. */
    POSITIVE_INVOLVEMENT,
    /** If two electorates share winners, together they elect exactly the shared ones. */
    REINFORCEMENT,
    /** Copying the whole electorate changes nothing. */
    HOMOGENEITY,
    /** A sole winner does not win when every ballot is reversed. */
    REVERSAL_SYMMETRY,
    /** Adding a clone of a candidate changes neither whether its set wins nor whether others win. */
    CLONE_INDEPENDENCE,
    /** Whether a can keep b from winning depends only on how voters rank a against b. */
    IIA,
    /** No voter gains by a misreport, under any fixed order of ties. */
    STRATEGY_PROOFNESS,
    /** Adding lower preferences to a ballot does not hurt the candidates ranked above them. */
    LATER_NO_HARM,
    /** Each of several tied winners can be made the only one by one more voter. */
    RESOLVABILITY,
    /** No voter decides alone, whatever the others do. */
    NON_DICTATORSHIP,
    /** Every candidate wins alone for some profile. */
    ONTO;

    /** The name in files and on the command line: lower case, with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
