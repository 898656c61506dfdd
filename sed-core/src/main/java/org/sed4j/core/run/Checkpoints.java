package org.sed4j.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last few states of a run, newest first to be taken up.
 *
 * <p>A state is written aside and moved into place, so a crash leaves the one before. A damaged state is refused, never
 * passed over: the message names the one before it, and the person decides.
 */
public final class Checkpoints {
    private static final String PATTERN = "round-[0-9]{9,}\\.ckpt";

    private final Path folder;
    private final String digest;
    private final int keep;

    /**
     * The states in {@code folder}.
     *
     * @param digest SHA-256 of the run's configuration in hexadecimal, which a state must agree with
     * @param keep how many states stay on the disk, at least 1
     */
    Checkpoints(Path folder, String digest, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException(
                    "checkpoints to keep (" + keep + ") must be at least 1.\nMaybe none were wanted: save less often.");
        }
        this.folder = folder;
        this.digest = digest;
        this.keep = keep;
    }

    /**
     * Saves the state after {@code round} rounds and forgets the oldest beyond {@code keep}.
     *
     * <p>Sync {@code metrics.csv} first: its rows must be on the disk before a state that counts on them.
     */
    public void save(long round, Checkpointed state) throws IOException {
        save(round, state instanceof Turns turns ? turns.rows() : round, state);
    }

    private void save(long round, long rows, Checkpointed state) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new IOException("checkpoints (" + folder + ") must be a folder and are a link.\n"
                    + "Maybe the run came from somebody else: delete the link.");
        }
        Disk.room(folder);
        CheckpointFile.write(
                folder.resolve(String.format(Locale.ROOT, "round-%09d.ckpt", round)),
                digest,
                new CheckpointFile.Mark(round, rows),
                state);
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            Files.delete(old);
        }
    }

    /** Whether there is a state to take up. */
    public boolean any() throws IOException {
        return !newestFirst().isEmpty();
    }

    /** The file of the newest state. */
    public Optional<Path> newest() throws IOException {
        return newestFirst().stream().findFirst();
    }

    /**
     * Takes up the newest state.
     *
     * @return how many rounds had been played
     * @throws IOException if there is none, or it is cut short, damaged, or of another configuration
     */
    public long load(Checkpointed state) throws IOException {
        List<Path> all = newestFirst();
        if (all.isEmpty()) {
            throw new IOException("checkpoints (" + folder + ") must hold a state.\n"
                    + "Maybe the run was stopped before its first checkpoint: begin it again.");
        }
        try {
            return CheckpointFile.read(all.get(0), digest, state);
        } catch (CheckpointFile.Damaged e) {
            if (all.size() == 1 || !intact(all.get(1))) {
                throw e;
            }
            throw new IOException(
                    e.getMessage() + "\nThe state before it is " + all.get(1).getFileName()
                            + ": delete the newer file to go on from there.",
                    e);
        }
    }

    private boolean intact(Path file) {
        try {
            CheckpointFile.verified(file, digest);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * How many rows of the run's tables the newest state counts on; 0 if there is none.
     *
     * @throws IOException if it is damaged or of another configuration
     */
    long rows() throws IOException {
        List<Path> all = newestFirst();
        return all.isEmpty() ? 0 : CheckpointFile.verified(all.get(0), digest).rows();
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PATTERN))
                    .sorted(java.util.Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        }
    }
}
