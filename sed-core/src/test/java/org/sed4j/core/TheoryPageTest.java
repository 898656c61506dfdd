package org.sed4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/theory.md and the code say the same, both ways. */
class TheoryPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

    /** Every numbered definition, proposition, observation and algorithm of the papers, as the page abbreviates them. */
    private static final Map<String, List<String>> DEFINITIONS = Map.of(
            "000", List.of("D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12", "P1"),
            "001", List.of("D1", "D2", "D3", "D4"),
            "002", List.of("D2.1", "D2.2", "D2.3", "D2.4", "D2.5", "D3.1", "D3.2", "D3.3", "D3.4"),
            "003", List.of("D3.1", "D3.2", "D3.3", "D3.4", "D6.1", "P3.1", "P6.1", "O5.1", "O6.1", "A1", "A2"),
            "004", List.of("A1"));

    private static List<String> page() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/theory.md"));
    }

    /** Source text by simple class name, over all modules. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String module : List.of("sed-core", "sed-voting", "sed-envs", "sed-rl", "sed-examples")) {
            Path root = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = String.valueOf(file.getFileName());
                    sources.merge(name.substring(0, name.length() - 5), Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    @Test
    void everyClassAndMemberThatThePageNames_exists() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (String line : page()) {
            for (Matcher name = NAMED.matcher(line); name.find(); ) {
                named++;
                String source = sources.getOrDefault(name.group(1), "");
                boolean member = name.group(2) == null
                        || Pattern.compile("\\b" + name.group(2) + "\\b")
                                .matcher(source)
                                .find();
                if (source.isEmpty() || !member) {
                    missing.add(name.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void everyClassOfTheTheoryThatCitesAPaper_isOnThePage() throws IOException {
        String page = String.join("\n", page());
        Set<String> absent = new TreeSet<>();
        int cited = 0;
        for (String room : List.of("game", "welfare", "stackelberg", "mechanism")) {
            Path root = ROOT.resolve("sed-core/src/main/java/org/sed4j/core").resolve(room);
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = String.valueOf(file.getFileName()).replace(".java", "");
                    if (Files.readString(file).contains("@paper")) {
                        cited++;
                        if (!Pattern.compile("`" + name + "[.`]").matcher(page).find()) {
                            absent.add(name);
                        }
                    }
                }
            }
        }
        assertThat(absent).isEmpty();
        assertThat(cited).isGreaterThan(40);
    }

    @Test
    void everyDefinitionOfThePapers_hasARowThatNamesAClassOrARoom() throws IOException {
        List<String> page = page();
        DEFINITIONS.forEach((paper, definitions) -> definitions.forEach(definition -> {
            List<String> rows = page.stream()
                    .filter(line -> line.startsWith("| " + paper + " " + definition + " "))
                    .toList();
            assertThat(rows).as(paper + " " + definition).isNotEmpty();
            assertThat(rows).as(paper + " " + definition).allMatch(row -> row.split("\\|", -1).length == 7);
            assertThat(rows).as(paper + " " + definition).allMatch(row -> row.split("\\|", -1)[3].contains("`"));
        }));
    }

    @Test
    void everyRow_isOfADefinitionThatThePapersHave() throws IOException {
        for (String line : page()) {
            if (line.startsWith("| 00")) {
                String[] words = line.substring(2).split(" ");
                List<String> known = DEFINITIONS.getOrDefault(words[0], List.of());
                assertThat(known.contains(words[1]) || words[1].equals("section"))
                        .as(line)
                        .isTrue();
            }
        }
    }
}
