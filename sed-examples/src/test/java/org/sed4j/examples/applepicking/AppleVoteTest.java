package org.sed4j.examples.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Vote;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.StudyCommand;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import picocli.CommandLine;

/** The society can be governed by any rule: what each key does, and a run end to end. */
class AppleVoteTest {
    /** Five players at 0.1, 0.2, 0.3, 0.9, 1: mean 0.5, median 0.3. */
    private static final String[] FIVE = {
        "world.players=5",
        "types.draw=given",
        "types.selfishness=0.1,0.2,0.3,0.9,1",
        "types.trust=0,0,0,0,0",
        "players.minibatch=100"
    };

    private final Path folder;

    AppleVoteTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Config config(String... changes) {
        ConfigReader reader = ConfigReader.of(ApplePickingSchema.schema());
        for (String change : FIVE) {
            reader = reader.set(change, "--set");
        }
        for (String change : changes) {
            reader = reader.set(change, "--set");
        }
        return reader.config();
    }

    private static Election election(String... changes) {
        Config config = config(changes);
        Vote vote = new Vote(
                0,
                new Orchard(config).types(Seed.of(1)),
                ApplePicking.objectives(config),
                Optional.empty(),
                Seed.of(1));
        return AppleVote.of(config).elect(vote);
    }

    private static double eta(String... changes) {
        return election(changes).parameters()[0];
    }

    static List<String> everyRule() {
        List<String> ids = new ArrayList<>(List.of("fixed", "threshold", "k-approval:3", "power-mean:0.5"));
        Rules.all().stream().map(Rule::id).forEach(ids::add);
        ContinuousRules.standard().stream().map(ContinuousRule::id).forEach(ids::add);
        ids.addAll(List.of("principal-weighted:0.5", "dictator:3", "generalised-median:0,0.5,1", "nash-bargaining:0"));
        return ids;
    }

    @ParameterizedTest
    @MethodSource("everyRule")
    void rule_each_electsAnObjectiveOfTheFamily(String rule) {
        Election election = election("vote.rule=" + rule, "vote.grid=4", "vote.objective=eta_mix");
        assertThat(election.parameters()[0]).isBetween(0.0, 1.0);
        assertThat(election.figures()).containsKey("eta");
        assertThat(election.account()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vote.rule=mean|0.5",
                "vote.rule=median|0.3",
                "vote.rule=dictator:3|0.9",
                "vote.rule=schulze|0.3", // the median voter's point beats every other one
                "vote.rule=utilitarian|0.3", // the least sum of distances
                "vote.rule=egalitarian|0.5", // from 0.5 and from 0.6 somebody is 0.5 away: tied, the lower is taken
                "vote.rule=fixed|1",
                "vote.rule=threshold|1" // a mean of one half is not above one half
            })
    void rule_onFivePlayers_electsWhatIsDerived(String rule, double eta) {
        assertThat(eta(rule)).isCloseTo(eta, within(1e-12));
    }

    @Test
    void grid_isAsFineAsAsked() {
        assertThat(eta("vote.rule=schulze", "vote.grid=1")).isZero(); // 0.1, 0.2, 0.3 are nearer to 0
        assertThat(eta("vote.rule=schulze", "vote.grid=4")).isEqualTo(0.25);
    }

    /** Three of five like 0 best, two like 1 best: two seats for both ends, three fifths of the weight at 0. */
    @Test
    void committee_isPursuedAsAPortfolio_whichIsTheMixtureAtTheWeightedMean() {
        String[] keys = {"vote.rule=cc", "vote.grid=1", "vote.seats=2"};
        Election support = election(keys);
        assertThat(support.parameters()[0]).isCloseTo(0.4, within(1e-12));
        double[][] apples = {{5, 1, 2, 3, 4}};
        Outcome outcome = Outcome.of(
                1, List.of(Design.of(0, 0, 0)), Map.of(Outcome.REWARD, new double[1][5], "apples", apples), Map.of());
        // 0.4 * total + 0.6 * least = 0.4 * 15 + 0.6 * 1
        assertThat(outcome.value(support.objective())).isCloseTo(6.6, within(1e-12));
        assertThat(eta(keys[0], keys[1], keys[2], "vote.weighting=equal")).isEqualTo(0.5);
    }

