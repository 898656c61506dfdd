package org.sed4j.examples.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.report.Painter;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Misreports;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.lineartax.LinearTax;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.population.LearnedReports;
import org.sed4j.rl.population.Populations;
import org.sed4j.voting.Votes;

/** Voters on a point who learn what to report: the mean rule goes to the median with phantoms, the median rule does not move. */
final class ReportsFamily implements Family {
    private static final int VOTERS = 9;
    private static final int POINTS = 21;
    private static final int VOTES = 600;
    private static final int LAST = 200;
    private static final double EPSILON = 0.3;
    private static final int SOCIETIES = 4;
    private static final double TOLERANCE = 0.03;
    private static final ObjectiveFamily ETA = Welfare.mixes(Outcome.REWARD);

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String about() {
        return VOTERS + " voters with single-peaked preferences who learn by multiplicative weights over " + POINTS
                + " reports. Under the mean rule the equilibrium's outcome is the median of the peaks and "
                + (VOTERS - 1)
                + " phantoms (Moulin 1980, Renault and Trannoy 2005), not the mean of the peaks; the median rule elects the"
                + " median peak. The gap is in the elected point, a share of [0, 1]; 'untaxed' is the outcome if all were sincere."
                + " Rows of the objective misreport are the meter of incentive compatibility: the most that one voter gains by"
                + " any of the reports, all others sincere.";
    }

    private static double[] peaks(int society) {
        Rng rng = Seed.of(66).at(society).rng();
        double[] peaks = new double[VOTERS];
        for (int i = 0; i < VOTERS; i++) {
            double u = rng.uniform();
            peaks[i] = Math.rint((POINTS - 1) * u * u) / (POINTS - 1); // skewed, and reportable
        }
        return peaks;
    }

    private static Society society(String rule, double... peaks) {
        double[][] rows = new double[peaks.length][];
        Arrays.setAll(rows, i -> new double[] {peaks[i]});
        TypeMatrix types = TypeMatrix.of(List.of("peak"), new double[1], rows);
        FollowersPart voters = Populations.wrapped(
                FollowersPart.of("random", new RandomFollowers()),
                inner -> new LearnedReports<>(
                        inner,
                        new LearnedReports.Habits("peak", POINTS, new FollowerKind.Multiplicative(EPSILON), ETA),
                        peaks.length));
        return Society.of(LinearTax.maker(LinearTaxRules.of(1, LinearTaxRules.lognormal(peaks.length, 0.5))
                        .withSteps(1)))
                .types(TypeSpace.fixed(types))
                .objectives(ETA)
                .vote(Votes.parse(rule, "peak"))
                .followers(voters)
                .rounds(1, 1 << 20)
                .planned(VOTES)
                .build();
    }

    private static Claim.Finding elected(String rule, double[] peaks, Seed seed) {
        try (Session session = society(rule, peaks).begin(seed)) {
            double mean = 0;
            for (int k = 0; k < VOTES; k++) {
                double point = session.rounds().next().election().parameters()[0];
                mean += k >= VOTES - LAST ? point / LAST : 0;
            }
            return new Claim.Finding(mean, mean, mean);
        }
    }

    private static Claim.Finding gained(String rule, double[] peaks, Seed seed) {
        List<Double> points = new ArrayList<>();
        for (int a = 0; a < POINTS; a++) {
            points.add((double) a / (POINTS - 1));
        }
        try (Session session = society(rule, peaks).begin(seed)) {
            Misreports meter = Misreports.of(session, "peak", points, true, Misreports.nearness("peak"));
            return new Claim.Finding(meter.gain(), meter.gain(), meter.gain());
        }
    }

    /** The most that a voter gains under the mean rule, all others sincere: it moves the mean by its own share. */
    private static double manipulable(double... peaks) {
        double sum = Arrays.stream(peaks).sum();
        double most = 0;
        for (double peak : peaks) {
            for (int a = 0; a < POINTS; a++) {
                double mean = (sum - peak + (double) a / (POINTS - 1)) / peaks.length;
                most = Math.max(most, Math.abs(sum / peaks.length - peak) - Math.abs(mean - peak));
            }
        }
        return most;
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (int s = 0; s < SOCIETIES; s++) {
            double[] peaks = peaks(s);
            double[] sorted = peaks.clone();
            Arrays.sort(sorted);
            double mean = Arrays.stream(peaks).average().orElseThrow();
            claims.add(learned("mean", "peaks " + s, StrategicMean.outcome(peaks), mean, peaks));
            claims.add(learned("median", "peaks " + s, median(sorted), median(sorted), peaks));
        }
        double[] peaks = peaks(0);
        claims.add(metered("mean", manipulable(peaks), peaks));
        claims.add(metered("median", 0, peaks));
        return claims;
    }

    private static double median(double... sorted) {
        Require.that(
                sorted.length % 2 == 1, "voters", sorted.length, "must be odd", "which of two in the middle is meant?");
        return sorted[sorted.length / 2];
    }

    private Claim learned(String rule, String which, double exact, double sincere, double... peaks) {
        Claim.Truth truth = new Claim.Truth(exact, exact, 1, TOLERANCE, java.util.Map.of("untaxed", sincere));
        return new Claim(name(), rule, which, "none", "learned reports", truth, seed -> elected(rule, peaks, seed));
    }

    private Claim metered(String rule, double exact, double... peaks) {
        Claim.Truth truth = new Claim.Truth(exact, exact, 1, 1e-9, java.util.Map.of());
        return new Claim(
                name(), rule, "misreport", "none", "sincere but one", truth, seed -> gained(rule, peaks, seed));
    }

    @Override
    public List<Figure> figures(List<Judged> judged) {
        List<Judged> elected = judged.stream()
                .filter(one -> one.claim().objective().startsWith("peaks"))
                .toList();
        if (elected.isEmpty()) {
            return List.of();
        }
        List<Judged> mean = elected.stream()
                .filter(one -> one.claim().rule().equals("mean"))
                .toList();
        List<Judged> median = elected.stream()
                .filter(one -> one.claim().rule().equals("median"))
                .toList();
        Points.Reading reached = Judged::value;
        return List.of(new Figure(
                "reports",
                "The point that learned reports elect, by the point that theory says: on the line where they agree. Sincere:"
                        + " what the mean rule would elect if all told the truth.",
                new Painter.Plot(
                        "Votes on a point: learned reports",
                        "exact equilibrium",
                        "elected",
                        List.of(
                                Points.line("theory", x -> x, 0, 0.6),
                                Points.of(
                                        "mean rule",
                                        mean,
                                        one -> one.claim().truth().value(),
                                        reached),
                                Points.of(
                                        "median rule",
                                        median,
                                        one -> one.claim().truth().value(),
                                        reached),
                                Points.of(
                                        "mean rule, sincere",
                                        mean,
                                        one -> one.claim().truth().value(),
                                        one -> org.sed4j.core.report.Summary.of(List.of(
                                                one.claim().truth().rivals().getOrDefault("untaxed", Double.NaN)))))),
                1));
    }
}
