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
import org.sed4j.core.config.Nearest;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Shown;
import org.sed4j.examples.options.Output;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.io.BallotFile;
import org.sed4j.voting.rule.BudgetRule;
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

/** {@code sed vote}: counts a file of ballots by a rule and says who won, and why. */
@Command(
        name = "vote",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the ballots of a file by a rule: PrefLib's .soc .soi .toc .toi .cat, or .blt, .abif, Pabulib's .pb.",
            "Ties are results: every tied winner is named, unless --ties says how to resolve them."
        })
public final class VoteCommand implements Callable<Integer> {
    @Option(names = "--rule", paramLabel = "R", description = "Which rule; --list names them.")
    private @Nullable String rule;

    @Option(names = "--profile", paramLabel = "FILE", description = "The ballots.")
    private @Nullable Path profile;

    @Option(
            names = "--seats",
            paramLabel = "K",
            description = "How many to elect, for rules that elect committees (a .blt file says it too).")
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
            Rule counted = rule(required(rule, "--rule", "--list names every rule"));
            Path file = required(profile, "--profile", "give the file that holds the ballots");
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("profile (" + Shown.of(file)
                        + ") must be a file that exists.\nMaybe the folder is another one.");
            }
            BallotFile read = BallotFile.read(file);
            read.notes().forEach(note -> out.println("note: " + Shown.line(note)));
            Profile ballots = converted(counted, read.profile(counted.info().accepts()));
            result = result(counted, new Ballotbox(counted, ballots, out), read);
            result.put("notes", read.notes());
            result.put("profile", String.valueOf(file.getFileName()));
        }
        output.end(() -> result);
        return 0;
    }

    /** The rule of that id; another is answered by the nearest one. */
    static Rule rule(String id) {
        List<String> known = Rules.ids();
        known.addAll(Rules.budgets().stream().map(Rule::id).toList());
        int colon = id.indexOf(':');
        String stem = colon < 0 ? id : id.substring(0, colon);
        if (!known.contains(stem)) {
            throw new IllegalArgumentException("rule (" + Shown.of(id)
                    + ") must be one that sed vote --list names.\nMaybe you meant " + Nearest.to(stem, known) + ".");
        }
        return Rules.parse(id);
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

    private Map<String, Object> result(Rule counted, Ballotbox box, BallotFile file) {
        if (counted instanceof BudgetRule spending) {
            Budget budget = file.budget()
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "rule (" + counted.id()
                                            + ") must be given a file with costs and a budget.\nMaybe a Pabulib file (.pb) was meant."));
            return box.fund(spending, budget, count(box.ballots()), explain);
        }
        if (counted instanceof CommitteeRule committee) {
            Integer said =
                    file.seats().isPresent() ? Integer.valueOf(file.seats().getAsInt()) : null;
            int k = required(seats != null ? seats : said, "--seats", "rule " + counted.id() + " elects a committee");
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
            for (Rule rule : Rules.listed()) {
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
