package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trial of a C compiler: a small library must compile, load and compute as Java does.
 *
 * @param passed the compiler, if it passed
 * @param objection otherwise what went wrong, continuing a sentence that begins with its name
 */
record Trial(@Nullable CCompiler passed, String objection) {
    private static final String SOURCE = """
            #include <stdint.h>
            #include <string.h>
            #include <math.h>
            __attribute__((visibility("default"))) float trial(float a, float b, float c) { return a * b + c; }
            """;

    /** Its square is not a float: 2^-46 is lost where the product is rounded, and kept where product and sum are contracted. */
    private static final float A = 1 + 0x1p-23f;

    static Trial of(List<String> command, Path path) {
        try {
            Trial last = new Trial(null, "was not tried");
            for (List<String> flags : CCompiler.flagChoices()) {
                last = with(command, path, flags);
                if (last.passed != null) {
                    return last;
                }
            }
            return last;
        } catch (RuntimeException | IOException | LinkageError problem) {
            return new Trial(null, "does not work: " + problem.getMessage());
        }
    }

    private static Trial with(List<String> command, Path path, List<String> flags) throws IOException {
        Path library = Files.createTempFile("sed4j-trial", NativeProgram.suffix());
        try {
            CCompiler compiler = new CCompiler(command, path, version(command), flags, target(command, flags));
            compiler.compile(SOURCE, library);
            try (NativeProgram program = NativeProgram.load(library)) {
                float answer = program.function("trial").invokeFloat(new Object[] {A, A, -1f});
                float expected = A * A + -1f;
                return answer == expected
                        ? new Trial(compiler, "")
                        : new Trial(null, "computes " + answer + " where Java has " + expected);
            }
        } catch (CompilationFailure refused) {
            return new Trial(null, "does not compile C: " + refused.log().strip());
        } finally {
            Files.deleteIfExists(library);
        }
    }

    private static String version(List<String> command) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add("--version");
        return Command.run(Path.of("."), words).firstLine();
    }

    /** The macros that the compiler defines: what makes its code differ from another machine's is among them. */
    private static String target(List<String> command, List<String> flags) throws IOException {
        return Command.inFolder(folder -> {
            Path empty = Files.writeString(folder.resolve("empty.c"), "");
            List<String> words = new ArrayList<>(command);
            words.addAll(flags);
            words.addAll(List.of("-dM", "-E", empty.toString()));
            return Command.run(folder, words).said();
        });
    }
}
