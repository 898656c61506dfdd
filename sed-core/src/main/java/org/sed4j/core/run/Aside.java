package org.sed4j.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writing a file so that no reader and no crash ever meets half of it: aside, to the disk, then into place.
 *
 * <p>The new file appears under its name whole or not at all; the old one stays until then. Links are replaced, never followed.
 */
final class Aside {
    private Aside() {}

    /** Fills a fresh file. */
    @FunctionalInterface
    interface Filling {
        void fill(FileChannel channel) throws IOException;
    }

    static void write(Path target, Filling filling) throws IOException {
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(aside); // of a crash; of a link only the link
        try (FileChannel channel = FileChannel.open(
                aside,
                StandardOpenOption.CREATE_NEW,
                LinkOption.NOFOLLOW_LINKS,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            filling.fill(channel);
            channel.force(true);
        } catch (IOException e) {
            removed(aside, e);
            throw Disk.named(target, e);
        } catch (RuntimeException | Error e) {
            removed(aside, e);
            throw e;
        }
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        }
        settle(target);
    }

    /** What failed first is what must be said, not that the half-written file could not be removed either. */
    private static void removed(Path aside, Throwable first) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException second) {
            first.addSuppressed(second);
        }
    }

    static void write(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path target, byte[] content) throws IOException {
        write(target, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** Asks the disk to remember the move; systems that cannot open a folder (Windows) do without. */
    private static void settle(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // the file itself is on the disk; only the name may be lost with the power
        }
    }
}
