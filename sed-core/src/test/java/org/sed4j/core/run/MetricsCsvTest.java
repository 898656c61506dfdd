package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsCsvTest {
    private final Path folder;

    MetricsCsvTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Map<String, Double> row(int round) {
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("round", (double) round);
        row.put("eta", 1.0 / (round + 3));
        row.put("gini", round % 2 == 0 ? Double.NaN : 0.25);
        return row;
    }

    private Path write(String name, int from, int to) throws IOException {
        Path file = folder.resolve(name);
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            for (int round = from; round < to; round++) {
                csv.append(row(round));
            }
        }
        return file;
    }

    @Test
    void rows_asWritten_areAHeaderAndOneLineEach() throws IOException {
        Path file = write("a.csv", 0, 3);
        assertThat(Files.readString(file)).isEqualTo("round,eta,gini\n0,0.3333333333333333,\n1,0.25,0.25\n2,0.2,\n");
    }

    @Test
    void table_reopened_goesOnWhereItEnded() throws IOException {
        Path whole = write("whole.csv", 0, 6);
        write("parts.csv", 0, 2);
        Path parts = write("parts.csv", 2, 6);
        assertThat(parts).hasSameBinaryContentAs(whole);
    }

    @Test
    void table_killedAfterItsCheckpointAndCutBack_endsAsIfNeverStopped() throws IOException {
        Path whole = write("whole.csv", 0, 9);
        Path killed = write("killed.csv", 0, 7);
        Files.writeString(killed, "7,0.09", StandardOpenOption.APPEND); // the line the kill tore
        try (MetricsCsv csv = MetricsCsv.open(killed)) {
            assertThat(csv.rows()).isEqualTo(7);
            csv.truncateTo(5);
            for (int round = 5; round < 9; round++) {
                csv.append(row(round));
            }
            csv.sync();
        }
        assertThat(killed).hasSameBinaryContentAs(whole);
    }

    @Test
    void table_tornInALine_losesThatLineOnlyOnceItGoesOn() throws IOException {
        Path whole = write("whole.csv", 0, 4);
        Path torn = write("torn.csv", 0, 3);
        Files.writeString(torn, "3,0.1666666666666666666666666666666666666", StandardOpenOption.APPEND);
        write("torn.csv", 3, 4);
        assertThat(torn).hasSameBinaryContentAs(whole);
    }

    @Test
    void truncateTo_noRows_takesTheHeaderToo() throws IOException {
        Path file = write("a.csv", 0, 3);
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            csv.truncateTo(0);
            assertThat(csv.columns()).isEmpty();
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void truncateTo_moreRowsThanThereAre_isRefused() throws IOException {
        Path file = write("a.csv", 0, 3);
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            assertThatThrownBy(() -> csv.truncateTo(4))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("rows of " + file + " (3) must be at least the checkpoint's 4")
                    .hasMessageContaining("\nMaybe ");
        }
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void append_otherColumns_isRefusedAndWritesNothing() throws IOException {
        Path file = write("a.csv", 0, 1);
        byte[] before = Files.readAllBytes(file);
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            assertThatThrownBy(() -> csv.append(Map.of("round", 1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[round, eta, gini]");
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void append_columnsInAnotherOrder_keepsTheFirstOrder() throws IOException {
        Path file = write("a.csv", 0, 1);
        Map<String, Double> turned = new LinkedHashMap<>();
        turned.put("gini", 0.5);
        turned.put("eta", 0.25);
        turned.put("round", 1.0);
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            csv.append(turned);
        }
        assertThat(Files.readAllLines(file)).endsWith("1,0.25,0.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "../up", "=1+1", "tax\nfirst", "a\u001b[31m", "a\u202eb", "a\u2028b", "ends ", "0"})
    void append_aColumnThatWouldBreakTheTable_isRefused(String name) throws IOException {
        try (MetricsCsv csv = MetricsCsv.open(folder.resolve("a.csv"))) {
            assertThatThrownBy(() -> csv.append(Map.of(name, 1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("column (" + Shown.of(name) + ")");
        }
    }

    /** E4: measures and figures are named as they are called; a comma or a quotation mark is quoted as in RFC 4180. */
    @Test
    void append_namesAsTheyAreCalled_areReadBack() throws IOException {
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("score_mean-utilitarian(income)", 1.0);
        row.put("stone gathered", 2.0);
        row.put("one, two", 3.0);
        row.put("the \"best\", so far", 4.0);
        row.put("η", 5.0);
        Path file = folder.resolve("a.csv");
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            csv.append(row);
        }
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            csv.append(row);
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "score_mean-utilitarian(income),stone gathered,\"one, two\",\"the \"\"best\"\", so far\",η",
                        "1,2,3,4,5",
                        "1,2,3,4,5");
        Table table = Table.read(file);
        assertThat(table.columns()).containsExactlyElementsOf(row.keySet());
        assertThat(table.column("the \"best\", so far")).containsExactly(4, 4);
        assertThat(table.columns().stream().map(Column::file)).allMatch(n -> n.matches("[A-Za-z0-9_-]+"));
    }
}
