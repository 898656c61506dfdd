package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownTest {
    @Test
    void whatSteersATerminal_isSpelledOut() {
        assertThat(Shown.of("a\u001B[31mb")).isEqualTo("a\\u001B[31mb");
        assertThat(Shown.of("a\u009B31mb\r\n\t\0")).isEqualTo("a\\u009B31mb\\u000D\\u000A\\u0009\\u0000");
        assertThat(Shown.of("\u202Eabc\u2066\u200F\uFEFF\u2028")).isEqualTo("\\u202Eabc\\u2066\\u200F\\uFEFF\\u2028");
        assertThat(Shown.of("x\uD800y")).isEqualTo("x\\uD800y");
        assertThat(Shown.of("\uDB40\uDC41")).isEqualTo("\\uDB40\\uDC41"); // a tag character, which shows nothing
    }

    @Test
    void whatPeopleWrite_isShownAsItIs() {
        for (String text :
                new String[] {"Zo\u00eb", "\u8607\u696d", "\uD83D\uDE00", "\u0645\u06cc\u200c\u062e", "50 %"}) {
            assertThat(Shown.of(text)).isSameAs(text);
        }
    }

    @Test
    void longText_isCut() {
        assertThat(Shown.of("x".repeat(200))).hasSize(200);
        assertThat(Shown.of("x".repeat(3000))).isEqualTo("x".repeat(200) + "... (3000 characters)");
        assertThat(Shown.of("xx\uD83D\uDE00y", 3)).isEqualTo("xx... (5 characters)");
    }

    @Test
    void files_areBoundedAndUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), "\uFEFFab\nZo\u00eb".getBytes(StandardCharsets.UTF_8));
        assertThat(TextFile.read(file, 11)).isEqualTo("ab\nZo\u00eb");
        assertThatThrownBy(() -> TextFile.read(file, 9)).hasMessageStartingWith("a.txt must hold at most 9 bytes");
        Path latin = Files.write(folder.resolve("b.txt"), "ab\nZo\u00eb".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TextFile.read(latin, 99))
                .isInstanceOf(TextFile.NotText.class)
                .hasMessageStartingWith("b.txt, line 2, column 3: this byte is no text in UTF-8");
    }
}
