package org.sed4j.core.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * One state of a run in one file that is whole or refused.
 *
 * <p>Big-endian: magic {@code SED4JCKP}, format (4 bytes), round (8), SHA-256 of the configuration (32), length of the
 * state (8), CRC-32 of the state, then of round and digest (8), the state. Everything is checked before anything is loaded.
 */
final class CheckpointFile {
    private static final byte[] MAGIC = "SED4JCKP".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int DIGEST = 32;
    private static final int HEADER = 8 + 4 + 8 + DIGEST + 8 + 8;
    private static final int CHUNK = 1 << 16;

    private CheckpointFile() {}

    /** Writes the state after {@code round} rounds, aside and then into place. */
    static void write(Path file, String digest, long round, Checkpointed state) throws IOException {
        byte[] config = HexFormat.of().parseHex(digest);
        Aside.write(file, channel -> {
            channel.position(HEADER);
            CRC32 crc = new CRC32();
            DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(new CheckedOutputStream(Channels.newOutputStream(channel), crc), CHUNK));
            state.save(out);
            out.flush();
            long length = channel.position() - HEADER;
            seal(crc, round, config);
            ByteBuffer header = ByteBuffer.allocate(HEADER)
                    .put(MAGIC)
                    .putInt(FORMAT)
                    .putLong(round)
                    .put(config)
                    .putLong(length)
                    .putLong(crc.getValue())
                    .flip();
            long at = 0;
            while (header.hasRemaining()) {
                at += channel.write(header, at);
            }
        });
    }

    private static void seal(CRC32 crc, long round, byte[] config) {
        crc.update(ByteBuffer.allocate(8).putLong(round).flip());
        crc.update(config);
    }

    /**
     * Checks the file, then loads the state.
     *
     * @return the rounds that had been played
     * @throws IOException if the file is cut short, damaged, not a checkpoint, or of another configuration; the state is
     *     untouched then, except where its own {@code load} found the bytes unfit
     */
    static long read(Path file, String digest, Checkpointed state) throws IOException {
        long round = verified(file, digest);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            raw.skipNBytes(HEADER);
            try {
                state.load(new DataInputStream(raw));
            } catch (EOFException e) {
                throw refused(file, "holds less than this run's state", "the code has changed since", e);
            }
            if (raw.read() >= 0) {
                throw refused(file, "holds more than this run's state", "the code has changed since", null);
            }
        }
        return round;
    }

    private static long verified(Path file, String digest) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            int read = 0;
            while (read >= 0 && header.hasRemaining()) {
                read = channel.read(header);
            }
            boolean whole = !header.hasRemaining();
            header.flip();
            byte[] magic = new byte[Math.min(MAGIC.length, header.remaining())];
            header.get(magic);
            if (!java.util.Arrays.equals(magic, MAGIC)) {
                throw refused(file, "is not a checkpoint", "another program wrote it, or it is empty", null);
            }
            if (!whole) {
                throw refused(file, "is cut short: " + channel.size() + " bytes", "the disk was full", null);
            }
            int format = header.getInt();
            if (format != FORMAT) {
                throw refused(
                        file,
                        "has format " + format + ", not " + FORMAT,
                        "another version of the library wrote it",
                        null);
            }
            return intact(file, channel, header, digest);
        }
    }

    private static long intact(Path file, FileChannel channel, ByteBuffer header, String digest) throws IOException {
        long round = header.getLong();
        byte[] config = new byte[DIGEST];
        header.get(config);
        long length = header.getLong();
        long expected = header.getLong();
        if (channel.size() != HEADER + length) {
            throw refused(
                    file,
                    "is " + (channel.size() < HEADER + length ? "cut short" : "too long") + ": " + channel.size()
                            + " bytes where " + (HEADER + length) + " were written",
                    "the disk was full or a copy was stopped",
                    null);
        }
        CRC32 crc = new CRC32();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (channel.read(chunk) >= 0) {
            crc.update(chunk.flip());
            chunk.clear();
        }
        seal(crc, round, config);
        if (crc.getValue() != expected) {
            throw refused(file, "is damaged: its checksum does not match", "the disk or a copy failed", null);
        }
        if (!HexFormat.of().formatHex(config).equals(digest)) {
            throw refused(file, "belongs to another configuration", "it was copied from another run", null);
        }
        return round;
    }

    private static IOException refused(
            Path file, String rule, String cause, @org.jspecify.annotations.Nullable Throwable why) {
        return new IOException("checkpoint (" + file + ") " + rule + ".\nMaybe " + cause + ".", why);
    }
}
