package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.applepicking.ApplePickingSchema;

/**
 * Disks that fill up, folders that vanish and file systems that become read-only while a run writes to them: the run ends with one
 * message, nothing that was on the disk before is lost, and once the disk is well again the run is taken up and ends in the table
 * of one that nothing befell. Where file systems can be mounted, on one of 2 MiB; a handful in the suite; long on demand:
 * {@code -Dsed4j.fuzz=MINUTES}; another seed: {@code -Dsed4j.fuzz.seed=N}.
 */
class DiskFaultsTest {
    private static final int FEW = 4;
    private static final int ROUNDS = 12;
    private static final int KIBIBYTE = 1024;
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);

    private final Path folder;
    private final Path disk;
    private boolean mounted;

    DiskFaultsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.disk = Files.createDirectory(folder.resolve("disk"));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            done("umount", disk.toString());
        }
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private void mount() throws IOException, InterruptedException {
        mounted = done("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeTrue(mounted, "file systems cannot be mounted here, so no disk could be filled");
    }

    /** Something that befalls the disk, and its mending. */
    private interface Fault {
        void strike() throws IOException, InterruptedException;

        void mend() throws IOException, InterruptedException;
    }

    /** What the launcher said, and its status. */
    private record Answer(int status, String said) {}

    private static Answer sed(OrchardStudy.Before before, String... arguments) {
        StudyCommand study = new StudyCommand(
                ApplePickingSchema.schema(),
                "Apples.",
                ApplePickingSchema.PRESETS,
                ApplePickingSchema.class,
                new OrchardStudy(before),
                "rounds");
        StringWriter err = new StringWriter();
        int status = Sed.commandLine(java.util.List.of(study))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Answer(status, err.toString());
    }

    private static Answer begun(Path out, OrchardStudy.Before before) {
        return sed(
                before,
                "apple-picking",
                "--quiet",
                "--rounds",
                "" + ROUNDS,
                "--set",
                "run.checkpoint_every=2",
                "--out",
                out.toString());
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Many runs, each with a fault before a random round. */
    private void befall(String kind, Path out, java.util.function.Function<Rng, Fault> faults) throws Exception {
        Path whole = folder.resolve("whole-" + kind);
        assertThat(begun(whole, (round, interruption) -> {}).status()).isZero();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("sed4j.fuzz", 0));
        int refused = 0;
        int trial = 0;
        for (; trial < FEW || System.nanoTime() < end; trial++) {
            Rng rng = Seed.of(SEED).named(kind).at(trial).rng();
            int when = rng.below(ROUNDS);
            Fault fault = faults.apply(rng);
            Answer answer = begun(out, (round, interruption) -> {
                if (round == when) {
                    strike(fault);
                }
            });
            String what = kind + ", seed " + SEED + ", trial " + trial + ", round " + when + ": " + answer.said();
            assertThat(answer.said()).as(what).doesNotContain("\tat ");
            if (answer.status() != 0) {
                refused++;
                assertThat(answer.status()).as(what).isEqualTo(1);
                assertThat(answer.said()).as(what).startsWith("sed: ").contains(".\nMaybe ");
            }
            fault.mend();
            Answer after = sed((round, interruption) -> {}, "apple-picking", "--quiet", "--resume", out.toString());
            assertThat(after.status()).as(what + after.said()).isZero();
            assertThat(out.resolve("metrics.csv")).as(what).hasSameBinaryContentAs(whole.resolve("metrics.csv"));
            assertThat(out.resolve("report.html")).as(what).exists();
            delete(out);
        }
        System.out.println("Disk faults (" + kind + "): " + trial + " from seed " + SEED + ", " + refused
                + " ended the run, all were taken up.");
        assertThat(refused).isPositive();
    }

    private static void strike(Fault fault) {
        try {
            fault.strike();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void fullDisk_losesNothing() throws Exception {
        mount();
        Path filler = disk.resolve("filler");
        befall("full disk", disk.resolve("run"), rng -> new Fault() {
            @Override
            public void strike() throws IOException {
                long free = Files.getFileStore(disk).getUsableSpace();
                Files.write(filler, new byte[(int) Math.max(0, free - (long) rng.below(12) * KIBIBYTE)]);
            }

            @Override
            public void mend() throws IOException {
                Files.deleteIfExists(filler);
            }
        });
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void readOnlyDisk_losesNothing() throws Exception {
        mount();
        befall("read-only disk", disk.resolve("run"), rng -> new Fault() {
            private @Nullable Path held;

            @Override
            public void strike() throws IOException, InterruptedException {
                // files that are open forbid it, as a failing disk would not ask; folders are then what is closed
                if (!done("mount", "-o", "remount,ro", disk.toString())) {
                    held = disk.resolve("run/checkpoints");
                    done("mount", "--bind", "-o", "ro", held.toString(), held.toString());
                    done("mount", "-o", "remount,bind,ro", held.toString());
                }
            }

            @Override
            public void mend() throws IOException, InterruptedException {
                done("mount", "-o", "remount,rw", disk.toString());
                if (held != null) {
                    assertThat(done("umount", Objects.requireNonNull(held).toString()))
                            .isTrue();
                }
            }
        });
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void folderThatVanishes_isSaid_andTheRunIsTakenUpWhereItIs() throws Exception {
        Path out = folder.resolve("run");
        Path away = folder.resolve("away");
        befall("vanished folder", out, rng -> {
            Path gone = rng.below(2) == 0 ? out : out.resolve("checkpoints");
            return new Fault() {
                @Override
                public void strike() throws IOException {
                    Files.move(gone, away);
                }

                @Override
                public void mend() throws IOException {
                    if (Files.exists(gone)) {
                        delete(gone); // made anew by the run
                    }
                    Files.move(away, gone);
                }
            };
        });
    }
}
