package org.sed4j.core.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run on the disk: its configuration, where it came from, what it measured, and enough to take it up again.
 *
 * <pre>
 * config.yaml      the whole effective configuration
 * provenance.json  version, seed, command, machine, start
 * metrics.csv      one row a round; the same seed gives the same bytes
 * timing.csv       one row a round; seconds and steps per second
 * elections.jsonl  optional: one line a round; ballots, count and ties of its election
 * checkpoints/     the last states, whole ones only
 * models/          networks, in their own library's format
 * replay.json      what the replay page plays
 * labels.json      optional: column of metrics.csv to what the report calls it
 * figures/         PNG
 * report.html      one self-contained page
 * results.json     written when the run has ended; a run without it can be resumed
 * seed-N/          a run each, if the folder holds several seeds; then it has no metrics of its own
 * </pre>
 *
 * <p>A folder is one run, of one version. Opening or refusing one changes no file in it.
 */
public final class RunFolder {
    /** The layout above; raised when a file of it changes its meaning. */
    static final int FORMAT = 1;

    private final Path root;
    private final RunRecord record;

    private RunFolder(Path root, RunRecord record) {
        this.root = root;
        this.record = record;
    }

    /**
     * Begins a run in a folder that is new or empty.
     *
     * @throws IllegalArgumentException if something is there already: another run, or files that are none of a run's
     */
    public static RunFolder create(Path root, RunRecord record) throws IOException {
        if (Files.exists(root)) {
            if (!Files.isDirectory(root)) {
                throw refused(root, "must be a folder", "it is the path of a file");
            }
            if (Files.exists(root.resolve("provenance.json"))) {
                boolean ended = Files.exists(root.resolve("results.json"));
                throw refused(
                        root,
                        "holds a run already (" + (ended ? "ended" : "not ended") + ")",
                        ended
                                ? "a new name was meant; delete the folder to make the run again"
                                : "it was meant to go on: use --resume " + root);
            }
            if (!isEmpty(root)) {
                throw refused(
                        root, "must be empty or new", "it holds other files, or a run whose provenance.json is lost");
            }
        }
        RunFolder folder = new RunFolder(root, record);
        Files.createDirectories(root);
        if (record.seeds() == 1) {
            Files.createDirectories(folder.checkpoints());
            Files.createDirectories(folder.models());
        }
        Aside.write(folder.config(), record.config());
        Aside.write(folder.provenance(), record.toJson()); // last: what makes it a run
        return folder;
    }

    /**
     * Opens a run that is there, to resume or to read it.
     *
     * @throws IllegalArgumentException if it is not a run, of another version, or its configuration was changed
     */
    public static RunFolder open(Path root) throws IOException {
        return new RunFolder(root, Inspection.of(root));
    }

    static IllegalArgumentException refused(Path root, String rule, String cause) {
        return new IllegalArgumentException("run folder (" + root + ") " + rule + ".\nMaybe " + cause + ".");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    /**
     * Claims the folder for this process until the claim is closed or the process dies, however it dies.
     *
     * @throws IllegalArgumentException if another process runs in it
     */
    public Claim claim() throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("run.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw refused(root, "is in use by another run", "it still goes on in another window");
        }
        return new Claim(channel);
    }

    /** The right to write in a run folder; ends when closed. */
    public static final class Claim implements AutoCloseable {
        private final FileChannel channel;

        private Claim(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Where the run comes from. */
    public RunRecord record() {
        return record;
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /**
     * Where the run of one seed is, in a folder of several.
     *
     * @throws IllegalArgumentException if the folder holds no such seed
     */
    public Path member(long seed) {
        if (record.seeds() == 1 || seed < record.seed() || seed - record.seed() >= record.seeds()) {
            throw refused(root, "holds no run of the seed (" + seed + ")", "seeds are counted from " + record.seed());
        }
        return root.resolve("seed-" + seed);
    }

    /** The whole effective configuration. */
    public Path config() {
        return root.resolve("config.yaml");
    }

    /** Version, seed, command and machine. */
    public Path provenance() {
        return root.resolve("provenance.json");
    }

    /** One row a round, nothing of the clock. */
    public Path metrics() {
        return root.resolve("metrics.csv");
    }

    /** One row a round, by the clock. */
    public Path timing() {
        return root.resolve("timing.csv");
    }

    /** Where the states are; see {@link #checkpoints(int)}. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** The last {@code keep} states of this run. */
    public Checkpoints checkpoints(int keep) {
        return new Checkpoints(checkpoints(), record.digest(), keep);
    }

    /** PNG figures. */
    public Path figures() {
        return root.resolve("figures");
    }

    /** Networks in their own library's format. */
    public Path models() {
        return root.resolve("models");
    }

    /** What the replay page plays. */
    public Path replay() {
        return root.resolve("replay.json");
    }

    /** What the report calls the columns, where it should not guess; optional. */
    public Path labels() {
        return root.resolve("labels.json");
    }

    /** The page to look at. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** The results; there once the run has ended. */
    public Path results() {
        return root.resolve("results.json");
    }

    /** Whether the run has ended: then there is nothing to resume. */
    public boolean ended() {
        return Files.isRegularFile(results());
    }

    /** Writes the results and so ends the run. */
    public void end(String results) throws IOException {
        Aside.write(results(), results.endsWith("\n") ? results : results + "\n");
    }

    /** Writes a text file of the run, such as its replay, whole or not at all. */
    public void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file of the run, such as a figure, whole or not at all. */
    public void write(Path file, byte[] bytes) throws IOException {
        if (!file.normalize().startsWith(root.normalize())) {
            throw refused(root, "must hold the file " + file, "the file belongs to another run");
        }
        Path parent = file.getParent();
        if (parent != null && !parent.equals(root)) {
            inside(parent);
        }
        Aside.write(file, bytes);
    }

    /** Makes a folder in this one; a link in its place would lead what is written elsewhere. */
    private void inside(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw refused(
                    root,
                    "must hold the folder " + folder + " itself, and that is a link",
                    "the run came from somebody else: delete the link");
        }
        Disk.room(folder);
    }

    /**
     * Makes sure that the run can go on from what is here: its newest checkpoint whole, and its tables with all rows that it
     * counts on. Reads only.
     *
     * @throws IOException if something is damaged or missing; the message names the file
     */
    public void check() throws IOException {
        for (Path folder : List.of(checkpoints(), figures(), models())) {
            if (Files.isSymbolicLink(folder)) {
                throw refused(
                        root,
                        "must hold the folder " + folder + " itself, and that is a link",
                        "the run came from somebody else: delete the link");
            }
        }
        long rows = checkpoints(1).rows();
        MetricsCsv.check(metrics(), rows);
        MetricsCsv.check(timing(), rows);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunFolder that && root.equals(that.root) && record.equals(that.record);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
