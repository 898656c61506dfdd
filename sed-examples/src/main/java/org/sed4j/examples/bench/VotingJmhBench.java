package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.sed4j.core.run.Progress;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/**
 * {@code sed bench voting-jmh}: the elections of {@link VotingBench} under JMH, one thread, the serial collector, a fresh JVM for
 * each rule.
 *
 * <p>JMH's benchmarks are generated when Maven compiles this module; without them the command says so.
 */
public final class VotingJmhBench implements Benchmark {
    private static final int WARMUPS = 3;
    private static final int MEASUREMENTS = 5;

    @Override
    public String name() {
        return "voting-jmh";
    }

    @Override
    public String about() {
        return "the same elections under JMH, a fresh JVM a rule: ms with the error of the mean, and the share allowed";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        List<String> ordinal = Rules.ordinal().stream().map(VotingRule::id).toList();
        List<String> continuous =
                ContinuousRules.standard().stream().map(ContinuousRule::id).toList();
        int total = ordinal.size() + continuous.size() + 1;
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String rule : ordinal) {
            progress.report(rows.size(), total, rule, Map.of());
            rows.add(row(
                    rule,
                    VotingBench.VOTERS + " rankings of " + VotingBench.CANDIDATES,
                    measured("count", "ordinal", rule, settings.seconds()),
                    VotingBench.RANKINGS_MS));
        }
        for (String rule : continuous) {
            progress.report(rows.size(), total, rule, Map.of());
            rows.add(row(
                    rule,
                    VotingBench.TYPES + " types",
                    measured("choose", "continuous", rule, settings.seconds()),
                    VotingBench.TYPES_MS));
        }
        progress.report(rows.size(), total, "kemeny", Map.of());
        rows.add(row(
                "kemeny",
                VotingBench.KEMENY_VOTERS + " rankings of " + VotingBench.KEMENY,
                measured("kemeny", "none", "", settings.seconds()),
                VotingBench.KEMENY_MS));
        return rows;
    }

    private static RunResult measured(String method, String parameter, String rule, double seconds) {
        TimeValue time = TimeValue.milliseconds(Math.max(1, Math.round(1000 * seconds)));
        var options = new OptionsBuilder()
                .include("^" + ElectionJmh.class.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(1)
                .threads(1)
                .warmupIterations(WARMUPS)
                .warmupTime(time)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(time)
                .jvmArgs("-XX:+UseSerialGC", "-Xmx2g")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (!rule.isEmpty()) {
            options = options.param(parameter, rule);
        }
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException(
                    "benchmark (" + method + " of " + rule + ") must be run from sed.jar as Maven makes it.\n"
                            + "Maybe the classes were compiled without JMH's annotation processor: " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, Object> row(String rule, String of, RunResult result, double allowed) {
        double ms = result.getPrimaryResult().getScore();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", rule);
        row.put("of", of);
        row.put("ms", ms);
        row.put("99.9 % error, ms", result.getPrimaryResult().getScoreError());
        row.put("allowed, ms", allowed);
        row.put("ratio", ms / allowed);
        return row;
    }
}
