package org.sed4j.core.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files, read whole: as UTF-8 or refused with file and line, and never more than fits. */
public final class TextFile {
    /** The most bytes of a file of a run: a thousand columns over ten thousand rows are 200 MB. */
    private static final int MOST = 1 << 30;

    private TextFile() {}

    /** The text of a run's file. */
    public static String read(Path file) throws IOException {
        return read(file, MOST);
    }

    /**
     * The text of a file.
     *
     * @param most bytes that are taken
     * @throws IOException if it is longer, also where it has no end, or no UTF-8; the message names file and line
     */
    public static String read(Path file, int most) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most);
            if (bytes.length == most && in.read() >= 0) {
                throw new IOException("file (" + file + ") must have at most " + most
                        + " bytes.\nMaybe another file was meant, or a device that never ends.");
            }
        }
        return decoded(bytes, file);
    }

    private static String decoded(byte[] bytes, Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new IOException("file (" + file + ") must be UTF-8 text; line " + line
                    + " is not.\nMaybe it was written in another encoding, or is no text: save it as UTF-8.");
        }
        return out.flip().toString();
    }
}
