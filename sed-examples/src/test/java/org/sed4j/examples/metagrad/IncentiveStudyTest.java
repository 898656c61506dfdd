package org.sed4j.examples.metagrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.envs.cleanup.Cleanup;
import org.sed4j.envs.cleanup.CleanupRules;
import org.sed4j.envs.escaperoom.EscapeRoom;
import org.sed4j.envs.escaperoom.EscapeRoomRules;
import org.sed4j.examples.Study;
import org.sed4j.rl.baseline.Centralised;
import org.sed4j.rl.metagradient.Payments;

@SuppressWarnings("NullAway.Init")
class IncentiveStudyTest {
    @TempDir
    private Path temporary;

    /** Every method plays, learns and is tested; the same seed measures the same bytes, on one thread or two. */
    @ParameterizedTest
    @CsvSource({"metagrad", "none", "dual-rl-small", "dual-rl-medium", "dual-rl-large", "dual-rl-continuous", "amd"})
    void escapeRoom_repeats_withEveryMethod(String method) throws IOException {
        Config config = escapeRoom().with("designer.method", method);
        byte[] once = metrics(new IncentiveStudy(EscapeRoomGame::new), config, "one");
        assertThat(metrics(new IncentiveStudy(EscapeRoomGame::new), config.with("run.threads", "2"), "two"))
                .isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8).lines()).hasSize(1 + 3);
    }

    @ParameterizedTest
    @CsvSource({"metagrad", "dual-rl-continuous", "none", "centralised"})
    void cleanup_repeats_withEveryMethod(String method) throws IOException {
        Config config = cleanup().with("designer.method", method);
        byte[] once = metrics(new IncentiveStudy(CleanupGame::new), config, "one");
        assertThat(metrics(new IncentiveStudy(CleanupGame::new), config.with("run.threads", "2"), "two"))
                .isEqualTo(once);
    }

    /** A run that was stopped between tests and taken up again ends as one that never was. */
    @ParameterizedTest
    @CsvSource({"metagrad", "cost-only", "none", "dual-rl-small", "dual-rl-continuous", "amd"})
    void stoppedRun_endsAsIfItHadNot(String method) throws IOException {
        stopsAndGoesOn(new IncentiveStudy(EscapeRoomGame::new), escapeRoom().with("designer.method", method));
    }

    @ParameterizedTest
    @CsvSource({"metagrad", "dual-rl-continuous", "centralised"})
    void stoppedCleanup_endsAsIfItHadNot(String method) throws IOException {
        stopsAndGoesOn(new IncentiveStudy(CleanupGame::new), cleanup().with("designer.method", method));
    }

    private void stopsAndGoesOn(IncentiveStudy study, Config config) throws IOException {
        Study.Result straight = result(study, config, "straight");
        RunRecord record = RunRecord.begun(1, 1, "test", config.yaml(), Instant.EPOCH);
        RunFolder folder = RunFolder.create(temporary.resolve("stopped"), record);
        for (int stop : List.of(0, 10)) {
            Interruption wish = Interruption.none();
            Progress stops = new Stopping(stop, wish);
            assertThat(study.run(config, folder, stops, wish).ended()).isFalse();
        }
        Study.Result resumed = study.run(config, folder, Progress.silent(), Interruption.none());
        assertThat(resumed).isEqualTo(straight);
        assertThat(Files.readAllBytes(folder.metrics()))
                .isEqualTo(Files.readAllBytes(
                        RunFolder.open(temporary.resolve("straight")).metrics()));
        assertThat(Files.readString(folder.replay()))
                .isEqualTo(Files.readString(
                        RunFolder.open(temporary.resolve("straight")).replay()));
    }

    /**
     * What the meta-gradient is for: with the released numbers, players of ER(2, 1) come to cooperate, and without incentives
     * they do not. 9 is the most there is.
     */
    @Test
    void metaGrad_opensTheDoor() throws IOException {
        Config config = escapeRoom()
                .with("game.agents", "2")
                .with("game.lever", "1")
                .with("players.learning_rate", "5e-4")
                .with("run.episodes", "6000")
                .with("run.evaluate_every", "6000");
        IncentiveStudy study = new IncentiveStudy(EscapeRoomGame::new);
        assertThat(result(study, config, "with").figures().get("designer_return"))
                .isGreaterThan(5);
        Config alone = config.with("designer.method", "none");
        assertThat(result(study, alone, "without").figures().get("designer_return"))
                .isLessThan(0);
    }

    @Test
    void centralisedCleanup_keepsTheContractOfWorlds() {
        CleanupRules rules = CleanupRules.preset("7x7");
        assertThat(Conformance.of(() -> new Centralised(new Cleanup(rules), 0))
                        .steps(60)
                        .check()
                        .passed())
                .isNotEmpty();
    }

    @Test
    void whatCannotBe_isRefused() {
        IncentiveStudy study = new IncentiveStudy(EscapeRoomGame::new);
        assertThatThrownBy(() -> study.check(escapeRoom().with("game.lever", "3")))
                .hasMessageContaining("players needed at the lever (m) (3)");
        assertThatThrownBy(() -> escapeRoom().with("designer.bound", "0")).hasMessageContaining("designer.bound");
        assertThatThrownBy(() -> new IncentiveStudy(CleanupGame::new)
                        .check(cleanup().with("game.map", "melting-pot").with("designer.method", "centralised")))
                .hasMessageContaining("actions of a centralised world");
    }

    /** An economy whose rewards are no function of a ledger says so. */
    @Test
    void rewardsThatAreNotSettled_areRefused() {
        World plain = new Centralised(new Cleanup(CleanupRules.preset("7x7")), 0);
        try (Pomg undesigned = Worlds.of(() -> plain).build()) {
            assertThatThrownBy(() -> Payments.of(undesigned)).hasMessageContaining("entries of the design (0)");
        }
        try (Pomg settled =
                Worlds.of(EscapeRoom.maker(EscapeRoomRules.of(2, 1))).build()) {
            assertThat(Payments.of(settled)).isNotNull();
        }
    }

    private static Config escapeRoom() {
        return config("escape-room", Key.whole("game.agents", 3), Key.whole("game.lever", 1), target())
                .with("designer.cost", "paid");
    }

    private static Key target() {
        return Key.choice("game.target", "action", "player");
    }

    private static Config cleanup() {
        return config(
                        "cleanup",
                        Key.choice("game.map", "7x7", "10x10", "melting-pot", "socialjax"),
                        Key.whole("game.filters", 2))
                .with("players.learner", "actor-critic")
                .with("players.sharing", "shared")
                .with("players.trace_decay", "0")
                .with("players.hidden", "[8]")
                .with("players.exploration_start", "1")
                .with("players.exploration_end", "0.05")
                .with("designer.value", "true")
                .with("designer.hidden", "[8]")
                .with("dual.hidden", "[8]");
    }

    private static Config config(String study, Key... game) {
        List<Key> keys = new ArrayList<>(List.of(game));
        keys.addAll(IncentiveKeys.players());
        keys.addAll(IncentiveKeys.designer(study.equals("cleanup") ? "centralised" : "amd"));
        keys.addAll(IncentiveKeys.quirks());
        keys.addAll(IncentiveKeys.dual());
        keys.addAll(IncentiveKeys.run());
        Schema schema = Schema.of(study, IncentiveKeys.sections(), keys, List.of());
        return ConfigReader.of(schema)
                .config()
                .with("run.episodes", "20")
                .with("run.evaluate_every", "10")
                .with("run.evaluation_episodes", "2")
                .with("run.final_episodes", "20")
                .with("run.replay_episodes", "1");
    }

    private byte[] metrics(Study study, Config config, String name) throws IOException {
        result(study, config, name);
        return Files.readAllBytes(RunFolder.open(temporary.resolve(name)).metrics());
    }

    private Study.Result result(Study study, Config config, String name) throws IOException {
        study.check(config);
        RunRecord record = RunRecord.begun(1, 1, "test", config.yaml(), Instant.EPOCH);
        RunFolder folder = RunFolder.create(temporary.resolve(name), record);
        return study.run(config, folder, Progress.silent(), Interruption.none());
    }

    /** Somebody who stops a run at a test. */
    private record Stopping(long at, Interruption wish) implements Progress {
        @Override
        public void report(long done, long of, String label, Map<String, Double> figures) {
            if (done >= at) {
                wish.request();
            }
        }

        @Override
        public void note(String line) {}

        @Override
        public void close() {}
    }
}
