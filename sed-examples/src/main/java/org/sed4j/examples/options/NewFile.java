package org.sed4j.examples.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's tables go besides standard output. */
public final class NewFile {
    @Option(names = "--out", paramLabel = "FILE", description = "Write the tables there too, as Markdown; a new file.")
    private @Nullable Path out;

    /** The options of one command. */
    public NewFile() {}

    /**
     * Requires that nothing is there yet; before the work begins.
     *
     * @throws IllegalArgumentException if there is
     */
    public void check() {
        if (out != null && Files.exists(out)) {
            throw new IllegalArgumentException(
                    "out (" + out + ") must be a new file.\nMaybe it holds earlier results: give another name.");
        }
    }

    /** Writes the tables, if that was asked for. */
    public void write(List<String> lines) throws IOException {
        if (out != null) {
            Files.write(out, lines);
        }
    }
}
