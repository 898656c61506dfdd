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
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One state of a run in one file that is whole or refused.
 *
 * <p>Big-endian: magic {@code SED4JCKP}, format (4 bytes), round (8), SHA-256 of the configuration (32), rows (8),
 * length of the state (8), SHA-256 of the state, then of round, configuration and rows (32), the state. Everything is checked before
 * anything is loaded.
 */
final class CheckpointFile {
    private static final byte[] MAGIC = "SED4JCKP".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 2;
    private static final int DIGEST = 32;
    private static final int HEADER = 8 + 4 + 8 + DIGEST + 8 + 8 + DIGEST;
    private static final int CHUNK = 1 << 16;

    private CheckpointFile() {}

    /**
     * What a state was kept after.
     *
     * @param round rounds played
     * @param rows of the tables that it counts on
     */
    record Mark(long round, long rows) {}

    /** A file that was damaged on the disk or on its way, whatever wrote it. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /** Writes a state, aside and then into place. */
    static void write(Path file, String digest, Mark at, Checkpointed state) throws IOException {
        byte[] config = HexFormat.of().parseHex(digest);
        Aside.write(file, channel -> {
            channel.position(HEADER);
            MessageDigest sha = RunRecord.sha256();
            DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), sha), CHUNK));
            state.save(out);
            out.flush();
            long length = channel.position() - HEADER;
            seal(sha, at, config);
            ByteBuffer header = ByteBuffer.allocate(HEADER)
                    .put(MAGIC)
                    .putInt(FORMAT)
                    .putLong(at.round)
                    .put(config)
                    .putLong(at.rows)
                    .putLong(length)
                    .put(sha.digest())
                    .flip();
            long to = 0;
            while (header.hasRemaining()) {
                to += channel.write(header, to);
            }
        });
    }

    private static void seal(MessageDigest sha, Mark at, byte[] config) {
        sha.update(ByteBuffer.allocate(8).putLong(at.round).flip());
        sha.update(config);
        sha.update(ByteBuffer.allocate(8).putLong(at.rows).flip());
    }

    /**
     * Checks the file, then loads the state.
     *
     * @return the rounds that had been played
     * @throws IOException if the file is cut short, damaged, not a checkpoint, or of another configuration; the state is
     *     untouched then, except where its own {@code load} found the bytes unfit
     */
    static long read(Path file, String digest, Checkpointed state) throws IOException {
        Mark at = verified(file, digest);
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
        return at.round;
    }

    /**
     * Reads and checks all of the file, and loads nothing.
     *
     * @throws IOException if it is cut short, damaged, not a checkpoint, or of another configuration
     */
    static Mark verified(Path file, String digest) throws IOException {
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
                throw damaged(file, "is not a checkpoint", "another program wrote it, or it is empty");
            }
            if (!whole) {
                throw damaged(file, "is cut short: " + channel.size() + " bytes", "the disk was full");
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

    private static Mark intact(Path file, FileChannel channel, ByteBuffer header, String digest) throws IOException {
        long round = header.getLong();
        byte[] config = new byte[DIGEST];
        header.get(config);
        long rows = header.getLong();
        long length = header.getLong();
        byte[] expected = new byte[DIGEST];
        header.get(expected);
        Mark at = new Mark(round, rows);
        if (channel.size() != HEADER + length) {
            throw damaged(
                    file,
                    "is " + (channel.size() < HEADER + length ? "cut short" : "too long") + ": " + channel.size()
                            + " bytes where " + (HEADER + length) + " were written",
                    "the disk was full or a copy was stopped");
        }
        MessageDigest sha = RunRecord.sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (channel.read(chunk) >= 0) {
            sha.update(chunk.flip());
            chunk.clear();
        }
        seal(sha, at, config);
        if (!MessageDigest.isEqual(sha.digest(), expected)) {
            throw damaged(file, "is damaged: its checksum does not match", "the disk or a copy failed");
        }
        if (!HexFormat.of().formatHex(config).equals(digest)) {
            throw refused(file, "belongs to another configuration", "it was copied from another run", null);
        }
        return at;
    }

    private static Damaged damaged(Path file, String rule, String cause) {
        return new Damaged("checkpoint (" + file + ") " + rule + ".\nMaybe " + cause + ".");
    }

    private static IOException refused(
            Path file, String rule, String cause, @org.jspecify.annotations.Nullable Throwable why) {
        return new IOException("checkpoint (" + file + ") " + rule + ".\nMaybe " + cause + ".", why);
    }
}
