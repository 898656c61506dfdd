package org.sed4j.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/** The pages under docs/voting say what the code does: their code is compiled, their tables are the register's. */
class DocsTest {
    private static final Path PAGES = Path.of("..", "docs", "voting");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
        }
    }

    @Test
    void everyCodeBlock_isInACompiledTest() throws IOException {
        String compiled = squeezed(read(Path.of("src/test/java/org/sed4j/voting/DocsExamplesTest.java")));
        int blocks = 0;
        for (Path page : pages()) {
            Matcher matcher = BLOCK.matcher(read(page));
            while (matcher.find()) {
                blocks++;
                assertThat(compiled).as("%s", page).contains(squeezed(matcher.group(1)));
            }
        }
        assertThat(blocks).isGreaterThanOrEqualTo(10);
    }

    @Test
    void everyRule_isOnAPage() throws IOException {
        String all = pages().stream().map(DocsTest::read).collect(Collectors.joining());
        for (Rule rule : Rules.listed()) {
            assertThat(all).contains("`" + rule.id() + "`");
        }
        for (ContinuousRule rule : ContinuousRules.standard()) {
            assertThat(all).contains("`" + rule.id().replaceAll(":.*", ""));
        }
    }

    @Test
    void theTableOfAxioms_isTheRegisters() {
        assertThat(read(PAGES.resolve("axioms.md"))).contains(String.join("\n", table()));
    }

    /** A row for each ordinal rule, a column for each axiom: + satisfied, - failed, blank not stated. */
    static List<String> table() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("| rule |");
        StringBuilder rule = new StringBuilder("|---|");
        for (Axiom axiom : Axiom.values()) {
            head.append(' ').append(axiom.id()).append(" |");
            rule.append("---|");
        }
        lines.add(head.toString());
        lines.add(rule.toString());
        for (VotingRule voting : Rules.ordinal()) {
            StringBuilder row = new StringBuilder("| `" + voting.id() + "` |");
            for (Axiom axiom : Axiom.values()) {
                boolean holds = voting.info().satisfies().contains(axiom);
                boolean fails = voting.info().fails().contains(axiom);
                row.append(holds ? " + |" : fails ? " - |" : "  |");
            }
            lines.add(row.toString());
        }
        return lines;
    }
}
