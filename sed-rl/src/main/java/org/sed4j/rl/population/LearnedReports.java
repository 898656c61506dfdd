package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.FollowerRule;

/**
 * Followers who live as others do, and learn what to report to a vote with one parameter: each has a no-regret rule over points
 * from 0 to 1, and learns after a vote from what each of its points would have elected, all others' reports standing.
 *
 * <p>What is elected is worth 1 - |elected - type| to a voter: single-peaked at its type, whatever it reports. Where a vote draws
 * chance, it is the same in all of these questions. In a vote O(n · points) elections are held.
 *
 * @param <E> the economies they can live in
 * @paper 002, Definition 3.2: reports need not be truthful
 */
public final class LearnedReports<E extends Economy> implements Followers<E> {
    private final Followers<E> inner;
    private final Habits habits;
    private final List<FollowerRule> rules;
    private final boolean learning;
    private double mean = Double.NaN;

    /**
     * How they learn.
     *
     * @param column of types that is voted with
     * @param points that can be reported, evenly from 0 to 1, at least 2
     * @param kind of the rule, one that learns from counterfactuals
     * @param objectives that are voted over, with one parameter
     */
    public record Habits(String column, int points, FollowerKind kind, ObjectiveFamily objectives) {
        public Habits {
            Require.atLeast(points, 2, "points that can be reported");
            Require.that(
                    objectives.parameters().size() == 1,
                    "parameters that are voted on",
                    objectives.parameters(),
                    "must be one",
                    "a vote on several things was meant, which these voters do not know");
        }

        double point(int at) {
            return (double) at / (points - 1);
        }
    }

    /** Those followers, as voters who know nothing yet. */
    public LearnedReports(Followers<E> inner, Habits habits, int players) {
        this(inner, habits, fresh(habits, players), true);
    }

    private LearnedReports(Followers<E> inner, Habits habits, List<FollowerRule> rules, boolean learning) {
        this.inner = inner;
        this.habits = habits;
        this.rules = rules;
        this.learning = learning;
    }

    private static List<FollowerRule> fresh(Habits habits, int players) {
        List<FollowerRule> rules = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            rules.add(habits.kind().rule(1, habits.points()));
        }
        return rules;
    }

    @Override
    public TypeMatrix reports(TypeMatrix truth, VotingMechanism vote, Seed seed) {
        TypeMatrix told = inner.reports(truth, vote, seed);
        int column = told.names().indexOf(habits.column());
        Require.that(
                column >= 0,
                "type column",
                habits.column(),
                "must be one of " + told.names(),
                "it is spelled otherwise");
        double[] mixture = new double[habits.points()];
        double sum = 0;
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).strategy(0, mixture);
            double report =
                    habits.point(drawn(mixture, seed.named("reports").at(i).rng()));
            told = reported(told, i, column, report);
            sum += report;
        }
        mean = sum / rules.size();
        if (learning) {
            learn(truth, told, column, vote, seed.named("questions"));
        }
        return told;
    }

    private static TypeMatrix reported(TypeMatrix told, int player, int column, double report) {
        double[] row = told.player(player);
        row[column] = report;
        return told.withPlayer(player, row);
    }

    private static int drawn(double[] mixture, Rng rng) {
        double left = rng.uniform();
        int last = 0;
        for (int a = 0; a < mixture.length; a++) {
            if (mixture[a] > 0) {
                last = a;
                left -= mixture[a];
                if (left < 0) {
                    return a;
                }
            }
        }
        return last;
    }

    private void learn(TypeMatrix truth, TypeMatrix told, int column, VotingMechanism vote, Seed seed) {
        double[][] gains = new double[rules.size()][habits.points()];
        for (int i = 0; i < gains.length; i++) {
            double peak = truth.get(i, habits.column());
            for (int a = 0; a < habits.points(); a++) {
                TypeMatrix otherwise = reported(told, i, column, habits.point(a));
                double elected = vote.elect(new Vote(0, otherwise, habits.objectives(), Optional.empty(), seed))
                        .parameters()[0];
                gains[i][a] = 1 - Math.min(1, Math.abs(elected - peak));
            }
        }
        for (int i = 0; i < gains.length; i++) {
            rules.get(i).learn(0, gains[i], 0);
        }
    }

    @Override
    public Outcome live(E economy, Government<E> government, int steps, Seed seed) {
        return inner.live(economy, government, steps, seed);
    }

    private List<FollowerRule> copied() {
        List<FollowerRule> copies = fresh(habits, rules.size());
        for (int i = 0; i < copies.size(); i++) {
            Rows.copy(rules.get(i), copies.get(i));
        }
        return copies;
    }

    @Override
    public LearnedReports<E> copy() {
        return new LearnedReports<>(inner.copy(), habits, copied(), learning);
    }

    @Override
    public LearnedReports<E> frozen() {
        return new LearnedReports<>(inner.frozen(), habits, copied(), false);
    }

    /** Whether living changes them: what voting changes, it changes before anybody lives. */
    @Override
    public boolean learns() {
        return inner.learns();
    }

    /** What is said on average; then those of who lives. */
    @Override
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("report", mean);
        figures.putAll(inner.figures());
        return figures;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        inner.save(out);
        for (FollowerRule rule : rules) {
            rule.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        inner.load(in);
        for (FollowerRule rule : rules) {
            rule.load(in);
        }
    }
}
