package org.sed4j.voting.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sed4j.core.run.Shown;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * The formats of PrefLib: soc (strict orders, complete), soi (strict, incomplete), toc and toi (with ties), cat (categories).
 *
 * <p>Lines that start with # carry data about the file; those naming alternatives and categories count, the others are passed
 * over, but numbers of alternatives, voters and unique orders are checked if they are given. Then a line for each ballot:
 * {@code COUNT: 1,{2,3},4}. In a categorical file the first category is taken as the best grade.
 *
 * <p>Also read: orders in the format used before 2022 (the number of alternatives, {@code NUMBER,NAME} for each,
 * {@code VOTERS,SUM OF COUNTS,UNIQUE ORDERS}, then {@code COUNT,ORDER} for each order); files that name no alternative, whose
 * numbers are their names; alternatives that share a name, told apart by their numbers; commas at the end of a list and empty
 * ties, which say nothing.
 *
 * <p>Source: Mattei and Walsh (2013), "PrefLib: a library for preferences", ADT; preflib.org/format.
 */
public final class PrefLib {
    private PrefLib() {}

    /** The formats, named as the files' endings. */
    public enum Format {
        /** Strict orders, complete. */
        SOC,
        /** Strict orders, incomplete. */
        SOI,
        /** Orders with ties, complete. */
        TOC,
        /** Orders with ties, incomplete. */
        TOI,
        /** Categories. */
        CAT;

        /** The ending of files of this format. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean complete() {
            return this == SOC || this == TOC;
        }

        boolean ties() {
            return this == TOC || this == TOI;
        }

        /**
         * The format of a file of that name.
         *
         * @throws IllegalArgumentException if its ending is none of them
         */
        public static Format of(String file) {
            for (Format format : values()) {
                if (file.toLowerCase(Locale.ROOT).endsWith("." + format.ending())) {
                    return format;
                }
            }
            throw new IllegalArgumentException("profile file (" + Shown.of(file)
                    + ") must end in .soc, .soi, .toc, .toi or .cat.\nMaybe it was renamed.");
        }
    }

    /**
     * Reads a file of the format that its name says. {@link BallotFile#read} says besides what the file left open.
     *
     * @throws BallotFileException if the text is malformed
     * @throws IOException if it cannot be read
     */
    public static Profile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return parse(name, Format.of(name), BallotFile.lines(file));
    }

    /**
     * Reads lines of that format: a {@link RankingProfile}, or of categories a {@link GradeProfile}.
     *
     * @param name what errors call the file
     */
    public static Profile parse(String name, Format format, List<String> lines) {
        return new PrefLibReader(name, format, lines).read().profile();
    }

    /** The narrowest format that holds this profile. */
    public static Format narrowest(Profile profile) {
        return PrefLibWriter.narrowest(profile);
    }

    /** Writes a file of the format that its name says. */
    public static void write(Path file, Profile profile, String title) throws IOException {
        Format format = Format.of(String.valueOf(file.getFileName()));
        Files.write(file, print(profile, format, String.valueOf(file.getFileName()), title), StandardCharsets.UTF_8);
    }

    /**
     * The lines of a file.
     *
     * @throws IllegalArgumentException if the format cannot hold the profile
     */
    public static List<String> print(Profile profile, Format format, String name, String title) {
        return PrefLibWriter.print(profile, format, name, title);
    }
}
