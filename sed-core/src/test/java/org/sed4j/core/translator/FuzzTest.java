package org.sed4j.core.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Rng;

/**
 * Random methods do in C what they do in Java, to the bit, on extreme integers, NaN, infinities and signed zeros; and where
 * Java throws, the flag is set. Long on demand: {@code -Dsed4j.fuzz=MINUTES}; another seed: {@code -Dsed4j.fuzz.seed=N}.
 */
class FuzzTest {
    private static final int METHODS = 2_500;
    private static final int PER_CLASS = 500;
    private static final int TRIALS = 4;
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);

    /** A class of random methods in Java and in C. */
    private record Unit(String name, String source, Object object, Specimen specimen, StateRecord record, Path c) {
        /** One in four is optimised, where C that means nothing would show; the others are compiled twice as fast. */
        int level() {
            return name.hashCode() % 4 == 0 ? 1 : 0;
        }
    }

    @Test
    void randomMethods_inC_doWhatTheyDoInJava(@TempDir Path folder) throws Exception {
        assumeTrue(hasCompiler(), "no C compiler (gcc) is here, so nothing could be compared");
        long end = System.nanoTime() + Long.getLong("sed4j.fuzz", 0) * 60_000_000_000L;
        int units = METHODS / PER_CLASS;
        int batches = 0;
        do {
            batch(batches * units, units, Files.createDirectory(folder.resolve("batch-" + batches)));
            batches++;
        } while (System.nanoTime() < end);
        System.out.println("Random methods: " + batches * METHODS + " from seed " + SEED + ", each on " + TRIALS
                + " states, did in C what they do in Java.");
    }

    private static void batch(int first, int units, Path folder) throws Exception {
        List<String> sources = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            sources.add(source(first + u));
        }
        ClassLoader loader = compiled(first, sources, folder);
        List<Unit> made = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            made.add(unit(first + u, sources.get(u), loader, folder));
        }
        List<String> failures = made.parallelStream()
                .map(FuzzTest::logOfGcc)
                .filter(log -> !log.isEmpty())
                .toList();
        assertThat(failures).isEmpty();
        int thrown = 0;
        for (Unit unit : made) {
            thrown += compare(unit);
        }
        assertThat(thrown).as("trials in which Java throws").isBetween(METHODS / 500, METHODS);
    }

    private static boolean hasCompiler() throws InterruptedException {
        try {
            return new ProcessBuilder("gcc", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String source(int unit) {
        Rng rng = new Rng();
        StringBuilder methods = new StringBuilder();
        for (int m = 0; m < PER_CLASS; m++) {
            rng.seat(SEED, (long) unit * PER_CLASS + m);
            methods.append(new Grammar(rng).method(m));
        }
        return Scaffold.of("Fuzz" + unit, methods.toString());
    }

    private static ClassLoader compiled(int first, List<String> sources, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none", "-d", folder.toString()));
        for (int u = 0; u < sources.size(); u++) {
            Path file = folder.resolve("Fuzz" + (first + u) + ".java");
            Files.writeString(file, sources.get(u));
            arguments.add(file.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, FuzzTest.class.getClassLoader());
    }

    private static Unit unit(int number, String source, ClassLoader loader, Path folder)
            throws ReflectiveOperationException, IOException {
        Constructor<?> constructor = loader.loadClass("Fuzz" + number).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object object = constructor.newInstance();
        Specimen specimen = new Specimen(object);
        StateRecord record = new StateRecord(specimen.pieces());
        Program program = new Program(loader);
        record.enter(program.memory());
        StringBuilder entries = new StringBuilder();
        for (int m = 0; m < PER_CLASS; m++) {
            Function function = program.entry(object, "m" + m, "()V", List.of());
            entries.append("EXPORT fuzz_").append(m).append("(uint8_t *state, int32_t *flag) {\n    int32_t b = 0;");
            entries.append(" uint8_t *w = RECORD(state, b); K frame; K *k = &frame; k->fault = 0; k->lane = 0;\n");
            entries.append(program.memory().locals())
                    .append("    ")
                    .append(function.name)
                    .append("(w, k);\n");
            entries.append("    *flag = k->fault;\n}\n");
        }
        String c = Translation.head("")
                + record.declarations()
                + program.records().declarations()
                + program.memory().declarations()
                + program.text()
                + entries;
        Path file = folder.resolve("fuzz" + number + ".c");
        Files.writeString(file, c);
        return new Unit("Fuzz" + number, source, object, specimen, record, file);
    }

    private static Path library(Unit unit) {
        return Path.of(unit.c().toString().replace(".c", ".so"));
    }

    private static String logOfGcc(Unit unit) {
        try {
            Process gcc = new ProcessBuilder(
                            "gcc",
                            "-std=gnu11",
                            "-O" + unit.level(),
                            "-ffp-contract=off",
                            "-w",
                            "-fPIC",
                            "-shared",
                            "-o",
                            library(unit).toString(),
                            unit.c().toString(),
                            "-lm")
                    .redirectErrorStream(true)
                    .start();
            String log = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return gcc.waitFor() == 0 ? "" : log.substring(0, Math.min(2000, log.length()));
        } catch (IOException | InterruptedException broken) {
            return broken.toString();
        }
    }

    /** How often Java threw. */
    private static int compare(Unit unit) throws ReflectiveOperationException {
        NativeLibrary library = NativeLibrary.getInstance(library(unit).toString());
        ByteBuffer here = ByteBuffer.allocateDirect(unit.record().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer there = ByteBuffer.allocateDirect(unit.record().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer flag = ByteBuffer.allocateDirect(4).order(ByteOrder.LITTLE_ENDIAN);
        List<Member> members = unit.record().members();
        Rng rng = new Rng();
        int thrown = 0;
        for (int m = 0; m < PER_CLASS; m++) {
            Method method = unit.object().getClass().getDeclaredMethod("m" + m);
            method.setAccessible(true);
            com.sun.jna.Function c = library.getFunction("fuzz_" + m);
            for (int trial = 0; trial < TRIALS; trial++) {
                rng.seat(SEED + m, trial);
                unit.specimen().scramble(rng);
                unit.specimen().write(members, here);
                c.invokeVoid(new Object[] {here, flag});
                Throwable exception = null;
                try {
                    method.invoke(unit.object());
                } catch (InvocationTargetException expected) {
                    exception = expected.getCause();
                }
                assertThat(flag.getInt(0) != 0)
                        .as("%s: Java %s, in C flag %d", told(unit, m), exception, flag.getInt(0))
                        .isEqualTo(exception != null);
                if (exception != null) {
                    thrown++;
                    continue;
                }
                unit.specimen().write(members, there);
                Specimen.canonical(members, here);
                same(unit, m, trial, here, there);
            }
        }
        library.close();
        return thrown;
    }

    private static void same(Unit unit, int method, int trial, ByteBuffer here, ByteBuffer there) {
        for (Member m : unit.record().members()) {
            int at = here.slice(m.offset(), m.bytes()).mismatch(there.slice(m.offset(), m.bytes()));
            if (at >= 0) {
                throw new AssertionError("trial " + trial + ": " + m.path() + " differs at byte " + at + " after\n"
                        + told(unit, method));
            }
        }
    }

    private static String told(Unit unit, int method) {
        String[] parts = unit.source().split("  void m" + method + "\\(\\)", -1);
        String rest = parts[parts.length - 1];
        int end = IntStream.of(rest.indexOf("  void m"), rest.length() - 1)
                .filter(i -> i >= 0)
                .min()
                .orElse(0);
        return unit.name() + ".m" + method + rest.substring(0, end);
    }
}
