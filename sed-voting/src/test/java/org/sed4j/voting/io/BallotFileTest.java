package org.sed4j.voting.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.UtilityProfile;

/** BLT, ABIF and pb files, against the examples that their specifications print. */
class BallotFileTest {
    private static final String PB = """
            META
            key; value
            description; a town
            num_projects; 3
            num_votes; 3
            budget; 2500.50
            vote_type; approval
            PROJECTS
            project_id; cost; name
            1; 600; "park; ""old"" one"
            2; 800,25; pool
            4; 1400; path
            VOTES
            voter_id; age; vote
            1; 34; 1,2
            2; 51; 4
            3; 12;
            """;

    private static BallotFile file(String name, String text) {
        return BallotFile.parse(name, text.lines().toList());
    }

    private static void fails(String name, String text, String message) {
        assertThatThrownBy(() -> file(name, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** Hill, Wichmann and Woodall (1987), section 3.1, with the equal ranks of OpenTally's page on the format. */
    private static final String BLT = """
            4 2
            -2
            3 1 3 4 0
            4 1 3 2 0
            2 4 1=3 0 # a remark
            1 2 0
            (b7) 2 2=4=3 1 0
            1 3 4 - 2 0
            0
            "Adam"
            Basil
            "Charlotte # 1"
            "Donald"
            "Title"
            """;

    @Test
    void blt_isRead() {
        BallotFile file = file("x.blt", BLT);
        assertThat(file.profile().candidates().names()).containsExactly("Adam", "Charlotte # 1", "Donald");
        assertThat(file.profile().toString())
                .isEqualTo(
                        "3: Adam > Charlotte # 1 > Donald; 4: Adam > Charlotte # 1; 2: Donald > Adam = Charlotte # 1; "
                                + "1: ; 2: Charlotte # 1 = Donald > Adam; 1: Charlotte # 1 > Donald");
        assertThat(file.seats()).hasValue(2);
        assertThat(file.notes()).containsExactly("Basil is withdrawn");
        assertThat(file(
                                "x.blt",
                                BLT.replace("\n-2", "")
                                        .replace("# a remark", "")
                                        .replace('\n', ' '))
                        .profile()
                        .voters())
                .isEqualTo(13);
        assertThat(file("x.blt", "2 1 1 2 1 0 0").profile().toString()).isEqualTo("1: 2 > 1");
    }

    @Test
    void blt_thatIsMalformed_isRefusedByThePlace() {
        fails("x.blt", "", "line 1, column 1: the number of candidates must stand here");
        fails("x.blt", "x 2", "line 1, column 1: the number of candidates (x) must be a whole number from 1");
        fails("x.blt", "2 1\n1 3 0 0", "line 2, column 3: (3) must be a candidate from 1 to 2");
        fails("x.blt", "2 1\n1 1 1 0 0", "candidate 1 stands twice");
        fails("x.blt", "2 1\n1 1", "a 0 must end this ballot");
        fails("x.blt", "2 1\n1 1 0", "a 0 must end the ballots");
        fails("x.blt", "2 1\n1.5 1 0 0", "count of voters (1.5) must be a whole number");
        fails("x.blt", "2 1\n0", "nobody voted");
        fails("x.blt", "2 1 -1 -2 1 1 0 0", "every candidate is withdrawn");
        fails("x.blt", "2 1 1 1 0 0 \"Ann\"", "the name of candidate 2 must follow");
        fails("x.blt", "2 1 1 1 0 0 \"Ann", "this \" is never closed");
        fails("x.blt", "2 1 1 1 0 0 \"Ann\" \"\"", "the name of candidate 2 is empty");
    }

    /** Test files of github.com/electorama/abif: 011, 013, 020 with data and remarks besides. */
    @Test
    void abif_isRead() {
        BallotFile rated = file("x.abif", """
                ABIF 1.0
                # a remark
                {"title": "a: b"}
                =DGM:[Doña García Márquez]
                =SBJ:[Steven B. Jensen]
                ="蘇業":[Sue Ye (蘇業)]
                27: DGM/5 > SBJ/2 >  "蘇業"/1
                26: SBJ/5 > DGM/3 =  "蘇業"/3 # fine
                1: [Steven B. Jensen]/4 : {"machine": "2"}
                """);
        assertThat(rated.profile().candidates().names())
                .containsExactly("Doña García Márquez", "Steven B. Jensen", "Sue Ye (蘇業)");
        assertThat(rated.profile().toString())
                .isEqualTo("27: Doña García Márquez > Steven B. Jensen > Sue Ye (蘇業); "
                        + "26: Steven B. Jensen > Doña García Márquez = Sue Ye (蘇業); 1: Steven B. Jensen");
        GradeProfile grades = (GradeProfile) rated.profile(EnumSet.of(BallotKind.GRADES));
        assertThat(grades.scale()).hasSize(6);
        assertThat(grades.ballot(2).grades()).containsExactly(-1, 4, -1);
        BallotFile ranked = file("x.abif", "27:DGM>SBJ>[蘇業]\n10:\n2:[蘇業]=SBJ\n");
        assertThat(ranked.profile().toString()).isEqualTo("27: DGM > SBJ > 蘇業; 10: ; 2: SBJ = 蘇業");
        assertThat(ranked.readings()).hasSize(1);
        assertThat(file("x.abif", "12: Allie/5, Billy/5, Cid/4\n7 * Cid/5, Allie/4")
                        .profile()
                        .toString())
                .isEqualTo("12: Allie = Billy > Cid; 7: Cid > Allie");
    }

    @Test
    void abif_thatIsMalformed_isRefusedByThePlace() {
        fails("x.abif", "", "no line holds a ballot");
        fails("x.abif", "3: A,B", "candidates parted by commas must each have a rating");
        fails("x.abif", "3: A/1,B/2>C/1", "commas and marks of rank stand on one ballot");
        fails("x.abif", "3: A>", "a candidate must follow the >");
        fails("x.abif", "3: A>A", "a candidate stands twice");
        fails("x.abif", "3: A/1,A/2", "a candidate stands twice");
        fails("x.abif", "3: A/1=A/1", "a candidate stands twice");
        fails("x.abif", "3: A B", "line 1, column 6: a >, a = or a comma must stand here");
        fails("x.abif", "3: [A", "this [ is never closed");
        fails("x.abif", "x: A", "count of voters () must be a whole number");
        fails("x.abif", "-3: A", "must not be negative");
        fails("x.abif", "3 A", "a : must stand here");
        fails("x.abif", "3: A/1.5>B/1", "a >, a = or a comma");
        fails("x.abif", "3: A/99999", "rating (99999) must be at most 10000");
        fails("x.abif", "=A:[Ann]\n=A:[Bob]\n1:A", "key (A) is told twice");
    }

    @Test
    void pb_isRead() {
        BallotFile file = file("x.pb", "\uFEFF" + PB);
        assertThat(((ApprovalProfile) file.profile()).toString()).isEqualTo("1: 1, 2; 1: 4; 1: ");
        Budget budget = file.budget().orElseThrow();
        assertThat(budget.limit()).isEqualTo(new BigFraction(5001, 2));
        assertThat(budget.costs())
                .containsExactly(new BigFraction(600), new BigFraction(3201, 4), new BigFraction(1400));
        assertThat(file("x.pb", PB.replace("approval", "ordinal")).profile().toString())
                .isEqualTo("1: 1 > 2; 1: 4; 1: ");
        BallotFile points = file(
                "x.pb",
                PB.replace("approval", "cumulative")
                        .replace("age; vote", "vote; points")
                        .replace("1; 34; 1,2", "1; 1,2; 3,0")
                        .replace("2; 51; 4", "2; 4; 2.5")
                        .replace("3; 12;", "3; ;"));
        assertThat(((UtilityProfile) points.profile()).row(0)).containsExactly(3, 0, 0);
        assertThat(points.profile(EnumSet.of(BallotKind.APPROVAL)).toString()).isEqualTo("1: 1; 1: 4; 1: ");
    }

    @Test
    void pb_thatIsMalformed_isRefusedByThePlace() {
        fails("x.pb", "", "a file must hold sections META, PROJECTS and VOTES");
        fails("x.pb", "1;2", "a section META must begin the file");
        fails("x.pb", PB.replace("num_votes; 3", "num_votes; 4"), "num_votes says 4, but the file holds 3");
        fails("x.pb", PB.replace("4; 1400; path", "2; 1400; path"), "line 12, column 1: project (2) must have an id");
        fails("x.pb", PB.replace("1400", "-1400"), "cost of project 4 (-1400) must be a number from 0");
        fails("x.pb", PB.replace("1400", "1e400"), "must be a number from 0");
        fails("x.pb", PB.replace("2500.50", ""), "budget () must be a number");
        fails("x.pb", PB.replace("51; 4", "51; 5"), "line 16, column 1: project (5) is not among PROJECTS");
        fails("x.pb", PB.replace("34; 1,2", "34; 1,1"), "project 1 stands twice");
        fails("x.pb", PB.replace("1; 34; 1,2", "1"), "this line has no field for column vote");
        fails("x.pb", PB.replace("age; vote", "age; votes"), "this section has no column vote");
        fails("x.pb", PB.replace("approval", "quadratic"), "vote_type (quadratic) must be approval");
        fails("x.pb", PB.replace("approval", "scoring"), "0 points stand for 2 projects");
        fails("x.pb", PB.replace("\"\"old\"\" one\"", "old"), "this quotation mark is never closed");
    }

    @Test
    void files_areReadByTheirEnding(@TempDir Path folder) throws IOException {
        Path blt = Files.writeString(folder.resolve("a.BLT"), BLT.replace("\n", "\r\n"));
        assertThat(BallotFile.read(blt).seats()).hasValue(2);
        Path odd = Files.writeString(folder.resolve("a\u001B[2J.csv"), "");
        assertThatThrownBy(() -> BallotFile.read(odd))
                .hasMessage("ballot file (a\\u001B[2J.csv) must end in one of "
                        + List.of("soc", "soi", "toc", "toi", "cat", "blt", "abif", "pb") + ".\nMaybe it was renamed.");
    }
}
