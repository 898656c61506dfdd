package org.sed4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What a paper states, by the words with which the page's row begins. */
    private record Stated(String paper, String label) {
        boolean begins(String line) {
            String start = "| " + paper + " " + label;
            return line.startsWith(start + " ") || line.startsWith(start + ",");
        }
    }

    /** Every numbered definition, proposition, observation and algorithm, and every section that the library builds. */
    private static List<Stated> stated() throws IOException {
        try (InputStream in = Objects.requireNonNull(TheoryPageTest.class.getResourceAsStream("definitions.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(fields -> new Stated(fields[0], fields[1]))
                    .toList();
        }
    }

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
    void everythingThatThePapersState_hasARowThatNamesAClass() throws IOException {
        List<String> page = page();
        List<Stated> all = stated();
        assertThat(all).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        for (Stated one : all) {
            List<String> rows = page.stream().filter(one::begins).toList();
            assertThat(rows).as(one.toString()).isNotEmpty();
            assertThat(rows).as(one.toString()).allMatch(row -> row.split("\\|", -1).length == 7);
            assertThat(rows).as(one.toString()).allMatch(row -> row.split("\\|", -1)[3].contains("`"));
        }
    }

    @Test
    void everyRow_isOfSomethingThatAPaperStates() throws IOException {
        List<Stated> all = stated();
        for (String line : page()) {
            if (line.startsWith("| 00")) {
                assertThat(all.stream().anyMatch(one -> one.begins(line)))
                        .as(line)
                        .isTrue();
            }
        }
    }
}
