package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trial of a C compiler: a small library must compile, load and compute as Java does.
 *
 * @param passed the compiler, if it passed
 * @param objection otherwise what went wrong, continuing a sentence that begins with its name
 * @param remedy what else than another compiler would do; empty if nothing
 */
record Trial(@Nullable CCompiler passed, String objection, String remedy) {
    private static final String SOURCE = """
            #include <stdint.h>
            #include <string.h>
            #include <math.h>
            __attribute__((visibility("default"))) float trial(float a, float b, float c) { return a * b + c; }
            """;

    /** Its square is not a float: 2^-46 is lost where the product is rounded, and kept where product and sum are contracted. */
    private static final float A = 1 + 0x1p-23f;

    /** A compiler that takes longer over a line is none. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Trial refused(String objection) {
        return new Trial(null, objection, "");
    }

    static Trial of(List<String> command, Path path) {
        try {
            Command.Ended version = version(command);
            if (version.status() == Command.STOPPED) {
                return refused("does not answer: " + version.said());
            }
            Trial last = refused("was not tried");
            for (List<String> flags : CCompiler.flagChoices()) {
                last = with(command, path, version.firstLine(), flags);
                if (last.passed != null) {
                    return last;
                }
            }
            return last;
        } catch (RuntimeException | IOException | LinkageError problem) {
            return refused("does not work: " + problem.getMessage());
        }
    }

    private static Trial with(List<String> command, Path path, String version, List<String> flags) throws IOException {
        CCompiler compiler = new CCompiler(command, path, version, flags, target(command, flags));
        try {
            Path library = Command.temporary(NativeProgram.suffix());
            try {
                return with(compiler, library);
            } catch (LinkageError unloadable) {
                return new Trial(
                        null,
                        "makes what cannot be loaded from " + library.getParent() + ": "
                                + NativeProgram.said(unloadable),
                        "no program may run from there (noexec), and the property " + ProgramCache.PROPERTY
                                + " names a folder from which one may");
            } finally {
                Files.deleteIfExists(library);
            }
        } catch (CompilationFailure refused) {
            return refused("does not compile C: " + refused.log().strip());
        }
    }

    private static Trial with(CCompiler compiler, Path library) {
        compiler.compile(SOURCE, library, PATIENCE);
        try (NativeProgram program = NativeProgram.load(library)) {
            float answer = program.function("trial").invokeFloat(new Object[] {A, A, -1f});
            float expected = A * A + -1f;
            return answer == expected
                    ? new Trial(compiler, "", "")
                    : refused("computes " + answer + " where Java has " + expected);
        }
    }

    private static Command.Ended version(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add("--version");
        return Command.run(Path.of("."), words, PATIENCE);
    }

    /** The macros that the compiler defines: what makes its code differ from another machine's is among them. */
    private static String target(List<String> command, List<String> flags) throws IOException {
        return Command.inFolder(folder -> {
            Path empty = Files.writeString(folder.resolve("empty.c"), "");
            List<String> words = new ArrayList<>(command);
            words.addAll(flags);
            words.addAll(List.of("-dM", "-E", empty.toString()));
            return Command.run(folder, words, PATIENCE).said();
        });
    }
}
