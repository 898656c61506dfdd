package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Path parent;
    private final Path root;

    RunFolderTest(@TempDir Path parent) {
        this.parent = parent;
        root = parent.resolve("run");
    }

    private static RunRecord record() {
        return RunRecord.begun(17, 1, "sed apple-picking --out \"a b\\c\" --set x=ü", "world:\n  players: 7\n", NOON);
    }

    private void refused(ThrowingCallable call, String rule) throws IOException {
        Map<String, String> before = FolderDigest.of(parent);
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("run folder (" + root + ") ")
                .hasMessageContaining(rule)
                .hasMessageContaining("\nMaybe ");
        assertThat(FolderDigest.of(parent)).isEqualTo(before);
    }

    private void replace(String file, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(root.resolve(file), text.replace(from, to));
    }

    @Test
    void folder_created_opensWithTheSameRecord() throws IOException {
        RunFolder created = RunFolder.create(root, record());
        RunFolder opened = RunFolder.open(root);
        assertThat(opened.record()).isEqualTo(record());
        assertThat(opened).isEqualTo(created);
        assertThat(Files.readString(opened.config())).isEqualTo("world:\n  players: 7\n");
        assertThat(Files.readString(opened.provenance()))
                .contains("\"seed\": 17", "\"version\": \"" + Version.current() + "\"", "\"started\": \"2026-11-21T12");
    }

    @Test
    void folder_ofBeforeTheBuildWasWrittenDown_opens() throws IOException {
        RunFolder.create(root, record());
        replace("provenance.json", "  \"code_digest\": \"" + Code.digest() + "\",\n", "");
        assertThat(RunFolder.open(root).record().code()).isEmpty();
    }

    @Test
    void create_inAnEmptyFolder_isAllowed() throws IOException {
        Files.createDirectories(root);
        assertThat(RunFolder.create(root, record()).ended()).isFalse();
    }

    @Test
    void create_whereOtherFilesAre_isRefused() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("thesis.tex"), "years of work");
        refused(() -> RunFolder.create(root, record()), "must be empty or new");
    }

    @Test
    void create_whereAFileIs_isRefused() throws IOException {
        Files.writeString(root, "a file");
        refused(() -> RunFolder.create(root, record()), "must be a folder");
    }

    @Test
    void create_whereARunGoesOn_isRefusedWithAHintOnResume() throws IOException {
        RunFolder.create(root, record());
        refused(() -> RunFolder.create(root, record()), "use --resume " + root);
    }

    @Test
    void create_whereARunHasEnded_isRefused() throws IOException {
        RunFolder.create(root, record()).end("{}");
        assertThat(RunFolder.open(root).ended()).isTrue();
        refused(() -> RunFolder.create(root, record()), "holds a run already (ended)");
    }

    @Test
    void open_whatIsNotThere_isRefused() throws IOException {
        refused(() -> RunFolder.open(root), "must exist");
    }

    @Test
    void open_aFile_isRefused() throws IOException {
        Files.writeString(root, "a file");
        refused(() -> RunFolder.open(root), "must be a folder");
    }

    @Test
    void open_aFolderThatIsNotARun_isRefused() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("holiday.jpg"), "sea");
        refused(() -> RunFolder.open(root), "is not a run: it has no provenance.json");
    }

    @Test
    void open_aRunWithoutItsConfiguration_isRefused() throws IOException {
        Files.delete(RunFolder.create(root, record()).config());
        refused(() -> RunFolder.open(root), "is not a run: it has no config.yaml");
    }

    @Test
    void open_anotherProgramsFolder_isRefused() throws IOException {
        RunFolder.create(root, record());
        Files.writeString(root.resolve("provenance.json"), "{\"name\": \"x\"}");
        refused(() -> RunFolder.open(root), "does not say sed4j_run");
    }

    @Test
    void open_aProvenanceCutShort_isRefused() throws IOException {
        RunFolder.create(root, record());
        Files.writeString(root.resolve("provenance.json"), "{\"sed4j_run\": 1, \"versi");
        refused(() -> RunFolder.open(root), "provenance.json cannot be read");
    }

    @Test
    void open_aRunOfAnotherVersion_isRefusedWithBothVersions() throws IOException {
        RunFolder.create(root, record());
        replace("provenance.json", '"' + Version.current() + '"', "\"0.0.7\"");
        refused(() -> RunFolder.open(root), "was written by version 0.0.7 (layout 1) and this is version");
    }

    @Test
    void open_aRunOfAnotherLayout_isRefused() throws IOException {
        RunFolder.create(root, record());
        replace("provenance.json", "\"sed4j_run\": 1", "\"sed4j_run\": 2");
        refused(() -> RunFolder.open(root), "(layout 2)");
    }

    @Test
    void open_aRunWhoseConfigurationWasEdited_isRefused() throws IOException {
        RunFolder.create(root, record());
        replace("config.yaml", "7", "9");
        refused(() -> RunFolder.open(root), "must hold the config.yaml it began with");
    }

    @Test
    void claim_whileAnotherHoldsIt_isRefusedAndFreeAfterwards() throws IOException {
        RunFolder folder = RunFolder.create(root, record());
        RunFolder again = RunFolder.open(root);
        try (RunFolder.Claim claim = folder.claim()) {
            assertThat(claim).isNotNull();
            refused(again::claim, "is in use by another run");
        }
        again.claim().close();
    }

    @Test
    void write_aFileOfAnotherRun_isRefused() throws IOException {
        RunFolder folder = RunFolder.create(root, record());
        refused(() -> folder.write(parent.resolve("elsewhere.json"), "{}"), "belongs to another run");
    }

    @Test
    void member_ofSeveralSeeds_isAFolderBelow() throws IOException {
        RunFolder all = RunFolder.create(root, RunRecord.begun(5, 3, "sed", "a: 1\n", NOON));
        assertThat(RunFolder.open(root).record().seeds()).isEqualTo(3);
        assertThat(all.member(7)).isEqualTo(root.resolve("seed-7"));
        assertThatThrownBy(() -> all.member(8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(8)");
    }

    @Test
    void checkpoints_ofAFolder_belongToItsConfiguration() throws IOException {
        RunFolder folder = RunFolder.create(root, record());
        assertThat(folder.checkpoints(2).any()).isFalse();
        assertThat(folder.record().digest())
                .hasSize(64)
                .isEqualTo(RunFolder.open(root).record().digest());
    }

    /** R6: seeds are counted upwards, and there is a last one. */
    @Test
    void seeds_beyondTheLast_areRefusedBeforeThereIsAFolder() {
        assertThatThrownBy(() -> RunRecord.begun(Long.MAX_VALUE, 2, "sed", "", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seed (9223372036854775807) must leave room for 2 seeds");
        assertThat(RunRecord.begun(Long.MAX_VALUE, 1, "sed", "", NOON).seed()).isEqualTo(Long.MAX_VALUE);
    }

    /** S2: a run folder may come from a stranger; nothing outside it is ever written. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void links_inAFolder_areNeverFollowedOnWriting() throws IOException {
        RunFolder folder = RunFolder.create(root, record());
        Path victim = Files.writeString(parent.resolve("victim"), "years of work");
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Path report = folder.report();
        Files.createSymbolicLink(report, victim);
        Files.createSymbolicLink(report.resolveSibling("report.html.part"), victim);
        folder.write(report, "page");
        assertThat(victim).hasContent("years of work");
        assertThat(report).hasContent("page").isRegularFile();
        assertThat(Files.isSymbolicLink(report)).isFalse();

        Files.createSymbolicLink(folder.timing(), victim);
        assertThatThrownBy(() -> MetricsCsv.open(folder.timing())).isInstanceOf(IOException.class);
        Files.createSymbolicLink(folder.figures(), elsewhere);
        assertThatThrownBy(() -> folder.write(folder.figures().resolve("a.png"), "x"))
                .hasMessageContaining("is a link");
        Files.delete(folder.checkpoints());
        Files.createSymbolicLink(folder.checkpoints(), elsewhere);
        Checkpointed nothing = new Checkpointed() {
            @Override
            public void save(java.io.DataOutput out) {}

            @Override
            public void load(java.io.DataInput in) {}
        };
        assertThatThrownBy(() -> folder.checkpoints(1).save(1, nothing)).hasMessageContaining("are a link");
        assertThatThrownBy(() -> folder.write(root.resolve("../out"), "x")).hasMessageContaining("another run");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(victim).hasContent("years of work");
    }
}
