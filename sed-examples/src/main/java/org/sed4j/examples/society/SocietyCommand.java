package org.sed4j.examples.society;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.society.Blueprint;
import org.sed4j.core.society.EconomyOffer;
import org.sed4j.core.society.FollowersOffer;
import org.sed4j.core.society.Offer;
import org.sed4j.core.society.Offers;
import org.sed4j.core.society.PrincipalOffer;
import org.sed4j.core.society.VoteOffer;
import org.sed4j.examples.Sed;
import org.sed4j.examples.StudyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * {@code sed society}: which keys there are depends on which parts are named, so the names are read first, and the command
 * of just that society does the rest.
 */
@Command(
        name = "society",
        description = "Any vote, principal, economy and followers in one ring; --list shows what there is.")
public final class SocietyCommand implements Callable<Integer> {
    /** Keys by the option that names them. */
    private static final Map<String, String> NAMES = names();

    @Option(names = "--list", description = "Show every economy, rule, principal and followers, a line each.")
    private boolean list;

    @Option(names = "--economy", paramLabel = "NAME", description = "Where they live.")
    private @Nullable String economy;

    @Option(names = "--vote", paramLabel = "RULE", description = "How they vote.")
    private @Nullable String vote;

    @Option(names = "--principal", paramLabel = "NAME", description = "Who governs.")
    private @Nullable String principal;

    @Option(names = "--followers", paramLabel = "NAME", description = "Who lives there.")
    private @Nullable String followers;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of keys.")
    private @Nullable Path config;

    @Option(names = "--resume", paramLabel = "DIR", description = "Take up the run in that folder.")
    private @Nullable Path resume;

    @Unmatched
    @SuppressWarnings("unused") // read again by the command of that society
    private List<String> others = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("--economy", "society.economy");
        names.put("--vote", "society.vote");
        names.put("--principal", "society.principal");
        names.put("--followers", "society.followers");
        return names;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine here = Objects.requireNonNull(spec).commandLine();
        if (list) {
            list(here.getOut());
            return 0;
        }
        JsonNode told = told().path("society");
        Blueprint blueprint = Blueprint.named(
                name(economy, told, "economy", "harvest"),
                name(vote, told, "vote", "median"),
                name(principal, told, "principal", "ppo"),
                name(followers, told, "followers", "ppo"));
        StudyCommand study = new StudyCommand(
                blueprint.schema(),
                "A society: " + blueprint.economy().about() + ".",
                List.of("default"),
                SocietyCommand.class,
                new NamedSociety(blueprint),
                "agent steps",
                NAMES);
        CommandLine line = Sed.commandLine(List.of(study));
        line.setOut(here.getOut()).setErr(here.getErr());
        List<String> typed = Objects.requireNonNull(spec)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
        return line.execute(typed.toArray(String[]::new));
    }

    private static String name(@Nullable String option, JsonNode told, String key, String otherwise) {
        return option != null ? option : told.path(key).asText(otherwise);
    }

    /** What the run's own configuration says, or the file's; nothing if there is neither. */
    private JsonNode told() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        if (resume != null) {
            return yaml.readTree(RunFolder.open(resume).record().config());
        }
        Path file = config;
        if (file == null || !Files.isRegularFile(file)) {
            return yaml.createObjectNode(); // a file that is missing is refused by the command that reads it
        }
        JsonNode read = yaml.readTree(Files.readString(file));
        return read == null ? yaml.createObjectNode() : read;
    }

    private static void list(PrintWriter out) {
        section(out, "Economies (--economy)", Offers.all(EconomyOffer.class));
        out.println("Votes (--vote)");
        for (VoteOffer offer : Offers.all(VoteOffer.class)) {
            out.println("  " + offer.name() + ": " + offer.about());
            out.println("    " + String.join(", ", offer.rules()));
        }
        section(out, "Principals (--principal)", Offers.all(PrincipalOffer.class));
        section(out, "Followers (--followers)", Offers.all(FollowersOffer.class));
        out.flush();
    }

    private static void section(PrintWriter out, String title, List<? extends Offer> offers) {
        out.println(title);
        offers.forEach(offer -> out.printf("  %-22s %s%n", offer.name(), offer.about()));
    }
}
