package org.sed4j.voting.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.TextFile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Profile;

/**
 * What a file of ballots holds: PrefLib's soc, soi, toc, toi and cat, BLT, ABIF, or Pabulib's pb, by its ending.
 *
 * @param readings the ballots; where they can be read in several ways (ranks with ratings, points that are approvals too),
 *     each way, the fullest first
 * @param seats how many are to be elected, if the file says
 * @param budget what candidates cost and what there is to spend, if the file says
 * @param notes what the file left open and how that was read, a line each
 */
public record BallotFile(List<Profile> readings, OptionalInt seats, Optional<Budget> budget, List<String> notes) {
    private static final List<String> ENDINGS = List.of("soc", "soi", "toc", "toi", "cat", "blt", "abif", "pb");

    public BallotFile {
        readings = List.copyOf(readings);
        notes = List.copyOf(notes);
    }

    static BallotFile of(Profile profile, List<String> notes) {
        return new BallotFile(List.of(profile), OptionalInt.empty(), Optional.empty(), notes);
    }

    /**
     * Reads a file of the format that its name says.
     *
     * @throws BallotFileException if the text is malformed
     * @throws IllegalArgumentException if the name says none of the formats, or the file does not fit in memory
     * @throws IOException if it cannot be read
     */
    public static BallotFile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        ending(name);
        return parse(name, lines(file));
    }

    /**
     * Reads lines of the format that the name says.
     *
     * @param name the name of a file, which errors call it by
     */
    public static BallotFile parse(String name, List<String> lines) {
        return switch (ending(name)) {
            case "blt" -> new BltReader(name, lines).read();
            case "abif" -> new AbifReader(name, lines).read();
            case "pb" -> new PabulibReader(name, lines).read();
            default -> new PrefLibReader(name, PrefLib.Format.of(name), lines).read();
        };
    }

    private static String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Require.that(
                ENDINGS.contains(ending),
                "ballot file",
                Shown.of(name),
                "must end in one of " + ENDINGS,
                "it was renamed");
        return ending;
    }

    static List<String> lines(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            return TextFile.read(file, TextFile.most()).lines().toList();
        } catch (TextFile.NotText e) {
            throw new BallotFileException(
                    name, e.line(), e.column(), "this byte is no text in UTF-8", "the file is in another encoding");
        }
    }

    /** The ballots, read in the fullest way. */
    public Profile profile() {
        return readings.get(0);
    }

    /** The first reading of one of these kinds; the fullest if none is. */
    public Profile profile(Set<BallotKind> kinds) {
        return readings.stream()
                .filter(reading -> kinds.contains(reading.kind()))
                .findFirst()
                .orElse(profile());
    }
}
