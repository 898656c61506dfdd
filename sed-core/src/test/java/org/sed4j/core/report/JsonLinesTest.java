package org.sed4j.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    @Test
    void lines_afterTheCheckpoint_andHalfALine_areCutOffOnResuming(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.jsonl");
        try (JsonLines log = JsonLines.open(file)) {
            log.truncateTo(0);
            for (int round = 0; round < 3; round++) {
                log.append(Map.of("round", round));
            }
            log.sync();
        }
        Files.writeString(file, "{\"round\":3", StandardOpenOption.APPEND); // a run killed while it wrote
        try (JsonLines log = JsonLines.open(file)) {
            log.truncateTo(2);
            log.append(Map.of("round", "two, again"));
        }
        assertThat(Files.readAllLines(file))
                .containsExactly("{\"round\":0}", "{\"round\":1}", "{\"round\":\"two, again\"}");
        try (JsonLines log = JsonLines.open(file)) {
            assertThatThrownBy(() -> log.truncateTo(4))
                    .hasMessageContaining("lines of ")
                    .hasMessageContaining("(3)");
        }
    }
}
