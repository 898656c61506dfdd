package org.sed4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Play;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.examples.bench.CustomGoods;

/** The guides quote the programs to the letter, and the programs do what the guides say. */
class GuidesTest {
    private static final Path GUIDES = Path.of("..", "docs", "guides");
    private static final Path PROGRAMS = Path.of("src", "main", "java", "org", "sed4j", "examples", "guide");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final int MOST_LINES = 60;

    private final Path folder;

    GuidesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everySnippet_standsInAProgram() throws IOException {
        StringBuilder programs = new StringBuilder();
        for (Path program : files(PROGRAMS)) {
            programs.append(Files.readString(program));
        }
        List<String> snippets = new ArrayList<>();
        for (Path guide : files(GUIDES)) {
            Matcher snippet = SNIPPET.matcher(Files.readString(guide));
            while (snippet.find()) {
                snippets.add(snippet.group(1).stripTrailing());
            }
        }
        assertThat(snippets)
                .hasSizeGreaterThan(6)
                .allSatisfy(snippet -> assertThat(programs.toString()).contains(snippet));
    }

    @Test
    void everyProgram_isShort() throws IOException {
        for (Path program : files(PROGRAMS)) {
            assertThat(Files.readString(program).lines().filter(line -> !line.startsWith("import")))
                    .as(program.toString())
                    .hasSizeLessThan(MOST_LINES);
        }
    }

    @Test
    void society_isPlayed_stopped_goneOnWith_andReported() throws IOException {
        Society society = E01Society.society(3);
        Map<String, Double> whole = Play.of(society).in(folder.resolve("whole"));
        assertThat(whole).containsKeys("welfare_governed", "welfare_ungoverned", "welfare_best_constant");
        assertThat(folder.resolve("whole/report.html")).content().contains("A society");

        Interruption stop = Interruption.none();
        Path halved = folder.resolve("halved");
        Map<String, Double> nothing = Play.of(society)
                .interruption(stop)
                .witness(new org.sed4j.core.game.Witness<org.sed4j.core.pomg.Pomg>() {
                    @Override
                    public void ended(org.sed4j.core.game.Round round) {
                        stop.request();
                    }
                })
                .in(halved);
        assertThat(nothing).isEmpty();
        assertThat(Play.of(society).in(halved)).isEqualTo(whole);
        assertThat(halved.resolve("metrics.csv")).hasSameBinaryContentAs(folder.resolve("whole/metrics.csv"));

        assertThat(E06TrainedElsewhere.appraise(society, halved)).isEqualTo(whole);
    }

    @Test
    void rule_isHeard_andItsObjectivePursued() {
        Map<String, Double> row = E02RuleAndObjective.play();
        assertThat(row.get("s")).isBetween(0.0, 1.0);
        assertThat(row.get("welfare")).isFinite();
    }

    @Test
    void principal_followers_andCallbacks_goTogether() {
        E05Callbacks seen = new E05Callbacks();
        Society society = Society.of(CustomGoods::new)
                .principal("climber", new E03Principal())
                .followers(FollowersPart.of("givers", new E04Followers()))
                .build();
        try (Session session = society.begin(Seed.of(1)).watchedBy(seen)) {
            session.next();
            assertThat(session.next().get("law_tax_0")).isEqualTo(0.1f);
        }
        assertThat(seen.lines()).hasSize(4).last().asString().startsWith("welfare ");
    }
}
