package org.sed4j.examples.solve;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.run.Shown;
import org.sed4j.core.stackelberg.Arithmetic;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Commitment;
import org.sed4j.core.stackelberg.Commitments;
import org.sed4j.core.stackelberg.Equilibrium;
import org.sed4j.core.stackelberg.Selection;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.file.GameFile;
import org.sed4j.core.stackelberg.file.NfgWriter;
import org.sed4j.core.stackelberg.named.NamedGames;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Unseeded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sed solve}: the leader's optimal commitment, what the followers answer, and how sure that is. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = "Finds the leader's optimal commitment in a finite Stackelberg game, exactly where it is small.")
public final class SolveCommand implements Callable<Integer> {
    /** Games of so many payoffs are solved in fractions unless it is said otherwise. */
    private static final int SMALL = 2_000;

    /** What the leader may commit to. */
    enum Leader {
        /** One action. */
        PURE,
        /** A mixture of actions. */
        MIXED
    }

    @Option(names = "--game", paramLabel = "NAME", description = "A game of paper 003; --list names them.")
    private @Nullable String name;

    @Option(
            names = "--file",
            paramLabel = "GAME",
            description = "A game of one's own: .json (docs/game-file.md), or Gambit's .nfg, whose first player leads.")
    private @Nullable Path file;

    @Option(names = "--leader", description = "pure or mixed (default: mixed for one follower, pure for several).")
    private @Nullable String leader;

    @Option(
            names = "--equilibrium",
            description = "What followers play: sse (pure best responses), nash, cce or bcce"
                    + " (default: sse for one follower, bcce for several).")
    private @Nullable String equilibrium;

    @Option(
            names = "--selection",
            description = "Which equilibrium followers select: optimistic or pessimistic, seen from the leader"
                    + " (default: ${DEFAULT-VALUE}).")
    private String selection = "optimistic";

    @Option(
            names = "--arithmetic",
            description = "exact or floating (default: exact for small games whose payoffs are short fractions).")
    private @Nullable String arithmetic;

    @Option(
            names = "--write",
            paramLabel = "GAME.nfg",
            description = "Also write the game for Gambit, the leader as player 1; the file must not exist.")
    private @Nullable Path write;

    @Option(names = "--form", description = "How --write lists payoffs: payoffs or outcomes (default: outcomes).")
    private @Nullable String form;

    @Mixin
    private final Unseeded seeding = new Unseeded();

    @Option(names = "--list", description = "Name the games.")
    private boolean list;

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public SolveCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.print();
        Map<String, Object> result;
        if (list) {
            List<String> names = List.copyOf(NamedGames.all().keySet());
            names.forEach(out::println);
            result = Map.of("games", names, "seed", seeding.seed());
        } else {
            result = solve(out);
        }
        output.end(() -> result);
        return 0;
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String option, @Nullable String given, E otherwise) {
        if (given == null) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (E constant : Objects.requireNonNull(kind.getEnumConstants())) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(given.toLowerCase(Locale.ROOT))) {
                return constant;
            }
            names.add(name);
        }
        throw new IllegalArgumentException(
                option + " (" + Shown.of(given) + ") must be one of " + String.join(", ", names) + ".\nMaybe you meant "
                        + Nearest.to(given.toLowerCase(Locale.ROOT), names) + ".");
    }

    private StackelbergGame game() throws IOException {
        if ((name == null) == (file == null)) {
            throw new IllegalArgumentException("Exactly one of --game and --file must be given.\nMaybe --list helps.");
        }
        return name != null ? named(name) : GameFile.read(Objects.requireNonNull(file));
    }

    private static StackelbergGame named(String name) {
        List<String> known = List.copyOf(NamedGames.all().keySet());
        if (!known.contains(name) && name.indexOf(':') < 0) {
            throw new IllegalArgumentException("game (" + Shown.of(name) + ") must be one of " + known
                    + ", or allocation:ITEMS,MESSAGES, message-price:EPSILON or silent-price:EPSILON.\nMaybe you meant "
                    + Nearest.to(name, known) + ", or it is a file: give that with --file.");
        }
        return NamedGames.of(name);
    }

    private void write(StackelbergGame game, Path target) throws IOException {
        NfgWriter.Form listed = choice(NfgWriter.Form.class, "--form", form, NfgWriter.Form.OUTCOMES);
        String title = name != null ? name : String.valueOf(target.getFileName());
        String text = NfgWriter.print(game, title, listed);
        try {
            Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(
                    "--write (" + Shown.of(target)
                            + ") must not exist.\nMaybe it was written before: take it away, or give"
                            + " another name.",
                    e);
        }
    }

    private Map<String, Object> solve(PrintWriter out) throws IOException {
        StackelbergGame game = game();
        if (write != null) {
            write(game, write);
        }
        boolean single = game.followers().players() == 1;
        Leader commits = choice(Leader.class, "--leader", leader, single ? Leader.MIXED : Leader.PURE);
        Equilibrium played =
                choice(Equilibrium.class, "--equilibrium", equilibrium, single ? Equilibrium.SSE : Equilibrium.BCCE);
        Selection selected = choice(Selection.class, "--selection", selection, Selection.OPTIMISTIC);
        boolean searched = commits == Leader.MIXED && !single && played != Equilibrium.SSE;
        long before = System.nanoTime();
        Arithmetic used = choice(
                Arithmetic.class,
                "--arithmetic",
                arithmetic,
                arithmetic == null && !searched && suits(game) ? Arithmetic.EXACT : Arithmetic.FLOATING);
        Commitment commitment = commits == Leader.MIXED
                ? Commitments.mixed(game, played, selected, used)
                : Commitments.pure(game, played, selected, used);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "game",
                name != null
                        ? name
                        : String.valueOf(Objects.requireNonNull(file).getFileName()));
        result.put("seed", seeding.seed());
        result.put("leader", commits.name().toLowerCase(Locale.ROOT));
        result.put("equilibrium", played.name().toLowerCase(Locale.ROOT));
        result.put("selection", selected.name().toLowerCase(Locale.ROOT));
        result.put("arithmetic", used.name().toLowerCase(Locale.ROOT));
        result.putAll(CommitmentReport.of(game, commitment));
        result.put("seconds", (System.nanoTime() - before) / 1e9);
        print(out, result);
        return result;
    }

    /** Whether exact arithmetic suits: a small game whose numbers have few digits. */
    private static boolean suits(StackelbergGame game) {
        return small(game) && Arithmetic.isExactFor(game);
    }

    private static boolean small(StackelbergGame game) {
        BayesianGame followers = game.followers();
        double numbers = (double) game.leaderActions().size()
                * followers.typeProfiles().count()
                * followers.profiles().count()
                * (followers.players() + 1);
        return numbers <= SMALL;
    }

    private static void print(PrintWriter out, Map<String, Object> result) {
        result.forEach((name, value) -> {
            if (value instanceof List<?> lines && lines.stream().allMatch(Map.class::isInstance)) {
                out.println(name);
                lines.forEach(line -> out.println("  " + Shown.line(String.valueOf(line))));
            } else {
                out.printf(Locale.ROOT, "%-12s %s%n", name, Shown.line(String.valueOf(value)));
            }
        });
    }
}
