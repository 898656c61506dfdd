package org.sed4j.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A table of named numbers that grows by a row a round and reads the same on every machine.
 *
 * <p>The first row fixes the columns. Numbers are written with the fewest digits that read back as the same double; NaN is
 * an empty cell and means "not measured". Each row reaches the system as it is appended, so a killed run keeps it. A
 * resumed run first cuts the table back to its checkpoint ({@link #truncateTo}), so that the file ends as if the run had
 * never stopped. Nothing of the clock belongs in {@code metrics.csv}; that goes to {@code timing.csv}.
 */
public final class MetricsCsv implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private List<String> columns;
    private int rows;

    private MetricsCsv(Path file, FileChannel channel, List<String> columns, int rows) {
        this.file = file;
        this.channel = channel;
        this.columns = columns;
        this.rows = rows;
    }

    /** Opens the table to go on, or begins it. A last line without an end, left by a crash, is not a row. */
    public static MetricsCsv open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            byte[] bytes = content(channel);
            int lines = 0;
            int firstEnd = -1;
            int lastEnd = -1;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    lines++;
                    firstEnd = firstEnd < 0 ? i : firstEnd;
                    lastEnd = i;
                }
            }
            channel.position(lastEnd + 1L);
            List<String> columns =
                    lines == 0 ? List.of() : Table.header(new String(bytes, 0, firstEnd, StandardCharsets.UTF_8), file);
            return new MetricsCsv(file, channel, columns, Math.max(0, lines - 1));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Makes sure that the table in a file has so many rows, all whole; reads only.
     *
     * @throws IOException if it does not; the message says where
     */
    public static void check(Path file, long rows) throws IOException {
        Table.check(file, rows);
    }

    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, bytes.position());
        }
        return bytes.array();
    }

    /**
     * Adds a row.
     *
     * @param row number by column; its order fixes the columns if it is the first, and does not matter later
     * @throws IllegalArgumentException if the columns are not those of the first row, or a name cannot be a column's
     */
    public void append(Map<String, Double> row) throws IOException {
        StringBuilder line = new StringBuilder();
        if (columns.isEmpty()) {
            columns = Column.named(row.keySet());
            line.append(Column.header(columns)).append('\n');
        }
        if (!row.keySet().equals(new LinkedHashSet<>(columns))) {
            throw new IllegalArgumentException("columns of row " + rows + " of " + file + " (" + row.keySet()
                    + ") must be those of the first row, " + columns
                    + ".\nMaybe a number is measured only in some rounds: give NaN in the others.");
        }
        String gap = "";
        for (String column : columns) {
            line.append(gap).append(Decimal.text(row.getOrDefault(column, Double.NaN)));
            gap = ",";
        }
        try {
            write(line.append('\n').toString());
        } catch (IOException e) {
            throw Disk.named(file, e);
        }
        rows++;
    }

    private void write(String text) throws IOException {
        if (channel.position() < channel.size()) {
            channel.truncate(channel.position()); // what a crash left of a half-written line
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** How many rows there are, the header not counted. */
    public int rows() {
        return rows;
    }

    /** The names of the columns, in order; empty before the first row. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Cuts the table back to its first {@code count} rows; with none left the header goes too.
     *
     * @throws IOException if it has fewer
     */
    public void truncateTo(long count) throws IOException {
        if (count < 0 || count > rows) {
            throw new IOException("rows of " + file + " (" + rows + ") must be at least the checkpoint's " + count
                    + ".\nMaybe the file was edited, or the machine lost power before it was written.");
        }
        byte[] bytes = content(channel);
        int end = 0;
        for (long lines = count == 0 ? 0 : count + 1; lines > 0; end++) {
            if (bytes[end] == '\n') {
                lines--;
            }
        }
        channel.truncate(end);
        channel.position(end);
        rows = (int) count;
        if (count == 0) {
            columns = List.of();
        }
    }

    /** Waits until the disk has every row: before a checkpoint that counts on them. */
    public void sync() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw Disk.named(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
