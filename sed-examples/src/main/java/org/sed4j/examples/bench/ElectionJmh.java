package org.sed4j.examples.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/** The elections of {@link VotingBench} as JMH benchmarks; {@link VotingJmhBench} runs them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ElectionJmh {

    /** For JMH. */
    public ElectionJmh() {}

    /** Rankings and a rule that counts them. */
    @State(Scope.Benchmark)
    public static class Rankings {
        /** Its id. */
        @Param("schulze")
        public String ordinal = "schulze";

        private VotingRule rule = Condorcet.schulze();
        private RankingProfile profile = VotingBench.rankings(1, 2, Seed.of(1));

        /** For JMH. */
        public Rankings() {}

        /** Makes the ballots. */
        @Setup
        public void make() {
            rule = (VotingRule) Rules.parse(ordinal);
            profile = VotingBench.rankings(VotingBench.VOTERS, VotingBench.CANDIDATES, Seed.of(1));
        }
    }

    /** Types and a rule that chooses from them. */
    @State(Scope.Benchmark)
    public static class Types {
        /** Its id. */
        @Param("mean")
        public String continuous = "mean";

        private ContinuousRule rule = ContinuousRules.mean();
        private TypeProfile profile = VotingBench.types(1, Seed.of(1));

        /** For JMH. */
        public Types() {}

        /** Makes the types. */
        @Setup
        public void make() {
            rule = ContinuousRules.parse(continuous);
            profile = VotingBench.types(VotingBench.TYPES, Seed.of(1));
        }
    }

    /** A field that Kemeny-Young ranks exactly. */
    @State(Scope.Benchmark)
    public static class Field {
        private RankingProfile profile = VotingBench.rankings(1, 2, Seed.of(1));

        /** For JMH. */
        public Field() {}

        /** Makes the ballots. */
        @Setup
        public void make() {
            profile = VotingBench.rankings(VotingBench.KEMENY_VOTERS, VotingBench.KEMENY, Seed.of(1));
        }
    }

    /** One election by rankings. */
    @Benchmark
    public List<Integer> count(Rankings rankings) {
        return rankings.rule.apply(rankings.profile).winners();
    }

    /** One choice from a continuum. */
    @Benchmark
    public double[] choose(Types types) {
        return types.rule.choose(types.profile);
    }

    /** One exact Kemeny-Young ranking. */
    @Benchmark
    public List<Integer> kemeny(Field field) {
        return Condorcet.kemeny().apply(field.profile).winners();
    }
}
