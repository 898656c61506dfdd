package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that nobody but this user can change, and from which programs may run. */
final class PrivateFolder {
    private static final Set<PosixFilePermission> ALL_OURS = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /**
     * A folder, made with those above it that are missing, open to this user alone.
     *
     * @return the folder, or what is wrong with it
     */
    static Search<Path> at(Path folder, Custody custody) {
        String above = custody.objectionAbove(folder);
        if (!above.isEmpty()) {
            return refused(above);
        }
        try {
            Files.createDirectories(folder, ours());
        } catch (FileAlreadyExistsException file) {
            return refused(folder + " is no folder");
        } catch (IOException | SecurityException unwritable) {
            return refused(folder + " cannot be made (" + unwritable.getClass().getSimpleName() + ")");
        }
        String whole = custody.objection(folder);
        return whole.isEmpty() ? usable(folder) : refused(whole);
    }

    /** A new one of a name that nobody could have foreseen. */
    static Search<Path> fresh(Path above, Custody custody) {
        String objection = custody.objectionAbove(above);
        if (!objection.isEmpty()) {
            return refused(objection);
        }
        try {
            Path made = Files.createTempDirectory(above, "sed4j", ours());
            String whole = custody.objection(made);
            Search<Path> found = whole.isEmpty() ? usable(made) : refused(whole);
            if (!found.isFound()) {
                Files.deleteIfExists(made);
            }
            return found;
        } catch (IOException unwritable) {
            return refused("nothing can be made in " + above);
        }
    }

    /** Whether a file can be made there and, as far as the system tells, be run: Linux knows of file systems that forbid it. */
    private static Search<Path> usable(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "try", "", ours());
            try {
                return Files.isExecutable(file)
                        ? Search.found(folder)
                        : refused("no program may run from " + folder + " (noexec)");
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unwritable) {
            return refused(folder + " cannot be written");
        }
    }

    private static FileAttribute<?>[] ours() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ALL_OURS)}
                : new FileAttribute<?>[0];
    }

    private static Search<Path> refused(String why) {
        return Search.missing(why, "another folder can be named");
    }
}
