package org.sed4j.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder holds, file by file, so that a test can say that nothing in it changed. */
final class FolderDigest {
    private FolderDigest() {}

    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                content.put(
                        folder.relativize(file).toString(),
                        Files.isDirectory(file) ? "folder" : Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
