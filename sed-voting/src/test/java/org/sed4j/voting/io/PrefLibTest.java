package org.sed4j.voting.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.io.PrefLib.Format;

class PrefLibTest {
    private static final String HEAD = """
            # FILE NAME: x
            # NUMBER ALTERNATIVES: 3
            # ALTERNATIVE NAME 1: Ann
            # ALTERNATIVE NAME 2: Bob, the elder
            # ALTERNATIVE NAME 3: Cid
            """;

    private static RankingProfile parse(Format format, String ballots) {
        return (RankingProfile) PrefLib.parse(
                "x." + format.ending(), format, (HEAD + ballots).lines().toList());
    }

    @Test
    void orders_areRead() {
        RankingProfile soc = parse(Format.SOC, "4: 2,1,3\n\n1: 3, 1, 2\n");
        assertThat(soc.toString()).isEqualTo("4: Bob, the elder > Ann > Cid; 1: Cid > Ann > Bob, the elder");
        assertThat(soc.kind()).isEqualTo(BallotKind.LINEAR);
        assertThat(parse(Format.SOI, "4: 2\n").kind()).isEqualTo(BallotKind.TRUNCATED);
        assertThat(parse(Format.TOC, "4: {2,3},1\n").toString()).isEqualTo("4: Bob, the elder = Cid > Ann");
        assertThat(parse(Format.TOI, "4: {2,3}\n2: 1\n").voters()).isEqualTo(6);
    }

    @Test
    void categories_areReadAsGrades_theFirstTheBest() {
        List<String> lines = """
                # NUMBER ALTERNATIVES: 3
                # CATEGORY NAME 1: Yes
                # CATEGORY NAME 2: Maybe
                # CATEGORY NAME 3: No
                # ALTERNATIVE NAME 1: Ann
                # ALTERNATIVE NAME 2: Bob
                # ALTERNATIVE NAME 3: Cid
                5: 1,{2,3},{}
                2: {},3
                """.lines().toList();
        GradeProfile cat = (GradeProfile) PrefLib.parse("x.cat", Format.CAT, lines);
        assertThat(cat.scale()).containsExactly("No", "Maybe", "Yes");
        assertThat(cat.ballot(0)).isEqualTo(Grades.of(2, 1, 1));
        assertThat(cat.ballot(1)).isEqualTo(Grades.of(-1, -1, 1));
        assertThat(cat.approvals(2).ballot(0)).isEqualTo(Approval.of(0));
        assertThat(PrefLib.print(cat, Format.CAT, "x.cat", "t")).contains("5: 1,{2,3},{}");
    }

