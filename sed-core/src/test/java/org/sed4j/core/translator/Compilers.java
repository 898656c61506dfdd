package org.sed4j.core.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Compilers of Java that make class files each in its own way. */
enum Compilers {
    JAVAC_DEBUG("-g"),
    JAVAC(""),
    JAVAC_BARE("-g:none"),
    JAVAC_PARAMETERS("-parameters"),
    ECJ("-g"),
    ECJ_BARE("-g:none"),
    JAVAC_25("");

    private static final Path MACHINES = Path.of("/usr/lib/jvm");

    private final String flag;

    Compilers(String flag) {
        this.flag = flag;
    }

    /** Why it cannot be had here; empty if it can. */
    Optional<String> missing() {
        return this == JAVAC_25 && javac25().isEmpty()
                ? Optional.of("no JDK 25 is installed in " + MACHINES)
                : Optional.empty();
    }

    /** Compiles sources into a folder. */
    void compile(List<Path> sources, Path into) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-d",
                into.toString(),
                "--release",
                String.valueOf(Runtime.version().feature() < 21 ? 17 : 21)));
        if (!flag.isEmpty()) {
            words.add(flag);
        }
        sources.forEach(each -> words.add(each.toString()));
        switch (this) {
            case ECJ, ECJ_BARE -> {
                words.add("-nowarn");
                StringWriter said = new StringWriter();
                PrintWriter log = new PrintWriter(said);
                boolean done = BatchCompiler.compile(words.toArray(String[]::new), log, log, null);
                assertThat(done).as(said.toString()).isTrue();
            }
            case JAVAC_25 -> {
                words.add(0, javac25().orElseThrow().toString());
                words.add("-nowarn");
                Process javac =
                        new ProcessBuilder(words).redirectErrorStream(true).start();
                String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(javac.onExit().join().exitValue()).as(said).isZero();
            }
            default -> {
                words.add("-nowarn");
                assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)))
                        .isZero();
            }
        }
    }

    private static Optional<Path> javac25() {
        if (!Files.isDirectory(MACHINES)) {
            return Optional.empty();
        }
        try (Stream<Path> machines = Files.list(MACHINES)) {
            return machines.filter(Compilers::is25)
                    .map(home -> home.resolve("bin/javac"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean is25(Path home) {
        try {
            return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException none) {
            return false;
        }
    }
}
