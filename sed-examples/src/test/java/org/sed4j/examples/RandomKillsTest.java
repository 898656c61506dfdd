package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * Studies killed at random moments (kill -9), taken up and killed again: in the end every file is that of a run that nobody
 * killed. Two kills in the suite; long on demand: {@code -Dsed4j.fuzz=MINUTES}; another seed: {@code -Dsed4j.fuzz.seed=N}.
 */
class RandomKillsTest {
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);
    private static final long MINUTES = Long.getLong("sed4j.fuzz", 0);

    private final Path folder;
    private final Path log;

    RandomKillsTest(@TempDir Path folder) {
        this.folder = folder;
        this.log = folder.resolve("log");
    }

    /** In a folder of its own, so that paths of the run are the same. */
    private Process start(Path home, List<String> words) throws IOException {
        Files.deleteIfExists(log);
        Files.createDirectories(home);
        return Launched.start(Launched.here(), List.of(), Map.of(), home, log, words);
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void runs_killedAtRandom_endInTheSameFiles() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        List<String> studies = new ArrayList<>(Launched.RUNS.keySet());
        if (MINUTES == 0) {
            studies = List.of("society");
        }
        int kills = 0;
        for (int trial = 0; trial < 1 || System.nanoTime() < end; trial++) {
            String study = studies.get(trial % studies.size());
            String run = Launched.RUNS.get(study) + " --seed " + (1 + trial / studies.size());
            Path whole = folder.resolve("whole");
            List<String> begin = Launched.words(run, "--out", "run");
            long begun = System.nanoTime();
            assertThat(Launched.ended(start(whole, begin)))
                    .as(Files.readString(log))
                    .isZero();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            Path killed = folder.resolve("killed");
            int here = killed(
                    begin,
                    killed,
                    millis,
                    Seed.of(SEED).named("kills").at(trial).rng());
            kills += here;
            assertThat(Launched.differences(killed.resolve("run"), whole.resolve("run")))
                    .as("%s, seed %d, trial %d, killed %d times", study, SEED, trial, here)
                    .isEmpty();
            Launched.delete(whole);
            Launched.delete(killed);
        }
        System.out.println("Kills: " + kills + " from seed " + SEED + ", every file as if there had been none.");
        assertThat(kills).isPositive();
    }

    /** Runs to the end, killed on the way; how often. */
    private int killed(List<String> begin, Path home, long millis, Rng rng) throws Exception {
        int left = MINUTES == 0 ? 2 : 3 + rng.below(6);
        int kills = 0;
        Process process = start(home, begin);
        while (left > 0) {
            // from the first class loaded to the last figure drawn
            if (process.waitFor((long) (rng.uniform() * 1.1 * millis), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as(Files.readString(log)).isZero();
                return kills;
            }
            process.destroyForcibly().waitFor();
            kills++;
            left--;
            process = again(begin, home);
        }
        assertThat(Launched.ended(process)).as(Files.readString(log)).isZero();
        return kills;
    }

    /** Taken up, or begun again where the kill came before there was a run. */
    private Process again(List<String> begin, Path home) throws IOException {
        Path out = home.resolve("run");
        if (Files.exists(out.resolve("provenance.json"))) {
            return start(home, List.of(begin.get(0), "--quiet", "--resume", "run"));
        }
        if (Files.exists(out)) {
            Launched.delete(out);
        }
        return start(home, begin);
    }
}
