package org.sed4j.examples.vote;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.options.Output;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.io.PrefLib;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.LotteryRule;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sed vote}: counts a PrefLib file by a rule and says who won, and why. */
@Command(
        name = "vote",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the ballots of a PrefLib file (.soc .soi .toc .toi .cat) by a rule.",
            "Ties are results: every tied winner is named, unless --ties says how to resolve them."
        })
public final class VoteCommand implements Callable<Integer> {
    @Option(names = "--rule", paramLabel = "R", description = "Which rule; --list names them.")
    private @Nullable String rule;

    @Option(names = "--profile", paramLabel = "FILE", description = "The ballots.")
    private @Nullable Path profile;

    @Option(names = "--seats", paramLabel = "K", description = "How many to elect, for rules that elect committees.")
    private @Nullable Integer seats;

    @Option(
            names = "--ties",
            paramLabel = "POLICY",
            description = {
                "How ties are resolved, also inside rounds: lexicographic, random (needs --seed), borda, plurality, fail.",
                "Without it every way a tie could fall is followed."
            })
    private @Nullable String ties;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of random ties, and to draw from a lottery.")
    private @Nullable Long seed;

    @Option(names = "--explain", description = "Say how the result came about, round by round.")
    private boolean explain;

    @Option(names = "--list", description = "Name every rule, the ballots it counts and its axioms.")
    private boolean list;

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public VoteCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.print();
        Map<String, Object> result;
        if (list) {
            result = new RuleList(out).print();
        } else {
            Rule counted = Rules.parse(required(rule, "--rule", "--list names every rule"));
            Path file = required(profile, "--profile", "give the file that holds the ballots");
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        "profile (" + file + ") must be a file that exists.\nMaybe the folder is another one.");
            }
            Ballotbox box = new Ballotbox(counted, converted(counted, PrefLib.read(file)), out);
            result = result(counted, box);
            result.put("profile", String.valueOf(file.getFileName()));
        }
        output.end(() -> result);
        return 0;
    }

    private static <T> T required(@Nullable T value, String option, String hint) {
        if (value == null) {
            throw new IllegalArgumentException(option + " must be given.\nMaybe it was forgotten: " + hint + ".");
        }
        return value;
    }

    /** Two categories can stand for approval: who is in the first is approved. */
    private static Profile converted(Rule rule, Profile ballots) {
        boolean wantsApprovals = rule.info().accepts().equals(Set.of(BallotKind.APPROVAL));
        if (wantsApprovals
                && ballots instanceof GradeProfile grades
                && grades.scale().size() == 2) {
            return grades.approvals(1);
        }
        return ballots;
    }

    private Map<String, Object> result(Rule counted, Ballotbox box) {
        if (counted instanceof CommitteeRule committee) {
            int k = required(seats, "--seats", "rule " + counted.id() + " elects a committee");
            return box.elect(committee, k, count(box.ballots()), explain);
        }
        if (seats != null && seats != 1) {
            throw new IllegalArgumentException("--seats (" + seats + ") must be 1 for rule " + counted.id()
                    + ", which elects one.\nMaybe a rule for committees was meant: av, pav, stv, ...");
        }
        if (counted instanceof LotteryRule lottery) {
            return box.draw(lottery, Optional.ofNullable(seed));
        }
        if (counted instanceof VotingRule single) {
            return box.count(single, count(box.ballots()), explain);
        }
        throw new AssertionError(counted);
    }

    private Count count(Profile ballots) {
        if (ties == null) {
            return Count.explained();
        }
        TieContext context = new TieContext(
                ballots.candidates(),
                Optional.of(ballots),
                OptionalInt.empty(),
                List.of(),
                Optional.ofNullable(seed).map(Seed::of));
        return Count.resolving(TiePolicies.parse(ties), context);
    }

    /** The rules, one line each. */
    private record RuleList(PrintWriter out) {
        Map<String, Object> print() {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Rule rule : Rules.all()) {
                List<String> satisfies = rule.info().satisfies().stream()
                        .sorted()
                        .map(a -> a.id())
                        .toList();
                List<String> fails =
                        rule.info().fails().stream().sorted().map(a -> a.id()).toList();
                List<String> accepts =
                        rule.info().accepts().stream().map(BallotKind::toString).toList();
                out.println(rule.id() + " - " + rule.info().name());
                out.println("    counts " + String.join("; ", accepts) + ". Cost "
                        + rule.info().cost() + ". " + rule.info().source() + ".");
                if (!satisfies.isEmpty()) {
                    out.println("    satisfies " + String.join(", ", satisfies));
                }
                if (!fails.isEmpty()) {
                    out.println("    fails " + String.join(", ", fails));
                }
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("id", rule.id());
                row.put("name", rule.info().name());
                row.put("accepts", accepts);
                row.put("satisfies", satisfies);
                row.put("fails", fails);
                row.put("source", rule.info().source());
                rows.add(row);
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("rules", rows);
            return result;
        }
    }
}
