package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NVIDIA's compiler driver, a program of the CUDA toolkit; used where there is no {@link Nvrtc}.
 *
 * @param path where it is
 * @param version 1000 · major + 10 · minor
 */
public record Nvcc(Path path, int version) implements PtxCompiler {
    private static final Pattern RELEASE = Pattern.compile("release (\\d+)\\.(\\d+)");
    private static final Pattern CAPABILITY = Pattern.compile("compute_(\\d+)\\b");

    /** Looks on the search path and in the toolkits' folders. */
    public static Search<Nvcc> find() {
        return find(System.getenv());
    }

    static Search<Nvcc> find(Map<String, String> environment) {
        Path path = Command.onPath("nvcc", environment);
        for (Path root : CudaFolders.roots(environment)) {
            Path usual = root.resolve("bin").resolve("nvcc");
            path = path == null && Files.isExecutable(usual) ? usual : path;
        }
        if (path == null) {
            return Search.missing("There is no nvcc here", "a CUDA toolkit has to be installed, or PATH lacks its bin");
        }
        try {
            Matcher release = RELEASE.matcher(Command.run(Path.of("."), List.of(path.toString(), "--version"))
                    .said());
            if (release.find()) {
                int version = 1000 * Integer.parseInt(release.group(1)) + 10 * Integer.parseInt(release.group(2));
                return Search.found(new Nvcc(path, version));
            }
        } catch (IOException broken) {
            return Search.missing(
                    "nvcc (" + path + ") does not start: " + broken.getMessage(), "it has to be installed anew");
        }
        return Search.missing("nvcc (" + path + ") does not tell its version", "it has to be installed anew");
    }

    @Override
    public String name() {
        return "nvcc " + JnaCudaDriver.shown(version);
    }

    @Override
    public String where() {
        return path.toString();
    }

    @Override
    public String compile(String source, int capability, String... definitions) {
        return Command.inFolder(folder -> {
            Integer target = PtxCompiler.suitable(architectures(folder), capability);
            Path file = Files.writeString(folder.resolve("world.cu"), source);
            Path ptx = folder.resolve("world.ptx");
            List<String> words = new ArrayList<>(List.of(
                    path.toString(), "--ptx", "-arch=compute_" + (target == null ? COMMON : target), "--fmad=false"));
            words.addAll(List.of("--std=c++17", "-w", "-o", ptx.toString(), file.toString()));
            for (String definition : definitions) {
                words.add("-D" + definition);
            }
            Command.Ended ended = Command.run(folder, words);
            if (ended.status() != 0 || !Files.exists(ptx)) {
                throw new CompilationFailure(String.join(" ", words), ended.status(), ended.said());
            }
            return Files.readString(ptx);
        });
    }

    private List<Integer> architectures(@Nullable Path folder) throws IOException {
        List<Integer> known = new ArrayList<>();
        Path here = folder == null ? Path.of(".") : folder;
        Matcher each = CAPABILITY.matcher(
                Command.run(here, List.of(path.toString(), "--list-gpu-arch")).said());
        while (each.find()) {
            known.add(Integer.parseInt(each.group(1)));
        }
        return known;
    }
}