    private static void fails(ThrowingCallable call, int line, int column, String what) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BallotFileException.class, e -> {
            assertThat(e).hasMessageContaining(what).hasMessageContaining("line " + line + ", column " + column);
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isEqualTo(column);
        });
    }

    @Test
    void malformedFiles_areNamedByLineAndColumn() {
        fails(() -> parse(Format.SOC, "4: 2,1,4\n"), 6, 8, "alternative 4 is not among the 3 named");
        fails(() -> parse(Format.SOC, "4: 2,1,2\n"), 6, 8, "alternative 2 stands twice");
        fails(() -> parse(Format.SOC, "4: 2,1\n"), 6, 1, "2 of 3 alternatives are ranked");
        fails(() -> parse(Format.SOC, "4: {2,1},3\n"), 6, 4, "hold no such tie");
        fails(() -> parse(Format.TOC, "4: 3,{2,1\n"), 6, 6, "never closed");
        fails(() -> parse(Format.SOI, "4: 3 2\n"), 6, 6, "a comma must stand here");
        fails(() -> parse(Format.SOI, "4: Ann\n"), 6, 4, "(Ann) must be the number");
        fails(() -> parse(Format.SOI, "-4: 1\n"), 6, 1, "must not be negative");
        fails(() -> parse(Format.SOI, "NaN: 1\n"), 6, 1, "must be a whole number");
        fails(() -> parse(Format.SOI, "4,1,2,3\n"), 6, 8, "must read COUNT: ORDER");
        fails(() -> parse(Format.SOI, "4: {1,2}\n"), 6, 4, "hold no such tie");
        fails(() -> parse(Format.SOI, ""), 6, 1, "no line holds a ballot");
        fails(() -> parse(Format.SOI, "# NUMBER VOTERS: 5\n4: 1\n"), 8, 1, "says 5, but 4 voters");
        fails(() -> parse(Format.SOI, "# ALTERNATIVE NAME 1: Ann\n4: 1\n"), 6, 20, "named twice");
        fails(() -> parse(Format.TOI, "4: {1,2}}\n"), 6, 9, "a comma must stand here");
        fails(() -> parse(Format.SOI, "4: 1,,2\n"), 6, 6, "() must be the number");
        fails(() -> parse(Format.SOI, "4: 99999999999\n"), 6, 4, "must be the number");
        fails(() -> parse(Format.SOI, "0: 1\n0: 2\n"), 8, 1, "every ballot has the count 0");
        fails(() -> parse(Format.SOI, "9007199254740992: 1\n1: 2\n"), 7, 1, "at most 2^53");
        fails(() -> parse(Format.SOI, "9223372036854775807: 1\n"), 6, 1, "at most 2^53");
        fails(() -> parse(Format.SOI, "# NUMBER VOTERS: five\n4: 1\n"), 6, 17, "must be a whole number");
    }

    @Test
    void files_thatAreNoText_areNamedByThePlace(@TempDir Path folder) throws IOException {
        Path latin = folder.resolve("latin.soc");
        Files.write(latin, "# TITLE: x\n# ALTERNATIVE NAME 1: Zo\u00eb\n1: 1\n".getBytes(StandardCharsets.ISO_8859_1));
        fails(() -> PrefLib.read(latin), 2, 25, "no text in UTF-8");
        Path marked = folder.resolve("marked.soc");
        Files.writeString(marked, "\uFEFF# ALTERNATIVE NAME 1: Zo\u00eb\n1: 1\n");
        assertThat(PrefLib.read(marked).candidates().names()).containsExactly("Zo\u00eb");
    }

    @Test
    void ordersGivenTwice_areOneOrder_howeverTheFileCountsThem() {
        assertThat(parse(Format.SOI, "# NUMBER UNIQUE ORDERS: 1\n2: 1\n3: 1\n").groups())
                .isEqualTo(1);
        assertThat(parse(Format.SOI, "# NUMBER UNIQUE ORDERS: 2\n2: 1\n3: 1\n").voters())
                .isEqualTo(5);
    }

    @Test
    void profiles_surviveBeingWrittenAndRead(@TempDir Path folder) throws IOException {
        Candidates field = Candidates.of("Ann", "Bob", "Cid");
        for (RankingProfile profile : List.of(
                RankingProfile.parse(field, "3: Ann > Bob > Cid", "2: Cid > Bob > Ann"),
                RankingProfile.parse(field, "3: Ann > Bob", "2: Cid"),
                RankingProfile.parse(field, "3: Ann = Bob > Cid", "2: Cid > Bob > Ann"),
                RankingProfile.parse(field, "3: Ann = Bob", "2: Cid > Bob > Ann"))) {
            Path file = folder.resolve("p." + PrefLib.narrowest(profile).ending());
            PrefLib.write(file, profile, "a test");
            assertThat(PrefLib.read(file).toString()).isEqualTo(profile.toString());
        }
        RankingProfile lines = RankingProfile.over(Candidates.of("Ann\nBob", "Cid"))
                .add(1, Ranking.of(0, 1))
                .build();
        assertThatThrownBy(() -> PrefLib.print(lines, Format.SOC, "p.soc", ""))
                .hasMessageContaining("must be one line");
        RankingProfile ties = RankingProfile.parse(field, "3: Ann = Bob > Cid");
        assertThatThrownBy(() -> PrefLib.write(folder.resolve("p.soc"), ties, ""))
                .hasMessageContaining("cannot hold this profile; toc can");
        assertThatThrownBy(() -> PrefLib.read(Files.createFile(folder.resolve("p.csv"))))
                .hasMessageContaining("must end in .soc");
    }

    private static BallotFile file(String name, String text) {
        return BallotFile.parse(name, text.lines().toList());
    }

    @Test
    void theFormatBefore2022_isRead() {
        String old = "3\n1,Ann\n2,Bob, the elder\n3,Cid\n6,6,2\n4,2,1,3\n2,3,1,2\n";
        assertThat(file("x.soc", old).profile().toString())
                .isEqualTo("4: Bob, the elder > Ann > Cid; 2: Cid > Ann > Bob, the elder");
        assertThat(file("x.toc", "\uFEFF" + old.replace("4,2,1,3", "4,2,{1,3}").replace("\n", "\r\n"))
                        .profile()
                        .toString())
                .isEqualTo("4: Bob, the elder > Ann = Cid; 2: Cid > Ann > Bob, the elder");
        fails(() -> file("x.soc", old.replace("6,6,2", "7,7,2")), 8, 1, "says 7, but 6 voters");
        fails(() -> file("x.soc", old.replace("3,Cid\n", "")), 4, 1, "must read 3,NAME");
        fails(() -> file("x.soc", "999999999\n1,Ann\n"), 3, 1, "999999999 alternatives are to be named");
        fails(() -> file("x.soc", old.replace("6,6,2", "6,6")), 5, 1, "VOTERS,SUM OF COUNTS,UNIQUE ORDERS");
        fails(() -> file("x.cat", old), 1, 1, "must begin with # lines");
    }

    @Test
    void filesThatNameNobody_useNumbersAsNames() {
        BallotFile two = file("x.soi", "2: 2,3\n1: 1\n");
        assertThat(two.profile().candidates().names()).containsExactly("1", "2", "3");
        assertThat(two.notes()).containsExactly("no alternative is named: their numbers are their names");
        BallotFile said = file("x.soi", "# NUMBER ALTERNATIVES: 5\n2: 2,3\n");
        assertThat(said.profile().candidates().size()).isEqualTo(5);
        fails(() -> file("x.soi", "1: 2147483647\n"), 2, 1, "alternatives (2147483647) must be from 1 to 1000000");
        fails(() -> file("x.soi", "# NUMBER ALTERNATIVES: 9999999999\n1: 1\n"), 3, 1, "must be from 1 to 1000000");
    }

    @Test
    void commasAtAnEnd_andEmptyTiers_sayNothing() {
        String head = HEAD + "# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n";
        assertThat(file("x.cat", head + "2: 1,{},\n1: {},{2,3,}\n").profile().toString())
                .isEqualTo("on [No, Yes]: 2: [1, -1, -1]; 1: [-1, 0, 0]");
        assertThat(parse(Format.SOI, "4: 3,\n").toString()).isEqualTo("4: Cid");
        assertThat(parse(Format.TOI, "4: {1,},{},2\n1: {}\n").toString()).isEqualTo("4: Ann > Bob, the elder; 1: ");
    }

    @Test
    void alternativesThatShareAName_areToldApart() {
        // As PrefLib's 00057-00000006.cat, which names LINKE twice.
        BallotFile twice = file("x.soi", """
                # ALTERNATIVE NAME 1: LINKE
                # ALTERNATIVE NAME 2: SPD
                # ALTERNATIVE NAME 3: LINKE
                # ALTERNATIVE NAME 4: LINKE (3)
                2: 1,2
                1: 3
                """);
        assertThat(twice.profile().candidates().names())
                .containsExactly("LINKE (1)", "SPD", "LINKE (3) (3)", "LINKE (3)");
        assertThat(twice.notes()).singleElement().asString().startsWith("several alternatives are called LINKE:");
    }

    @Test
    void messages_showWhatIsInTheFile_withoutSteeringTheTerminal() {
        assertThatThrownBy(() -> parse(Format.SOI, "4: \u001B[2J\u202Eabc\n"))
                .hasMessageContaining("(\\u001B[2J\\u202Eabc) must be the number");
        assertThatThrownBy(() -> parse(Format.SOI, "4: " + "9".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(700));
    }

    @Test
    void tables_thatDoNotFitInMemory_areRefusedBeforeTheyAreMade() {
        StringBuilder text = new StringBuilder("# NUMBER ALTERNATIVES: 1000000\n");
        for (int i = 1; i <= 3000; i++) {
            text.append("1: ").append(i).append('\n');
        }
        assertThatThrownBy(() -> file("x.soi", text.toString()))
                .hasMessageContaining("ballots times candidates (3000 x 1000000) must be at most");
    }
}
