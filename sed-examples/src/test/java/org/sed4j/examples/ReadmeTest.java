package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what compiles, and what it points to is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path ECONOMY =
            Path.of("src", "main", "java", "org", "sed4j", "examples", "bench", "CustomGoods.java");

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    @Test
    void economyOfOnesOwn_isQuotedAsItCompiles_inUnderSixtyLines() throws IOException {
        String source = Files.readString(ECONOMY);
        String body = source.substring(source.indexOf("/**")).strip();
        assertThat(readme()).contains("<!-- custom economy -->\n```java\n" + body + "\n```\n");
        List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines.size()).isLessThan(60);
    }

    @Test
    void society_isQuotedAsItCompiles_inTenLines() throws IOException {
        String readme = readme();
        String quoted = readme.substring(
                readme.indexOf("<!-- society -->\n```java\n") + 25, readme.indexOf("```\n<!-- /society -->"));
        String program = Files.readString(
                Path.of("src", "main", "java", "org", "sed4j", "examples", "guide", "E01Society.java"));
        assertThat(program).contains(quoted.stripTrailing());
        assertThat(quoted.lines()).hasSize(10);
    }

    @Test
    void everyLink_leadsSomewhere() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme());
        int links = 0;
        while (link.find()) {
            assertThat(ROOT.resolve(link.group(1))).exists();
            links++;
        }
        assertThat(links).isGreaterThan(5);
    }

    @Test
    void everyCommandInTheTable_isTheLaunchers() throws IOException {
        List<String> known = Commands.all().stream().map(ReadmeTest::name).toList();
        Matcher row = Pattern.compile("^\\| `([a-z-]+)[ `]", Pattern.MULTILINE).matcher(readme());
        int rows = 0;
        while (row.find()) {
            if (!row.group(1).startsWith("sed-")) {
                assertThat(known).contains(row.group(1));
                rows++;
            }
        }
        assertThat(rows).isGreaterThanOrEqualTo(5);
    }

    private static String name(Object command) {
        if (command instanceof StudyCommand study) {
            return study.name();
        }
        return command.getClass()
                .getAnnotation(picocli.CommandLine.Command.class)
                .name();
    }
}
