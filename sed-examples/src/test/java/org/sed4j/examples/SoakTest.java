package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many runs in one process, as in a program that embeds the library: begun, reported, deleted, over and over. Memory, open files
 * and threads are read after each; neither files nor threads may become more. A few runs in the suite; long on demand: {@code
 * -Dsed4j.soak=MINUTES}, which prints the slopes and leaves {@code target/soak.csv}.
 */
class SoakTest {
    private static final long MINUTES = Long.getLong("sed4j.soak", 0);
    private static final int FEW = 4;
    private static final double MEBIBYTE = 1 << 20;

    private final Path folder;
    private final List<Sample> samples = new ArrayList<>();

    SoakTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What the process holds after a run, garbage collected; -1 where the system does not say. */
    private record Sample(double minutes, double heap, double direct, double resident, double files, double threads) {
        private static final String HEADER = "minutes,heap_mib,native_mib,resident_mib,files,threads";

        String line() {
            return String.format(
                    Locale.ROOT, "%.2f,%.2f,%.2f,%.2f,%.0f,%.0f", minutes, heap, direct, resident, files, threads);
        }
    }

    private static Sample sample(long begun) throws IOException {
        System.gc();
        double files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
        return new Sample(
                (System.nanoTime() - begun) / 6e10,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE,
                org.bytedeco.javacpp.Pointer.totalBytes() / MEBIBYTE,
                resident(),
                files,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static double resident() throws IOException {
        Path status = Path.of("/proc/self/statm");
        return Files.isReadable(status)
                ? Long.parseLong(Files.readString(status).split(" ")[1]) * 4096 / MEBIBYTE
                : -1;
    }

    private void run(List<String> words) throws IOException {
        Path out = folder.resolve("run");
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(List.of("--out", out.toString()));
        StringWriter err = new StringWriter();
        int status = Sed.commandLine(Commands.all())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        assertThat(status).as(err.toString()).isZero();
        Launched.delete(out);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void manyRuns_leaveNeitherFilesNorThreadsBehind() throws IOException {
        List<String> studies = new ArrayList<>(Launched.RUNS.values());
        if (MINUTES == 0) {
            studies = List.of(Launched.RUNS.get("society"));
        }
        long begun = System.nanoTime();
        long end = begun + TimeUnit.MINUTES.toNanos(MINUTES);
        for (int n = 0; n < FEW || System.nanoTime() < end; n++) {
            run(Launched.words(studies.get(n % studies.size()), "--seed", "" + n));
            samples.add(sample(begun));
            if (MINUTES > 0) {
                write();
            }
        }
        // the first runs load classes and fill pools
        List<Sample> settled = samples.subList(samples.size() / 2, samples.size());
        Sample first = settled.get(0);
        Sample last = settled.get(settled.size() - 1);
        System.out.println("Soak: " + samples.size() + " runs in " + Math.round(last.minutes())
                + " minutes. Second half: "
                + Map.of(
                        "heap", slope(settled, Sample::heap) + " MiB an hour",
                        "native", slope(settled, Sample::direct) + " MiB an hour",
                        "resident", slope(settled, Sample::resident) + " MiB an hour",
                        "files", slope(settled, Sample::files) + " an hour",
                        "threads", slope(settled, Sample::threads) + " an hour"));
        assertThat(last.files()).as("open files").isLessThanOrEqualTo(first.files());
        assertThat(last.threads()).as("threads").isLessThanOrEqualTo(first.threads());
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(Sample.HEADER));
        samples.forEach(sample -> lines.add(sample.line()));
        Files.write(Files.createDirectories(Path.of("target")).resolve("soak.csv"), lines);
    }

    private static String slope(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        SimpleRegression line = new SimpleRegression();
        samples.forEach(sample -> line.addData(sample.minutes() / 60, figure.applyAsDouble(sample)));
        return String.format(Locale.ROOT, "%.2f", line.getSlope());
    }
}
