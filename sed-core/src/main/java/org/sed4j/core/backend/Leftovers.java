package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that are removed when the process ends, whatever is in them; links are removed, not followed. */
final class Leftovers {
    private Leftovers() {}

    /** Has a folder removed at the end. */
    static void remove(Path folder) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> removeNow(folder), "sed4j-leftovers"));
        } catch (IllegalStateException ending) {
            // the process ends already; what is left is a folder of temporary files
        }
    }

    static void removeNow(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failed) throws IOException {
                    Files.deleteIfExists(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException inUse) {
            // Windows keeps what is loaded; it is a folder of temporary files
        }
    }
}
