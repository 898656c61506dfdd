package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    private final Path folder;

    InterruptionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A run whose rounds never end by themselves; the second kind never comes to a round's end. */
    public static final class Loop {
        private Loop() {}

        public static void main(String[] arguments) throws Exception {
            try (Interruption interruption = Interruption.onSignals(System.out::println)) {
                boolean stuck = arguments[1].equals("stuck");
                interruption.playing(!arguments[1].equals("ended"));
                System.out.println("running");
                System.out.flush();
                while (stuck || !interruption.requested()) {
                    Thread.sleep(5);
                }
                Files.writeString(Path.of(arguments[0]), "saved");
            }
        }
    }

    private Process start(Path file, String kind) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loop.class.getName(),
                        file.toString(),
                        kind)
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void requested_untilAsked_isFalse() {
        try (Interruption interruption = Interruption.none()) {
            assertThat(interruption.requested()).isFalse();
            interruption.request();
            assertThat(interruption.requested()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void signal_once_letsTheRoundEndAndTheStateBeSaved() throws Exception {
        Path file = folder.resolve("state");
        Process run = start(file, "willing");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("running");
            run.toHandle().destroy(); // SIGTERM
            assertThat(out.readLine()).startsWith("Stopping after this round");
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(file).hasContent("saved");
        assertThat(run.exitValue()).isEqualTo(143); // 128 + SIGTERM
    }

    /** R4: once all rounds are played, what is made of them is finished, and that is what is said. */
    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void signal_afterTheLastRound_saysThatItIsFinished() throws Exception {
        Path file = folder.resolve("state");
        Process run = start(file, "ended");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("running");
            run.toHandle().destroy();
            assertThat(out.readLine()).startsWith("All rounds are played: finishing what is made of them.");
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(file).hasContent("saved");
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void signal_twice_endsAtOnce() throws Exception {
        Path file = folder.resolve("state");
        Process run = start(file, "stuck");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("running");
            run.toHandle().destroy();
            assertThat(out.readLine()).startsWith("Stopping after this round");
            while (!run.waitFor(200, TimeUnit.MILLISECONDS)) {
                run.toHandle().destroy(); // the handler is set a moment after the line was said
            }
        }
        assertThat(run.exitValue()).isEqualTo(130);
        assertThat(file).doesNotExist();
    }
}
