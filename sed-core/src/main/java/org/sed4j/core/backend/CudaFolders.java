package org.sed4j.core.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where CUDA toolkits are usually installed. */
final class CudaFolders {
    private static final Path USUAL = Path.of("/usr/local");

    private CudaFolders() {}

    /** Roots of toolkits: what the environment names, then the usual places, newest first. */
    static List<Path> roots(Map<String, String> environment) {
        Set<Path> roots = new LinkedHashSet<>();
        for (String variable : new String[] {"CUDA_HOME", "CUDA_PATH"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                roots.add(Path.of(value));
            }
        }
        roots.add(USUAL.resolve("cuda"));
        roots.addAll(files(USUAL, "cuda-"));
        return new ArrayList<>(roots);
    }

    /** Files of these toolkits' library folders whose names begin so, newest first. */
    static List<Path> libraries(Map<String, String> environment, String prefix) {
        List<Path> found = new ArrayList<>();
        for (Path root : roots(environment)) {
            for (String folder : new String[] {"lib64", "lib", "targets/x86_64-linux/lib", "bin", "bin/x64"}) {
                found.addAll(files(root.resolve(folder), prefix));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
