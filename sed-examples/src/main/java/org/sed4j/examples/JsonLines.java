package org.sed4j.examples;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A file that grows by one JSON object a round, for what is no table of numbers. A resumed run first cuts it back to its
 * checkpoint, so that it ends as if the run had never stopped.
 */
public final class JsonLines implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private JsonLines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file to go on, or begins it; {@link #truncateTo} says after which line. */
    public static JsonLines open(Path file) throws IOException {
        return new JsonLines(
                file,
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Cuts the file back to its first {@code lines} lines.
     *
     * @throws IOException if it has fewer
     */
    public void truncateTo(long lines) throws IOException {
        channel.position(0);
        InputStream in =
                new BufferedInputStream(Channels.newInputStream(channel)); // not closed: the channel stays open
        long end = 0;
        long left = lines;
        while (left > 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException(
                        "lines of " + file + " (" + (lines - left) + ") must be at least the checkpoint's " + lines
                                + ".\nMaybe the file was edited, or the machine lost power before it was written.");
            }
            end++;
            left -= next == '\n' ? 1 : 0;
        }
        channel.truncate(end);
        channel.position(end);
    }

    /** Adds a line. */
    public void append(Map<String, ?> object) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(Json.line(object) + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Waits until the disk has every line: before a checkpoint that counts on them. */
    public void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
