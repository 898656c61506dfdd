package org.sed4j.examples;

import java.util.List;
import org.sed4j.examples.applepicking.ApplePicking;
import org.sed4j.examples.applepicking.ApplePickingSchema;
import org.sed4j.examples.bench.BenchCommand;
import org.sed4j.examples.bench.CustomBench;
import org.sed4j.examples.bench.HarvestBench;
import org.sed4j.examples.bench.NetworkBenchmark;
import org.sed4j.examples.bench.VotingBench;
import org.sed4j.examples.metagrad.IncentiveCommands;
import org.sed4j.examples.solve.SolveCommand;
import org.sed4j.examples.vote.AxiomsCommand;
import org.sed4j.examples.vote.VoteCommand;
import org.sed4j.examples.vote.VoteStudyCommand;

/** The commands of the launcher, one line each. */
final class Commands {
    private Commands() {}

    static List<Object> all() {
        return List.of(
                applePicking(),
                IncentiveCommands.escapeRoom(),
                IncentiveCommands.cleanup(),
                new SolveCommand(),
                new VoteCommand(),
                new AxiomsCommand(),
                new VoteStudyCommand(),
                new BenchCommand(
                        List.of(new HarvestBench(), new CustomBench(), new NetworkBenchmark(), new VotingBench())));
    }

    private static StudyCommand applePicking() {
        return new StudyCommand(
                ApplePickingSchema.schema(),
                "The apple-picking society of paper 002: vote, tax, pick apples, learn, and vote again.",
                ApplePickingSchema.PRESETS,
                ApplePickingSchema.class,
                new ApplePicking(),
                "agent steps");
    }
}
