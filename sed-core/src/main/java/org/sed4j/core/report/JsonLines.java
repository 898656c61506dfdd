package org.sed4j.core.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Growing;

/**
 * A file that grows by one JSON object a round, for what is no table of numbers. A resumed run first cuts it back to its
 * checkpoint, so that it ends as if the run had never stopped.
 *
 * <p>Nothing is written before {@link #truncateTo} says after which line. A link in its place is not followed.
 */
public final class JsonLines implements Growing, AutoCloseable {
    private final Path file;
    private @Nullable FileChannel channel;

    private JsonLines(Path file) {
        this.file = file;
    }

    /** The file, there or not. */
    public static JsonLines open(Path file) {
        return new JsonLines(file);
    }

    @Override
    public void check(long lines) throws IOException {
        end(lines);
    }

    /** Where the first {@code lines} lines end, in bytes. */
    private long end(long lines) throws IOException {
        if (lines == 0) {
            return 0;
        }
        if (!Files.exists(file)) {
            throw fewer(0, lines);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long end = 0;
            long left = lines;
            while (left > 0) {
                int next = in.read();
                if (next < 0) {
                    throw fewer(lines - left, lines);
                }
                end++;
                left -= next == '\n' ? 1 : 0;
            }
            return end;
        }
    }

    private IOException fewer(long found, long lines) {
        return new IOException("lines of " + file + " (" + found + ") must be at least the checkpoint's " + lines
                + ".\nMaybe the file was edited, or the machine lost power before it was written.");
    }

    @Override
    public void truncateTo(long lines) throws IOException {
        long end = end(lines);
        FileChannel to = opened();
        to.truncate(end);
        to.position(end);
    }

    private FileChannel opened() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            channel = open;
        }
        return open;
    }

    /** Adds a line. */
    public void append(Map<String, ?> object) throws IOException {
        FileChannel to = opened();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(Json.line(object) + "\n");
        try {
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    @Override
    public void sync() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
