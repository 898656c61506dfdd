package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/**
 * {@code sed bench voting}: how long elections take on one core, against the time they may take.
 *
 * <p>Ordinal rules count 100,000 uniform rankings of 8 candidates that were not grouped; continuous rules choose from 1,000,000
 * uniform types; Kemeny-Young ranks 14 candidates exactly. A column holds the same time for one literal pass over the ballots
 * that only counts pairs (or sums types), so that what the machine does besides shows.
 */
public final class VotingBench implements Benchmark {
    static final int VOTERS = 100_000;
    static final int CANDIDATES = 8;
    static final double RANKINGS_MS = 50;
    static final int TYPES = 1_000_000;
    static final double TYPES_MS = 20;
    static final int KEMENY = 14;
    static final int KEMENY_VOTERS = 1001;
    static final double KEMENY_MS = 5000;
    private static final double MILLI = 1e-6;

    @Override
    public String name() {
        return "voting";
    }

    @Override
    public String about() {
        return "elections of 100,000 rankings or 1,000,000 types on one core: ms, and the share of the time allowed";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        Seed seed = Seed.of(settings.seed());
        List<VotingRule> ordinal = Rules.ordinal();
        List<ContinuousRule> continuous = ContinuousRules.standard();
        int total = ordinal.size() + continuous.size() + 1;
        List<Map<String, Object>> rows = new ArrayList<>();
        RankingProfile rankings = rankings(VOTERS, CANDIDATES, seed.named("rankings"));
        double pass = median(() -> pairs(rankings), settings.seconds());
        for (VotingRule rule : ordinal) {
            progress.report(rows.size(), total, rule.id(), Map.of());
            double ms = median(() -> rule.apply(rankings).winners().size(), settings.seconds());
            rows.add(row(rule.id(), VOTERS + " rankings of " + CANDIDATES, ms, pass, RANKINGS_MS));
        }
        TypeProfile types = types(TYPES, seed.named("types"));
        double sum = median(() -> literalSum(types), settings.seconds());
        for (ContinuousRule rule : continuous) {
            progress.report(rows.size(), total, rule.id(), Map.of());
            double ms = median(() -> (long) (1e9 * rule.choose(types)[0]), settings.seconds());
            rows.add(row(rule.id(), TYPES + " types", ms, sum, TYPES_MS));
        }
        RankingProfile large = rankings(KEMENY_VOTERS, KEMENY, seed.named("kemeny"));
        double ms = median(() -> Condorcet.kemeny().apply(large).winners().size(), settings.seconds());
        rows.add(row(
                "kemeny",
                KEMENY_VOTERS + " rankings of " + KEMENY,
                ms,
                median(() -> pairs(large), settings.seconds()),
                KEMENY_MS));
        return rows;
    }

    private static Map<String, Object> row(String rule, String of, double ms, double pass, double allowed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", rule);
        row.put("of", of);
        row.put("ms", ms);
        row.put("one literal pass, ms", pass);
        row.put("allowed, ms", allowed);
        row.put("ratio", ms / allowed);
        return row;
    }

    static RankingProfile rankings(int n, int m, Seed seed) {
        Rng rng = seed.rng();
        int[] order = new int[m];
        Arrays.setAll(order, c -> c);
        int[] levels = new int[n * m];
        for (int i = 0; i < n; i++) {
            rng.shuffle(order);
            for (int place = 0; place < m; place++) {
                levels[i * m + order[place]] = place;
            }
        }
        long[] weights = new long[n];
        Arrays.fill(weights, 1);
        RankingProfile profile = RankingProfile.ofLevels(Candidates.letters(m), levels, weights);
        if (profile.kind() != BallotKind.LINEAR) {
            throw new AssertionError(profile.kind());
        }
        return profile;
    }

    static TypeProfile types(int n, Seed seed) {
        Rng rng = seed.rng();
        double[] types = new double[n];
        Arrays.setAll(types, i -> rng.uniform());
        return TypeProfile.of("sigma", types);
    }

    private static long pairs(RankingProfile profile) {
        int m = profile.candidates().size();
        long[][] prefers = new long[m][m];
        for (int g = 0; g < profile.groups(); g++) {
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < m; b++) {
                    if (profile.level(g, a) < profile.level(g, b)) {
                        prefers[a][b] += profile.weight(g);
                    }
                }
            }
        }
        return prefers[0][m - 1];
    }

    private static long literalSum(TypeProfile types) {
        double sum = 0;
        for (int i = 0; i < types.voters(); i++) {
            sum += types.report(i, 0);
        }
        return (long) sum;
    }

    private interface Work {
        long run();
    }

    /** The median time in ms over as many runs as fit, at least five, after as much again for warming up. */
    private static double median(Work work, double seconds) {
        long sink = 0;
        List<Double> times = new ArrayList<>();
        for (int phase = 0; phase < 2; phase++) {
            times.clear();
            long end = System.nanoTime() + (long) (seconds * 1e9);
            while (times.size() < 5 || System.nanoTime() < end) {
                long start = System.nanoTime();
                sink += work.run();
                times.add((System.nanoTime() - start) * MILLI);
            }
        }
        if (sink == Long.MIN_VALUE) {
            throw new AssertionError("cannot be: the results only keep the work from being left out");
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
