package org.sed4j.examples.vote;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Shown;
import org.sed4j.examples.options.Output;
import org.sed4j.voting.axiom.Axioms;
import org.sed4j.voting.axiom.Domain;
import org.sed4j.voting.axiom.Verdict;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.BallotFile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.sampling.Cultures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sed axioms}: looks for violations of axioms by a rule and prints the witness, or how many profiles were tried. */
@Command(
        name = "axioms",
        mixinStandardHelpOptions = true,
        description = {
            "Checks axioms of a rule for one winner on rankings.",
            "First on every small profile, then on random ones, or on the profile of a file."
        })
public final class AxiomsCommand implements Callable<Integer> {
    @Option(
            names = "--rule",
            paramLabel = "R",
            required = true,
            description = "Which rule; sed vote --list names them.")
    private String rule = "";

    @Option(names = "--axiom", paramLabel = "A", split = ",", description = "Which axioms (default: all).")
    private List<String> axioms = List.of();

    @Option(
            names = "--candidates",
            paramLabel = "M",
            description = "Exhaustive: candidates (default: ${DEFAULT-VALUE}).")
    private int candidates = 3;

    @Option(names = "--voters", paramLabel = "N", description = "Exhaustive: voters (default: ${DEFAULT-VALUE}).")
    private int voters = 4;

    @Option(
            names = "--samples",
            paramLabel = "S",
            description = {
                "Then so many random profiles of 4 candidates and up to 12 voters (default: ${DEFAULT-VALUE})."
            })
    private int samples = 1000;

    @Option(names = "--profile", paramLabel = "FILE", description = "Instead: this file of rankings only.")
    private @Nullable Path profile;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of random profiles (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public AxiomsCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.print();
        Rule parsed = VoteCommand.rule(rule);
        if (!(parsed instanceof VotingRule checked) || !Rules.countsRankings(parsed)) {
            throw new IllegalArgumentException(
                    "rule (" + Shown.of(rule)
                            + ") must elect one winner from rankings to be checked.\nMaybe another rule was meant: sed vote --list.");
        }
        Domain domain = domain();
        out.println("domain: " + domain);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Axiom axiom : asked()) {
            rows.add(row(axiom, Axioms.check(checked, axiom, domain), checked, out));
        }
        output.end(() -> Json.object("rule", checked.id(), "domain", domain.toString(), "seed", seed, "axioms", rows));
        return 0;
    }

    private Domain domain() throws IOException {
        if (profile != null) {
            BallotFile file = BallotFile.read(profile);
            Profile read = file.profile(EnumSet.of(BallotKind.LINEAR, BallotKind.TRUNCATED, BallotKind.WEAK));
            if (!(read instanceof RankingProfile rankings)) {
                throw new IllegalArgumentException("profile (" + Shown.of(profile)
                        + ") must hold rankings.\nMaybe an order was meant, not categories.");
            }
            return Domain.given(rankings);
        }
        Domain all = Domain.exhaustive(candidates, voters);
        return samples == 0
                ? all
                : all.then(Domain.sampled(
                        "impartial culture, 4 candidates",
                        one -> Cultures.impartial(4, 2 + one.named("n").rng().below(11), one),
                        samples,
                        Seed.of(seed)));
    }

    private List<Axiom> asked() {
        List<Axiom> list = new ArrayList<>();
        for (String name : axioms) {
            try {
                list.add(Axiom.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "axiom (" + Shown.of(name) + ") must be one of "
                                + List.of(Axiom.values()).stream()
                                        .map(Axiom::id)
                                        .toList()
                                + ".\nMaybe you meant "
                                + Nearest.to(
                                        name,
                                        List.of(Axiom.values()).stream()
                                                .map(Axiom::id)
                                                .toList())
                                + ".",
                        e);
            }
        }
        return list.isEmpty() ? List.of(Axiom.values()) : list;
    }

    private static Map<String, Object> row(Axiom axiom, Verdict verdict, VotingRule rule, PrintWriter out) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("axiom", axiom.id());
        row.put("satisfied", verdict.satisfied());
        row.put("profiles", verdict.checked());
        String known = rule.info().satisfies().contains(axiom)
                ? "satisfied"
                : rule.info().fails().contains(axiom) ? "failed" : "not stated";
        row.put("known", known);
        if (verdict.witness().isPresent()) {
            verdict.witness().get().lines().forEach(line -> out.println(Shown.line(line)));
            row.put("witness", verdict.witness().get().lines());
        } else {
            out.println(axiom.id() + ": no violation on " + verdict.checked() + " profiles (known: " + known + ")");
        }
        return row;
    }
}
