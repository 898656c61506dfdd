package org.sed4j.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Code;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String CONFIG = """
            # apple-picking: the whole configuration
            world:
              players: 2
            tax:
              brackets: [0, 10, 10000]
              delta: .inf
            run:
              worlds: 4
            """;

    private final Path parent;

    ReportTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private RunFolder folder(String name, long seed, String metrics) throws IOException {
        String command = "sed apple-picking --set 'note=</script><b>'";
        RunFolder folder = RunFolder.create(parent.resolve(name), RunRecord.begun(seed, 1, command, CONFIG, NOON));
        Files.writeString(folder.metrics(), metrics);
        return folder;
    }

    private static JsonNode data(RunFolder folder) throws IOException {
        Matcher data = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(Files.readString(folder.report()));
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }

    @Test
    void page_ofARun_holdsItsNumbersAndLabels() throws IOException {
        RunFolder folder = folder("run", 3, "round,eta,tax_rate_0,tax_rate_1\n0,0.5,0,0\n1,,0.1,0.25\n");
        Legend legend = Legend.titled("Apple picking")
                .fact("players", "2")
                .section(
                        Legend.Section.of("tax", "The law", ""),
                        List.of(Legend.Panel.of("tax", "tax_rates", "Rates", "", "", "tax_rate_#", "#")))
                .labels(Map.of(
                        "eta", "η of the young", "tax_rate_0", "0 to 10 apples", "tax_rate_1", "over 10 apples"));
        folder.write(folder.labels(), legend.json());
        List<String> painted = new ArrayList<>();
        Report.write(folder, List.of(folder), plot -> {
            painted.add(plot.title());
            return new byte[] {1};
        });
        JsonNode data = data(folder);
        assertThat(data.get("title").asText()).isEqualTo("Apple picking");
        assertThat(data.get("seeds").toString()).isEqualTo("[3]");
        assertThat(data.get("command").asText()).contains("</script><b>");
        assertThat(data.get("facts").get("players").asText()).isEqualTo("2");
        assertThat(Code.digest()).startsWith(data.get("facts").get("build").asText());
        JsonNode eta =
                data.get("sections").get(1).get("panels").get(0).get("lines").get(0);
        assertThat(eta.get("label").asText()).isEqualTo("η of the young");
        assertThat(eta.get("mean").toString()).isEqualTo("[0.5,null]");
        assertThat(data.get("sections").get(0).get("panels").get(0).get("lines").findValuesAsText("label"))
                .containsExactly("0 to 10 apples", "over 10 apples");
        assertThat(painted).containsExactly("Rates", "Eta");
        assertThat(folder.figures().resolve("tax_rates.png")).hasBinaryContent(new byte[] {1});
    }

    /** A run whose rows are some episodes apart says so in the label of the column round; so do several of its seeds. */
    @Test
    void page_ofEpisodes_countsEpisodes() throws IOException {
        RunFolder folder = folder("run", 3, "round,returns\n0,1\n100,2\n");
        Files.writeString(folder.labels(), "{\"round\": \"episode\"}");
        RunFolder all = RunFolder.create(parent.resolve("all"), RunRecord.begun(1, 2, "sed", CONFIG, NOON));
        Report.write(all, List.of(folder));
        assertThat(data(all).get("unit").asText()).isEqualTo("episode");
        assertThat(data(all).get("played").asInt()).isEqualTo(100);
    }

    @Test
    void page_asksNothingOfAnyNetwork() throws IOException {
        RunFolder folder = folder("run", 3, "round,eta\n0,0.5\n");
        Report.write(folder, List.of(folder));
        String page = Files.readString(folder.report());
        assertThat(page.replace("http://www.w3.org/2000/svg", "")) // the name of a language, not an address
                .doesNotContain("http://", "https://", "src=", "url(", "@import", "fetch(", "XMLHttpRequest")
                .doesNotContain("{{");
        assertThat(page).contains("<html lang=\"en\">", "prefers-color-scheme: dark", "name=\"viewport\"", "aria-live");
        assertThat(page.split("</script>", -1)).hasSize(3); // data and code: nothing of the run's ends a script
    }

    @Test
    void page_ofSeveralSeeds_hasMeansWithIntervals() throws IOException {
        RunFolder first = folder("a", 1, "round,gini\n0,0.25\n1,0.5\n");
        RunFolder second = folder("b", 2, "round,gini\n0,0.75\n");
        RunFolder all = RunFolder.create(parent.resolve("all"), RunRecord.begun(1, 2, "sed", CONFIG, NOON));
        Report.write(all, List.of(first, second));
        JsonNode line = data(all)
                .get("sections")
                .get(0)
                .get("panels")
                .get(0)
                .get("lines")
                .get(0);
        assertThat(line.get("mean").toString()).isEqualTo("[0.5,0.5]");
        assertThat(line.get("half").get(0).asDouble()).isGreaterThan(3);
        assertThat(line.get("half").get(1).isNull()).isTrue();
    }

    @Test
    void page_ofALongRun_isAveragedAndSaysSo() throws IOException {
        StringBuilder metrics = new StringBuilder("round,eta\n");
        for (int round = 0; round < 3000; round++) {
            metrics.append(round).append(',').append(round % 2).append('\n');
        }
        RunFolder folder = folder("run", 3, metrics.toString());
        Report.write(folder, List.of(folder));
        JsonNode data = data(folder);
        assertThat(data.get("bucket").asInt()).isEqualTo(5);
        assertThat(data.get("rounds")).hasSize(600);
        assertThat(data.get("played").asInt()).isEqualTo(3000);
    }

    @Test
    void page_ofEpisodes_hasTheirMeansBesideTheRounds() throws IOException {
        RunFolder folder = folder("run", 3, "round,gini\n0,0\n1,1\n2,0.5\n3,0.75\n");
        folder.write(folder.labels(), Legend.titled("Gini").episodes(2).json());
        Report.write(folder, List.of(folder));
        JsonNode data = data(folder);
        assertThat(data.get("episodes").toString()).isEqualTo("[0.5,2.5]");
        JsonNode line =
                data.get("sections").get(0).get("panels").get(0).get("lines").get(0);
        assertThat(line.get("mean").toString()).isEqualTo("[0,1,0.5,0.75]");
        assertThat(line.get("episodeMean").toString()).isEqualTo("[0.5,0.625]");
        assertThat(line.get("tenths").get(2).asDouble()).isEqualTo(0.625);
    }

    @Test
    void page_beforeTheFirstRound_isAPageAllTheSame() throws IOException {
        RunFolder folder = folder("run", 3, "");
        Files.delete(folder.metrics());
        Report.write(folder, List.of(folder));
        assertThat(data(folder).get("sections")).isEmpty();
        assertThat(data(folder).get("ended").asBoolean()).isFalse();
    }

    @Test
    void page_withReplays_embedsThem() throws IOException {
        RunFolder folder = folder("run", 3, "round,eta\n0,0.5\n");
        String frame = "{\"title\":\"t\",\"rows\":1,\"cols\":2,\"palette\":{},\"frames\":[{\"cells\":\"WA\"}]}";
        for (String text : new String[] {frame, "[" + frame + "]", "{\"replays\":[" + frame + "]}"}) {
            Files.writeString(folder.replay(), text);
            Report.write(folder, List.of(folder));
            assertThat(data(folder)
                            .get("replays")
                            .get(0)
                            .get("frames")
                            .get(0)
                            .get("cells")
                            .asText())
                    .isEqualTo("WA");
        }
    }

    @Test
    void page_underAnotherLocale_isTheSame() throws IOException {
        RunFolder folder = folder("run", 3, "round,eta\n0,0.5\n1,1234.5\n");
        Report.write(folder, List.of(folder));
        String page = Files.readString(folder.report());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Report.write(folder, List.of(folder));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(folder.report()).hasContent(page);
    }

    @Test
    void table_thatWasEdited_isRefusedWithItsLine() throws IOException {
        RunFolder folder = folder("run", 3, "round,eta\n0,0.5\n1,half\n");
        assertThatThrownBy(() -> Report.write(folder, List.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 3 of " + folder.metrics() + " (half) must hold numbers");
        Files.writeString(folder.metrics(), "round,eta\n0,0.5,7\n");
        assertThatThrownBy(() -> Report.write(folder, List.of(folder))).hasMessageContaining("(3 cells) must have 2");
    }

    /** E5: a run that does not call itself anything is called as its folder is. */
    @Test
    void page_ofARunWithoutLegend_isCalledAsItsFolder() throws IOException {
        RunFolder folder = folder("my-fishery", 3, "round,gini\n0,0.5\n");
        Report.write(folder, List.of(folder));
        assertThat(data(folder).get("title").asText()).isEqualTo("My-fishery");
        assertThat(Files.readString(folder.report())).doesNotContain("Apples", "orchard", "η");
    }

    /** S3: what a file of a stranger calls its columns and panels never says where a figure goes. */
    @Test
    void figures_areNamedAfterNothingThatIsAPath() throws IOException {
        RunFolder folder = folder("run", 3, "round,a/../../escaped,\"b, c\"\n0,0.5,1\n1,1,2\n");
        folder.write(
                folder.labels(),
                Legend.titled("x")
                        .section(
                                Legend.Section.of("s", "S", ""),
                                List.of(Legend.Panel.of("s", "../../../out", "Out", "", "", "b, c", "b")))
                        .json());
        Report.write(folder, List.of(folder), plot -> new byte[] {1});
        try (var files = Files.walk(parent)) {
            assertThat(files.filter(f -> f.toString().endsWith(".png")))
                    .hasSize(2)
                    .allMatch(f -> folder.figures().equals(f.getParent()));
        }
        Files.writeString(folder.metrics(), "round,../../../escaped\n0,0.5\n");
        assertThatThrownBy(() -> Report.write(folder, List.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("column (../../../escaped) must begin with a letter");
    }

    @Test
    void labels_thatAreNone_areRefusedWithTheirFile() throws IOException {
        RunFolder folder = folder("run", 3, "round,eta\n0,0.5\n");
        for (String text :
                new String[] {"{", "[]", "", "{\"eta\": 3}", "{\"sed4j_legend\": 1}", "{\"sed4j_legend\": 7}"}) {
            Files.writeString(folder.labels(), text);
            assertThatThrownBy(() -> Report.check(folder, List.of(folder)))
                    .as(text)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("labels (" + folder.labels() + ") must");
        }
    }
}
