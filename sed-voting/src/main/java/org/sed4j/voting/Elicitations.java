package org.sed4j.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.axiom.Manipulation;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.Ballot;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.Utilities;
import org.sed4j.voting.rule.VotingRule;

/** The ways of reporting that the library has. */
public final class Elicitations {
    private Elicitations() {}

    /** Everybody reports the truth. */
    public static Elicitation truthful() {
        return question -> {
            List<Ballot> ballots = new ArrayList<>();
            for (int i = 0; i < question.utilities().groups(); i++) {
                ballots.add(question.sincere(i));
            }
            return ballots;
        };
    }

    /** Everybody errs: normal noise of that standard deviation is added to each utility before the ballot is made. */
    public static Elicitation noisy(double deviation) {
        requireDeviation(deviation);
        return question -> {
            List<Ballot> ballots = new ArrayList<>();
            for (int i = 0; i < question.utilities().groups(); i++) {
                Rng rng = question.seed().named("noise").at(i).rng();
                double[] seen = question.utilities().row(i);
                for (int c = 0; c < seen.length; c++) {
                    seen[c] += deviation * rng.gaussian();
                }
                ballots.add(question.form().ballot(seen));
            }
            return ballots;
        };
    }

    /**
     * Everybody tells of the {@code most} best alternatives only: rankings end there, no others are approved or graded, and
     * the other utilities are the voter's lowest.
     */
    public static Elicitation truncating(int most) {
        Require.atLeast(most, 1, "alternatives told of");
        return question -> {
            List<Ballot> ballots = new ArrayList<>();
            for (int i = 0; i < question.utilities().groups(); i++) {
                ballots.add(truncated(question.sincere(i), question.utilities().row(i), most));
            }
            return ballots;
        };
    }

    private static Ballot truncated(Ballot sincere, double[] utilities, int most) {
        if (sincere instanceof Ranking ranking) {
            return ranking.truncated(most);
        }
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < utilities.length; c++) {
            order.add(c);
        }
        order.sort((a, b) -> Double.compare(utilities[b], utilities[a]));
        List<Integer> told = order.subList(0, Math.min(most, order.size()));
        if (sincere instanceof Approval approval) {
            return new Approval(
                    approval.approved().stream().filter(told::contains).toList());
        }
        if (sincere instanceof Grades grades) {
            List<Integer> kept = new ArrayList<>();
            for (int c = 0; c < utilities.length; c++) {
                kept.add(told.contains(c) ? grades.grades().get(c) : Grades.UNGRADED);
            }
            return new Grades(kept);
        }
        double low = utilities[order.get(order.size() - 1)];
        List<Double> kept = new ArrayList<>();
        for (int c = 0; c < utilities.length; c++) {
            kept.add(told.contains(c) ? utilities[c] : low);
        }
        return new Utilities(kept);
    }

    /**
     * A share of voters, drawn anew in each vote, reports what pays most for it; the others report the truth.
     *
     * <p>Strategic voters move one after the other in a random order, {@code rounds} times, each seeing the ballots of all
     * others as they stand (iterated best response). A rule whose result is not a set of winners is voted on truthfully.
     *
     * @param share of voters, in [0, 1]; each voter is drawn on its own
     * @param rounds how often each may move, at least 1
     */
    public static Elicitation strategic(double share, int rounds) {
        requireStrategy(share, rounds);
        return question -> {
            List<Ballot> ballots = truthful().ballots(question);
            if (!(question.rule() instanceof VotingRule rule)) {
                return ballots;
            }
            List<Integer> movers = movers(question.seed(), share, ballots.size());
            for (int round = 0; round < rounds; round++) {
                for (int i : movers) {
                    respond(question, rule, ballots, i);
                }
            }
            return ballots;
        };
    }

    static void requireDeviation(double deviation) {
        Require.that(
                deviation >= 0 && Double.isFinite(deviation),
                "standard deviation of noise",
                deviation,
                "must be finite and not negative",
                "a variance was meant");
    }

    static void requireStrategy(double share, int rounds) {
        Require.within(share, 0, 1, "share of strategic voters");
        Require.atLeast(rounds, 1, "rounds of best responses");
    }

    /** The strategic voters in the order in which they move. */
    static List<Integer> movers(Seed seed, double share, int voters) {
        Rng rng = seed.named("strategic").rng();
        List<Integer> movers = new ArrayList<>();
        for (int i = 0; i < voters; i++) {
            if (rng.chance(share)) {
                movers.add(i);
            }
        }
        int[] order = movers.stream().mapToInt(Integer::intValue).toArray();
        rng.shuffle(order);
        List<Integer> shuffled = new ArrayList<>();
        for (int i : order) {
            shuffled.add(i);
        }
        return Collections.unmodifiableList(shuffled);
    }

    private static void respond(Elicitation.Question question, VotingRule rule, List<Ballot> ballots, int i) {
        Profile profile = question.form().profile(question.utilities().candidates(), ballots);
        int g = 0;
        while (!profile.ballot(g).equals(ballots.get(i)) || profile.weight(g) == 0) {
            g++;
        }
        Manipulation.search(rule, profile, g, question.utilities().row(i))
                .ifPresent(found -> ballots.set(i, found.report()));
    }
}
