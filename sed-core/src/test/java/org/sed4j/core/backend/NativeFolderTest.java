package org.sed4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native code has a folder that is this user's alone, whatever the machine looks like. */
class NativeFolderTest {
    private static final int STRANGER = 54_321;

    private final Path root;
    private final Custody ours = Custody.ours();

    NativeFolderTest(@TempDir Path root) {
        this.root = root;
    }

    @BeforeEach
    void posix() {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews())
                .as("files have owners and modes here")
                .contains("unix");
    }

    private static Path mode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
        return path;
    }

    private static void giveAway(Path path) throws IOException {
        assumeThat(Custody.ours().user()).as("only root can give files away").isZero();
        Files.setAttribute(path, "unix:uid", STRANGER, LinkOption.NOFOLLOW_LINKS);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private String refused(Path folder) {
        Search<Path> found = PrivateFolder.at(folder, ours);
        assertThat(found.isFound()).as(folder + " is taken").isFalse();
        return found.why();
    }

    @Test
    void missingFolders_areMadeForThisUserAlone() throws IOException {
        Path made = PrivateFolder.at(root.resolve("a/b/sed4j"), ours).tool();
        for (Path each : List.of(made, root.resolve("a/b"), root.resolve("a"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
        try (var files = Files.list(made)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void folderThatOthersCanWrite_isNotTaken() throws IOException {
        for (int mode : List.of(0775, 0757, 01777)) {
            assertThat(refused(mode(folder("open" + mode), mode)))
                    .endsWith("can be written by others (mode " + Integer.toOctalString(mode) + ")");
        }
        assertThat(PrivateFolder.at(mode(folder("closed"), 0755), ours).isFound())
                .isTrue();
    }

    @Test
    void cacheHomeThatTheGroupCanWrite_isNotTaken_andNothingIsMadeThere() throws IOException {
        Path xdg = mode(folder("xdg"), 0775);
        assertThat(refused(xdg.resolve("sed4j"))).isEqualTo(xdg + " can be written by others (mode 775)");
        assertThat(xdg.resolve("sed4j")).doesNotExist();
    }

    @Test
    void sharedFolderForTemporaryFiles_isTakenWhereItIsSticky() throws IOException {
        Path sticky = mode(folder("tmp"), 01777);
        assertThat(PrivateFolder.at(sticky.resolve("sed4j-0"), ours).isFound()).isTrue();
        assertThat(PrivateFolder.fresh(sticky, ours).isFound()).isTrue();
        Path open = mode(folder("var"), 0777);
        assertThat(refused(open.resolve("sed4j-0"))).contains("can be written by others");
        assertThat(PrivateFolder.fresh(open, ours).isFound()).isFalse();
    }

    @Test
    void homeOfAnotherUser_asUnderSudo_isNotTaken() throws IOException {
        Path home = folder("home");
        giveAway(home);
        assertThat(refused(home.resolve(".cache/sed4j"))).isEqualTo(home + " belongs to another user");
        assertThat(home.resolve(".cache")).doesNotExist();
    }

    @Test
    void folderThatAnotherUserMadeFirst_isNotTaken_butAFreshOneBeside() throws IOException {
        Path tmp = mode(folder("tmp"), 01777);
        Path guessed = mode(folder("tmp/sed4j-0"), 0700);
        giveAway(guessed);
        assertThat(refused(guessed)).isEqualTo(guessed + " belongs to another user");
        NativeFolder chosen =
                NativeFolder.choose(List.of(guessed), List.of(tmp), ours).tool();
        assertThat(chosen.path().getParent()).isEqualTo(tmp);
        assertThat(chosen.path()).isNotEqualTo(guessed);
        assertThat(chosen.lasts()).isFalse();
        assertThat(chosen.instead()).contains("belongs to another user");
    }

    @Test
    void linkOfAnotherUser_isNotFollowed() throws IOException {
        Path mine = mode(folder("mine"), 0700);
        Path tmp = mode(folder("tmp"), 01777);
        Path link = Files.createSymbolicLink(tmp.resolve("link"), mine);
        assertThat(PrivateFolder.at(link, ours).isFound())
                .as("a link of our own")
                .isTrue();
        assertThat(PrivateFolder.at(link.resolve("below"), ours).isFound()).isTrue();
        giveAway(link);
        assertThat(refused(link)).isEqualTo(link + " belongs to another user");
        assertThat(refused(link.resolve("below"))).isEqualTo(link + " belongs to another user");
    }

    @Test
    void linkIntoAFolderThatOthersCanWrite_isNotTaken() throws IOException {
        Path open = mode(folder("open"), 0777);
        Path inside = mode(folder("open/inside"), 0700);
        Path link = Files.createSymbolicLink(root.resolve("link"), inside);
        assertThat(refused(link)).isEqualTo(open + " can be written by others (mode 777)");
        Path relative = Files.createSymbolicLink(root.resolve("relative"), Path.of("./open/../open/inside"));
        assertThat(refused(relative)).isEqualTo(open + " can be written by others (mode 777)");
        Path round = root.resolve("round");
        Files.createSymbolicLink(round, round);
        assertThat(refused(round)).isEqualTo(round + " is a link that leads nowhere");
    }

    @Test
    void fileInPlaceOfAFolder_isNotTaken() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThat(refused(file)).endsWith("file is no folder");
        assertThat(refused(file.resolve("below"))).endsWith("file is no folder");
    }

    @Test
    void withoutHome_theFolderForTemporaryFilesIsTaken_whereItIsOne() {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", "relative");
        assertThat(NativeFolder.lasting("", environment, "?", "Linux", root.toString(), 7))
                .containsExactly(root.resolve("sed4j-7"));
        assertThat(NativeFolder.lasting("", Map.of(), "?", "Linux", "", 7)).isEmpty();
        assertThat(NativeFolder.lasting("", Map.of(), "?", "Linux", root + "/none", 7))
                .isEmpty();
    }

    @Test
    void withoutAnyFolder_oneMessageNamesTheProperty() {
        Search<NativeFolder> none = NativeFolder.choose(List.of(), List.of(Path.of("/proc/none")), ours);
        assertThat(none.message())
                .startsWith("There is no folder to load native code from that is this user's alone: ")
                .endsWith(".\nMaybe the property sed4j.cache names another folder.");
    }

    @Test
    void folderWhereNoProgramMayRun_isPassedOver() throws Exception {
        Path noexec = folder("noexec");
        assumeThat(status("mount", "-t", "tmpfs", "-o", "noexec,mode=755", "tmpfs", noexec.toString()))
                .as("mounting is allowed")
                .isZero();
        try {
            Path folder = noexec.resolve("sed4j");
            assertThat(refused(folder)).isEqualTo("no program may run from " + folder + " (noexec)");
            NativeFolder chosen = NativeFolder.choose(List.of(folder, root.resolve("other")), List.of(), ours)
                    .tool();
            assertThat(chosen.path()).isEqualTo(root.resolve("other"));
            assertThat(chosen.instead()).contains("(noexec)");
        } finally {
            assertThat(status("umount", noexec.toString())).isZero();
        }
    }

    private static int status(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }

    @Test
    void ownSecret_isKept_andOneThatOthersCouldRead_isDrawnAgain() throws IOException {
        byte[] program = {1, 2, 3};
        String mark = Seal.of(root, ours).on("source", program);
        assertThat(Seal.of(root, ours).on("source", program)).isEqualTo(mark);
        assertThat(Seal.of(root, ours).on("other", program)).isNotEqualTo(mark);
        mode(root.resolve("secret"), 0644);
        String again = Seal.of(root, ours).on("source", program);
        assertThat(again).isNotEqualTo(mark);
        Files.write(root.resolve("secret"), new byte[5]);
        assertThat(Seal.of(root, ours).on("source", program)).isNotEqualTo(again);
    }
}