    /** A lottery's points pursued together: divided votes between the two ends give the mean type, 0.5. */
    @Test
    void lottery_isMixed_whereAsked() {
        String[] keys = {"vote.rule=proportional-mixing", "vote.grid=1", "vote.lottery=mixed"};
        assertThat(eta(keys)).isCloseTo(0.5, within(1e-12));
        assertThat(eta("vote.rule=proportional-mixing", "vote.grid=1")).isIn(0.0, 1.0);
    }

    @Test
    void ties_areResolvedByTheNamedPolicy_whichMayLookAtThePrincipal() {
        // With four players two and two, the ends tie under plurality.
        String[] four = {
            "world.players=4", "types.selfishness=0,0,1,1", "types.trust=0,0,0,0", "vote.rule=plurality", "vote.grid=2"
        };
        assertThat(eta(with(four, "vote.ties=lexicographic"))).isZero();
        assertThat(eta(with(four, "vote.ties=principal", "vote.principal=1"))).isEqualTo(1);
        assertThat(eta(with(four, "vote.ties=principal", "vote.principal=0"))).isZero();
    }

    private static String[] with(String[] keys, String... more) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** All strategic under the mean: players above the choice report 1, those below 0, until it is the best for the median. */
    @Test
    void strategicReports_moveTheMean_andNoMedian() {
        String[] strategic = {"vote.elicitation=strategic", "vote.strategic_share=1", "vote.strategic_rounds=20"};
        // Derived: in equilibrium those at 0.1, 0.2 report 0 and those at 0.9, 1 report 1, a mean of 0.4 with 0 from
        // the
        // fifth; the one at 0.3 wants less and reports 0: (1 + 1) / 5.
        assertThat(eta(with(strategic, "vote.rule=mean"))).isCloseTo(0.4, within(1e-12));
        assertThat(eta(with(strategic, "vote.rule=median"))).isEqualTo(0.3);
        assertThat(eta("vote.elicitation=noisy", "vote.noise=0")).isEqualTo(0.5);
        assertThat(eta("vote.elicitation=noisy", "vote.noise=0.2")).isNotEqualTo(0.5);
    }

    private static int run(Path out, int rounds, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--quiet", "--out", out.toString(), "--rounds", "" + rounds));
        for (String change : with(FIVE, more)) {
            arguments.addAll(List.of("--set", change));
        }
        for (String small : List.of(
                "world.map=small",
                "players.kind=random",
                "principal.kind=fixed",
                "run.worlds=2",
                "run.steps_per_round=20",
                "run.evaluate=false",
                "run.threads=1",
                "players.horizon=20")) {
            arguments.addAll(List.of("--set", small));
        }
        StudyCommand command = new StudyCommand(
                ApplePickingSchema.schema(),
                "Apples.",
                ApplePickingSchema.PRESETS,
                ApplePickingSchema.class,
                new ApplePicking(),
                "agent steps");
        StringWriter err = new StringWriter();
        int status = new CommandLine(command)
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
        assertThat(err.toString()).doesNotContain("Exception");
        return status;
    }

    @Test
    void run_withAnyRule_keepsItsElectionsWithBallotsAndMatrix() throws IOException {
        for (String rule : List.of("schulze", "stv", "maximal-lotteries", "positional:9,7,5,1,0")) {
            Path out = folder.resolve(rule.replace(':', '_').replace(',', '_'));
            assertThat(run(out, 2, "vote.rule=" + rule, "vote.grid=4")).as(rule).isZero();
            assertThat(Files.readAllLines(out.resolve("metrics.csv")).get(0)).contains("vote_winners,vote_ties");
            List<String> elections = Files.readAllLines(out.resolve("elections.jsonl"));
            assertThat(elections)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("\"ballots\":\"1: ", "\"winners\":[", "\"pairwise\":{", "\"account\":["));
        }
        Path unkept = folder.resolve("unkept");
        assertThat(run(unkept, 1, "vote.record=false")).isZero();
        assertThat(unkept.resolve("elections.jsonl")).doesNotExist();
    }
}
