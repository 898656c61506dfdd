package org.sed4j.core.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What writers to a disk that may be full, gone or read-only have in common. */
final class Disk {
    private Disk() {}

    /** The failure of a write, which the system reports without saying of what: with the file's name. */
    static IOException named(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    /**
     * Makes a folder in one that is there. A folder that vanished while a run wrote to it is not made anew: what was in it is
     * elsewhere or lost, and that must be said.
     */
    static void room(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
    }
}
