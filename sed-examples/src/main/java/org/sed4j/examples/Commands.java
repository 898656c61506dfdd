package org.sed4j.examples;

import java.util.List;
import org.sed4j.examples.applepicking.ApplePicking;
import org.sed4j.examples.applepicking.ApplePickingSchema;
import org.sed4j.examples.bench.BenchCommand;
import org.sed4j.examples.bench.CertifiedBench;
import org.sed4j.examples.bench.CustomBench;
import org.sed4j.examples.bench.GtbBench;
import org.sed4j.examples.bench.HarvestBench;
import org.sed4j.examples.bench.LearnBench;
import org.sed4j.examples.bench.NetworkBenchmark;
import org.sed4j.examples.bench.SolveBench;
import org.sed4j.examples.bench.VotingBench;
import org.sed4j.examples.bench.VotingJmhBench;
import org.sed4j.examples.certify.CertifyCommand;
import org.sed4j.examples.compare.CompareCommand;
import org.sed4j.examples.doctor.DoctorCommand;
import org.sed4j.examples.gathertradebuild.GtbSchema;
import org.sed4j.examples.gathertradebuild.GtbStatisticsCommand;
import org.sed4j.examples.gathertradebuild.GtbStudy;
import org.sed4j.examples.gathertradebuild.GtbTraceCommand;
import org.sed4j.examples.kernel.KernelCommand;
import org.sed4j.examples.metagrad.IncentiveCommands;
import org.sed4j.examples.outside.WorldsCommand;
import org.sed4j.examples.society.SocietyCommand;
import org.sed4j.examples.solve.SolveCommand;
import org.sed4j.examples.stackelberg.LeaderSchema;
import org.sed4j.examples.stackelberg.LeaderStudy;
import org.sed4j.examples.stackelberg.TableCommand;
import org.sed4j.examples.sweep.SweepCommand;
import org.sed4j.examples.vote.AxiomsCommand;
import org.sed4j.examples.vote.VoteCommand;
import org.sed4j.examples.vote.VoteRatesCommand;
import org.sed4j.examples.vote.VoteStudyCommand;

/** The commands of the launcher, one line each. */
final class Commands {
    private Commands() {}

    static List<Object> all() {
        return List.of(
                new SocietyCommand(),
                applePicking(),
                IncentiveCommands.escapeRoom(),
                IncentiveCommands.cleanup(),
                new CertifyCommand(),
                new SolveCommand(),
                new VoteCommand(),
                new AxiomsCommand(),
                new VoteStudyCommand(),
                new VoteRatesCommand(),
                stackelberg(),
                new TableCommand(),
                gatherTradeBuild(),
                new GtbTraceCommand(),
                new GtbStatisticsCommand(),
                new CompareCommand(),
                new DoctorCommand(),
                new KernelCommand(),
                new WorldsCommand(),
                new SweepCommand(),
                new BenchCommand(List.of(
                        new HarvestBench(),
                        new GtbBench(),
                        new CustomBench(),
                        new CertifiedBench(),
                        new NetworkBenchmark(),
                        new LearnBench(),
                        new VotingBench(),
                        new VotingJmhBench(),
                        new SolveBench())));
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

    private static StudyCommand stackelberg() {
        return new StudyCommand(
                LeaderSchema.schema(),
                "The Stackelberg POMDP of paper 003: a leader learns to lead followers that learn.",
                LeaderSchema.PRESETS,
                LeaderSchema.class,
                new LeaderStudy(),
                "leader steps",
                LeaderSchema.SHORTCUTS);
    }

    private static StudyCommand gatherTradeBuild() {
        return new StudyCommand(
                GtbSchema.schema(),
                "Gather-Trade-Build, the economy of paper 004: players learn under a tax code or a planner, then all are tested.",
                GtbSchema.PRESETS,
                GtbSchema.class,
                new GtbStudy(),
                "agent steps",
                GtbSchema.SHORTCUTS);
    }
}
