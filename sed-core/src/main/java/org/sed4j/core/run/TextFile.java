package org.sed4j.core.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file from outside, read as text: bounded before anything is allocated for it, and UTF-8 or refused by its place. */
public final class TextFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Bytes become characters, lines and objects of several times their size. */
    private static final int SHARE_OF_MEMORY = 16;

    private static final int BUFFER = 1 << 16;

    private TextFile() {}

    /** A file that is no text in UTF-8; the message names the file, and the line and column of the first wrong byte. */
    public static final class NotText extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final int line;
        private final int column;

        NotText(String name, int line, int column) {
            super(name + ", line " + line + ", column " + column + ": this byte is no text in UTF-8.\nMaybe the file is"
                    + " in another encoding, compressed, or no text at all.");
            this.line = line;
            this.column = column;
        }

        /** The line, from 1. */
        public int line() {
            return line;
        }

        /** The column, from 1. */
        public int column() {
            return column;
        }
    }

    /** The most bytes of a text that fit this process: 256 MiB, or a sixteenth of its memory. */
    public static int most() {
        return (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws NotText if it is not UTF-8
     * @throws IllegalArgumentException if it holds more than {@code most} bytes, as a device that never ends does
     * @throws IOException if it cannot be read
     */
    public static String read(Path file, int most) throws IOException {
        String name = Shown.of(String.valueOf(file.getFileName()));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most && in.read() >= 0) {
                throw new IllegalArgumentException(name + " must hold at most " + most
                        + " bytes.\nMaybe it is another file; if not, give Java more memory (-Xmx).");
            }
            return decode(name, bytes);
        }
    }

    /**
     * Bytes as text, without a byte order mark.
     *
     * @param name what errors call the file
     * @throws NotText if they are not UTF-8
     */
    public static String decode(String name, byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), out, true)
                .isError()) {
            List<String> before = (out.flip() + "|").lines().toList();
            throw new NotText(name, before.size(), before.get(before.size() - 1).length());
        }
        String text = out.flip().toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * Writes a text aside and moves it into place: the file is there whole or as it was. A link is replaced, not followed.
     *
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path file, Text text) throws IOException {
        Aside.write(file, channel -> {
            Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), BUFFER);
            text.to(writer);
            writer.flush();
        });
    }

    /** Something that is written bit by bit, however long it is. */
    @FunctionalInterface
    public interface Text {
        /** Writes all of it. */
        void to(Appendable out) throws IOException;
    }
}
