package org.sed4j.examples.vote;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Shown;
import org.sed4j.examples.options.NewFile;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Seeding;
import org.sed4j.voting.axiom.Domain;
import org.sed4j.voting.axiom.Rate;
import org.sed4j.voting.axiom.Rates;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.sampling.Cultures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sed vote-rates}: rule x random society x axiom, in how many profiles a violation starts, with intervals. */
@Command(
        name = "vote-rates",
        mixinStandardHelpOptions = true,
        description = "How often rules break axioms, tie, and elect Condorcet winners, by random society.")
public final class VoteRatesCommand implements Callable<Integer> {
    private static final List<Axiom> AXIOMS = List.of(
            Axiom.CONDORCET_LOSER,
            Axiom.MAJORITY,
            Axiom.SMITH,
            Axiom.MONOTONICITY,
            Axiom.PARTICIPATION,
            Axiom.REVERSAL_SYMMETRY,
            Axiom.CLONE_INDEPENDENCE,
            Axiom.STRATEGY_PROOFNESS);

    @Option(names = "--rules", split = ",", paramLabel = "R", description = "Which rules (default: all on rankings).")
    private List<String> rules = List.of();

    @Option(names = "--candidates", paramLabel = "M", description = "Candidates (default: ${DEFAULT-VALUE}).")
    private int candidates = 4;

    @Option(names = "--voters", paramLabel = "N", description = "Voters (default: ${DEFAULT-VALUE}).")
    private int voters = 11;

    @Option(names = "--samples", paramLabel = "S", description = "Profiles a society (default: ${DEFAULT-VALUE}).")
    private int samples = 400;

    @Mixin
    private final Seeding chance = new Seeding();

    @Mixin
    private final NewFile file = new NewFile();

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public VoteRatesCommand() {}

    /** Random societies by name. */
    private Map<String, Function<Seed, RankingProfile>> societies() {
        int m = candidates;
        int n = voters;
        Map<String, Function<Seed, RankingProfile>> societies = new LinkedHashMap<>();
        societies.put("impartial", one -> Cultures.impartial(m, n, one));
        societies.put("anonymous", one -> Cultures.anonymous(m, n, one));
        societies.put("urn (alpha 0.5)", one -> Cultures.urn(m, n, 0.5, one));
        societies.put("Mallows (phi 0.8)", one -> Cultures.mallows(m, n, 0.8, one));
        societies.put("single-peaked (Walsh)", one -> Cultures.singlePeakedWalsh(m, n, one));
        societies.put("Euclidean, 2 dimensions", one -> Cultures.euclidean(m, n, 2, one));
        societies.put("polarised (0.55, phi 0.5)", one -> Cultures.polarised(m, n, 0.55, 0.5, one));
        return societies;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        file.check();
        List<VotingRule> asked = asked();
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<String, Function<Seed, RankingProfile>> society :
                societies().entrySet()) {
            Domain domain = Domain.sampled(
                    society.getKey(),
                    society.getValue(),
                    samples,
                    Seed.of(chance.seed()).named(society.getKey()));
            int begun = lines.size();
            head(society.getKey(), Rates.condorcetWinners(domain), lines);
            for (VotingRule rule : asked) {
                Map<String, Rate> rates = rates(rule, domain);
                lines.add(line(rule, rates));
                rows.add(row(rule, society.getKey(), rates));
            }
            lines.add("");
            lines.subList(begun, lines.size()).forEach(print::println);
            print.flush();
        }
        file.write(lines);
        output.end(() -> Json.object(
                "command",
                "vote-rates",
                "seed",
                chance.seed(),
                "candidates",
                candidates,
                "voters",
                voters,
                "rows",
                rows));
        return 0;
    }

    private List<VotingRule> asked() {
        if (rules.isEmpty()) {
            return Rules.ordinal();
        }
        List<VotingRule> asked = new ArrayList<>();
        for (String id : rules) {
            if (!(VoteCommand.rule(id) instanceof VotingRule rule) || !Rules.countsRankings(rule)) {
                throw new IllegalArgumentException("rule (" + Shown.of(id)
                        + ") must elect one winner from rankings.\nMaybe another rule was meant: sed vote --list.");
            }
            asked.add(rule);
        }
        return asked;
    }

    private static Map<String, Rate> rates(VotingRule rule, Domain domain) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        rates.put("tied", Rates.ties(rule, domain));
        rates.put("condorcet-efficiency", Rates.condorcetEfficiency(rule, domain));
        AXIOMS.forEach(axiom -> rates.put(axiom.id(), Rates.violations(rule, axiom, domain)));
        return rates;
    }

    private void head(String society, Rate winners, List<String> lines) {
        lines.add("### " + society);
        lines.add("");
        lines.add("A Condorcet winner in " + cell(winners) + " of profiles.");
        lines.add("");
        StringBuilder head = new StringBuilder("| rule | tied | Condorcet efficiency |");
        AXIOMS.forEach(axiom -> head.append(' ').append(axiom.id()).append(" |"));
        lines.add(head.toString());
        lines.add("|---|" + "---|".repeat(2 + AXIOMS.size()));
    }

    private static String line(VotingRule rule, Map<String, Rate> rates) {
        StringBuilder line = new StringBuilder("| `" + rule.id() + "` |");
        rates.values().forEach(rate -> line.append(' ').append(cell(rate)).append(" |"));
        return line.toString();
    }

    /** Per cent, with the 95 % interval; a plain 0 where nothing was seen. */
    private static String cell(Rate rate) {
        if (rate.trials() == 0) {
            return "";
        }
        return rate.hits() == 0
                ? "0"
                : String.format(
                        Locale.ROOT, "%.0f [%.0f, %.0f]", 100 * rate.share(), 100 * rate.low(), 100 * rate.high());
    }

    private static Map<String, Object> row(VotingRule rule, String society, Map<String, Rate> rates) {
        Map<String, Object> row = Json.object("rule", rule.id(), "society", society);
        rates.forEach((name, rate) -> row.put(
                name,
                Json.object("hits", rate.hits(), "trials", rate.trials(), "low", rate.low(), "high", rate.high())));
        return row;
    }
}
