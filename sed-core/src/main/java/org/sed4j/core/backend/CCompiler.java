package org.sed4j.core.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A C compiler of this machine that has proved itself: it made a small library, and the library gave the right answers.
 *
 * <p>It compiles with Java's arithmetic in mind: no contraction of a product and a sum into one rounding, and none of the
 * licences that are called fast.
 *
 * @param command the program and its first arguments
 * @param path where the program is
 * @param version what it says of itself; and what CC names, if that is no compiler
 * @param flags what it is given for every source
 * @param target the macros it defines under these flags: compiler, version and instruction set, whatever made them so
 */
public record CCompiler(List<String> command, Path path, String version, List<String> flags, String target) {
    private static final List<String> EXACT =
            List.of("-std=gnu11", "-O3", "-ffp-contract=off", "-fno-fast-math", "-fwrapv", "-fno-strict-aliasing");
    private static final String INSTALL =
            "one has to be installed (Debian: apt install gcc; macOS: xcode-select --install;"
                    + " Windows: gcc of MinGW-w64), or CC names it";
    private static final List<String> SHARED = List.of("-shared", "-fPIC", "-fvisibility=hidden", "-w");

    public CCompiler {
        command = List.copyOf(command);
        flags = List.copyOf(flags);
    }

    /**
     * Looks for a compiler: the environment's {@code CC}, then cc, gcc and clang on the search path; each is tried.
     *
     * <p>Takes a fifth of a second; callers keep the answer.
     */
    public static Search<CCompiler> find() {
        return find(System.getenv());
    }

    static Search<CCompiler> find(Map<String, String> environment) {
        Search<NativeFolder> folder = NativeFolder.ofUser();
        if (!folder.isFound()) {
            return Search.missing(folder.why(), folder.remedy());
        }
        Set<String> candidates = new LinkedHashSet<>();
        String chosen = environment.getOrDefault("CC", "").strip();
        if (!chosen.isEmpty()) {
            candidates.add(chosen);
        }
        candidates.addAll(List.of("cc", "gcc", "clang"));
        List<String> tried = new ArrayList<>();
        String remedy = INSTALL;
        for (String candidate : candidates) {
            List<String> command = Command.words(candidate);
            Path path = Command.onPath(command.get(0), environment);
            if (path == null) {
                tried.add(candidate + " is not on the search path");
                continue;
            }
            command.set(0, path.toString());
            Trial trial = Trial.of(command, path);
            if (trial.passed() != null) {
                return Search.found(trial.passed().insteadOf(candidate.equals(chosen) ? "" : chosen));
            }
            tried.add(candidate + " (" + path + ") " + trial.objection());
            remedy = trial.remedy().isEmpty() ? remedy : trial.remedy();
        }
        return Search.missing("No C compiler works here: " + String.join("; ", tried), remedy);
    }

    private CCompiler insteadOf(String chosen) {
        String said = chosen.isEmpty() ? version : version + " (CC names " + chosen + ", which does not work)";
        return new CCompiler(command, path, said, flags, target);
    }

    /** The flags that are asked for first, and what is left where a compiler does not know this machine. */
    static List<List<String>> flagChoices() {
        List<String> here = new ArrayList<>(EXACT);
        here.add("-march=native");
        return List.of(here, EXACT);
    }

    /**
     * Compiles a source to a shared library, which shows what is marked {@code visibility("default")} and nothing else: so
     * functions can be inlined, and programs with the same names do not meet.
     *
     * @param source of C
     * @param library the file to write
     * @throws CompilationFailure with the compiler's log, if it refuses
     */
    public void compile(String source, Path library) {
        compile(source, library, Command.LONGEST);
    }

    void compile(String source, Path library, Duration longest) {
        Command.inFolder(folder -> {
            Path file = folder.resolve("world.c");
            Files.writeString(file, source);
            List<String> words = new ArrayList<>(command);
            words.addAll(flags);
            words.addAll(SHARED);
            words.addAll(List.of("-o", library.toAbsolutePath().toString(), file.toString(), "-lm"));
            Command.Ended ended = run(folder, words, longest);
            if (ended.status() != 0 || !Files.exists(library)) {
                throw new CompilationFailure(String.join(" ", words), ended.status(), ended.said());
            }
            return library;
        });
    }

    /**
     * The program of a source, loaded: compiled now, or in an earlier run by the same compiler for the same machine.
     *
     * @throws CompilationFailure with the compiler's log, if it refuses
     */
    public NativeProgram program(String source) {
        return ProgramCache.ofUser().program(this, source);
    }

    private static Command.Ended run(Path folder, List<String> words, Duration longest) {
        try {
            return Command.run(folder, words, longest);
        } catch (IOException gone) {
            throw new UncheckedIOException(
                    "The C compiler " + words.get(0) + " does not start.\nMaybe it was removed, or CC names a folder.",
                    gone);
        }
    }
}
