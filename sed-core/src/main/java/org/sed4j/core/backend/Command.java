package org.sed4j.core.backend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Programs of the machine: where they are, and what they say when they are run. */
final class Command {
    /** No compiler should take longer over one economy. */
    static final Duration LONGEST = Duration.ofMinutes(5);
    /** The status of a program that was stopped. */
    static final int STOPPED = -1;

    private Command() {}

    /**
     * How a program ended.
     *
     * @param status 0 if all went well
     * @param said standard output and standard error together
     */
    record Ended(int status, String said) {
        /** The first line it said. */
        String firstLine() {
            return said.lines().findFirst().orElse("").strip();
        }
    }

    /** Runs a program in a folder and waits for its end, not forever. */
    static Ended run(Path folder, List<String> words) throws IOException {
        return run(folder, words, LONGEST);
    }

    /** Runs a program in a folder and waits for its end; whatever it has started is stopped with it when the time is over. */
    static Ended run(Path folder, List<String> words, Duration longest) throws IOException {
        Path log = temporary(".log");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nothing())))
                    .start();
            try {
                if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    return new Ended(STOPPED, words.get(0) + " was stopped after " + longest.toSeconds() + " s.");
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException(words.get(0) + " was interrupted", stop);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static String nothing() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    /** Where a program is on the search path, null if nowhere. */
    static @Nullable Path onPath(String program, Map<String, String> environment) {
        if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
            Path path = Path.of(program);
            return Files.isExecutable(path) ? path : null;
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String suffix : new String[] {"", ".exe"}) {
                Path path = folder.isEmpty() ? null : Path.of(folder, program + suffix);
                if (path != null && Files.isRegularFile(path) && Files.isExecutable(path)) {
                    return path;
                }
            }
        }
        return null;
    }

    /** A program and its arguments, as a shell would split them but for quotes; the path of a program is one word. */
    static List<String> words(String command) {
        if (new File(command.strip()).canExecute()) {
            return new ArrayList<>(List.of(command.strip()));
        }
        return new ArrayList<>(List.of(command.strip().split("\\s+")));
    }

    /** Work in a fresh folder, which is removed afterwards. */
    @FunctionalInterface
    interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /** A new file in a folder that is this process's alone, and goes with it. */
    static Path temporary(String suffix) throws IOException {
        return Files.createTempFile(Scratch.FOLDER.found(), "sed4j", suffix);
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Scratch.FOLDER.found(), "sed4j");
    }

    /** The folder of this process: what is compiled there, nobody else can exchange. */
    @SuppressWarnings("ImmutableEnumChecker") // the folder is made when it is first asked for, and anew if it is gone
    private enum Scratch {
        FOLDER;

        private @Nullable Path path;

        synchronized Path found() throws IOException {
            if (path != null && Files.isDirectory(path)) {
                return path;
            }
            Search<Path> fresh = PrivateFolder.fresh(Path.of(System.getProperty("java.io.tmpdir", "")), Custody.ours());
            if (!fresh.isFound() && NativeFolder.ofUser().isFound()) {
                fresh = PrivateFolder.fresh(NativeFolder.ofUser().tool().path(), Custody.ours());
            }
            if (!fresh.isFound()) {
                throw new IOException(fresh.why());
            }
            path = fresh.tool();
            Leftovers.remove(path);
            return path;
        }
    }

    /** Does some work in a temporary folder. */
    static <T> T inFolder(Work<T> work) {
        try {
            Path folder = folder();
            try {
                return work.in(folder);
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken.getMessage(), broken);
        }
    }
}
