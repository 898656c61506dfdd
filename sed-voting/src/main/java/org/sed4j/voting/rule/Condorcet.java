package org.sed4j.voting.rule;

import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Majorities.Strength;
import org.sed4j.voting.rule.Tournaments.Opposition;

/**
 * Rules that elect a candidate who beats every other one in pairs, if there is one: the Condorcet family.
 *
 * <p>Defined on every ranking; they see ballots only through the {@link Pairwise} matrix, made in one pass, O(G·m²).
 */
public final class Condorcet {
    private Condorcet() {}

    /** The candidate who beats every other one; if there is none, everybody ties. */
    public static VotingRule condorcet() {
        return rule(
                "condorcet",
                "Condorcet winner, else all",
                "O(G m^2)",
                "Condorcet 1785, Essai sur l'application de l'analyse",
                Tournaments::condorcet);
    }

    /** Wins in pairs, and half a win for each tie. */
    public static VotingRule copeland() {
        return copelandFamily("copeland", "Copeland", BigFraction.ONE_HALF);
    }

    /** Wins in pairs, and a whole win for each tie: Llull's rule. */
    public static VotingRule llull() {
        return copelandFamily("llull", "Llull", BigFraction.ONE);
    }

    private static VotingRule copelandFamily(String id, String name, BigFraction tie) {
        return rule(
                id,
                name,
                "O(G m^2)",
                "Faliszewski, Hemaspaandra, Hemaspaandra and Rothe 2009, Llull and Copeland voting, JAIR 35",
                (field, pairs, count) -> Tournaments.copeland(field, pairs, tie, count));
    }

    /** The least worst defeat, counted by margin. */
    public static VotingRule minimax() {
        return minimaxFamily("minimax", "Minimax (margins)", Opposition.MARGINS);
    }

    /** The least worst defeat, counted by the winner's votes. */
    public static VotingRule minimaxWinningVotes() {
        return minimaxFamily("minimax-wv", "Minimax (winning votes)", Opposition.WINNING_VOTES);
    }

    /** The least worst opposition, defeat or not. Not a Condorcet rule on ballots with ties. */
    public static VotingRule minimaxOpposition() {
        return minimaxFamily("minimax-opposition", "Minimax (pairwise opposition)", Opposition.OPPOSITION);
    }

    private static VotingRule minimaxFamily(String id, String name, Opposition opposition) {
        return rule(
                id,
                name,
                "O(G m^2)",
                "Simpson 1969, On defining areas of voter choice, Q. J. Econ. 83; Kramer 1977, J. Econ. Theory 16",
                (field, pairs, count) -> Tournaments.minimax(field, pairs, opposition, count));
    }

    /** Everybody in the smallest set whose members beat all others. */
    public static VotingRule smith() {
        return rule(
                "smith",
                "Smith set (top cycle)",
                "O(G m^2 + m^3)",
                "Smith 1973, Aggregation of preferences with variable electorate, Econometrica 41",
                (field, pairs, count) -> Choice.winners(field, Majorities.smith(pairs), count));
    }

    /** The union of the minimal sets that nobody outside beats. */
    public static VotingRule schwartz() {
        return rule(
                "schwartz",
                "Schwartz set",
                "O(G m^2 + m^3)",
                "Schwartz 1972, Rationality and the myth of the maximum, Nous 6",
                (field, pairs, count) -> Choice.winners(field, Majorities.schwartz(pairs), count));
    }

    /** Everybody whom nobody covers: b covers a if it beats a and all who beat b beat a too. */
    public static VotingRule uncovered() {
        return rule(
                "uncovered",
                "Uncovered set (Gillies)",
                "O(G m^2 + m^3)",
                "Miller 1980, A new solution set for tournaments and majority voting, Am. J. Polit. Sci. 24",
                Tournaments::uncovered);
    }

    /** The beatpath rule, defeats counted by the winner's votes. */
    public static VotingRule schulze() {
        return schulzeFamily("schulze", "Schulze (winning votes)", Strength.WINNING_VOTES);
    }

    /** The beatpath rule, defeats counted by margin. */
    public static VotingRule schulzeMargins() {
        return schulzeFamily("schulze-margins", "Schulze (margins)", Strength.MARGINS);
    }

    private static VotingRule schulzeFamily(String id, String name, Strength strength) {
        return rule(
                id,
                name,
                "O(G m^2 + m^3)",
                "Schulze 2011, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent"
                        + " single-winner election method, Soc. Choice Welf. 36",
                (field, pairs, count) -> Tournaments.schulze(field, pairs, strength, count));
    }

    /** Locks defeats in from the largest margin down, skipping those that would close a cycle. */
    public static VotingRule rankedPairs() {
        return defeatOrder("ranked-pairs", "Ranked pairs (margins)", Strength.MARGINS, false);
    }

    /** Ranked pairs, defeats counted by the winner's votes. */
    public static VotingRule rankedPairsWinningVotes() {
        return defeatOrder("ranked-pairs-wv", "Ranked pairs (winning votes)", Strength.WINNING_VOTES, false);
    }

    /** Ranked pairs in which nobody is defeated twice. */
    public static VotingRule river() {
        return defeatOrder("river", "River (margins)", Strength.MARGINS, true);
    }

    private static VotingRule defeatOrder(String id, String name, Strength strength, boolean river) {
        return rule(
                id,
                name,
                "O(G m^2 + m^4), ties up to m! orders",
                river
                        ? "Heitzig 2004, River method, Election-Methods list; Doering, Brill and Heitzig 2025"
                        : "Tideman 1987, Independence of clones as a criterion for voting rules, Soc. Choice Welf. 4",
                (field, pairs, count) -> DefeatOrder.count(field, pairs, strength, river, count));
    }

    /** Everybody whom no defeat hits that is stronger than each path back. */
    public static VotingRule splitCycle() {
        return rule(
                "split-cycle",
                "Split cycle",
                "O(G m^2 + m^3)",
                "Holliday and Pacuit 2023, Split Cycle, Public Choice 197",
                Tournaments::splitCycle);
    }

    /** Whoever tops a ranking that agrees with the most voters on the most pairs. Exact up to 18 candidates. */
    public static VotingRule kemeny() {
        return rule(
                "kemeny",
                "Kemeny-Young",
                "O(G m^2 + 2^m m^2)",
                "Kemeny 1959, Mathematics without numbers, Daedalus 88; Young and Levenglick 1978, SIAM J. Appl. Math. 35",
                BestOrders::kemeny);
    }

    /** Whoever tops a ranking that turns the fewest majorities around. Exact up to 18 candidates. */
    public static VotingRule slater() {
        return rule(
                "slater",
                "Slater",
                "O(G m^2 + 2^m m^2)",
                "Slater 1961, Inconsistencies in a schedule of paired comparisons, Biometrika 48",
                BestOrders::slater);
    }

    /** Counts a pairwise matrix. */
    @FunctionalInterface
    private interface MatrixCount {
        Outcome count(Candidates field, Pairwise pairs, Count count);
    }

    private static VotingRule rule(String id, String name, String cost, String source, MatrixCount counting) {
        RuleInfo info = KnownAxioms.of(RuleInfo.of(id, name, RuleInfo.RANKINGS, cost, source));
        return new Choice<>(info, RankingProfile.class, (profile, count) -> {
            Pairwise pairs = Pairwise.of(profile);
            Tournaments.noteMatrix(profile.candidates(), pairs.toArray(), "voters who prefer", count);
            return counting.count(profile.candidates(), pairs, count);
        });
    }
}
