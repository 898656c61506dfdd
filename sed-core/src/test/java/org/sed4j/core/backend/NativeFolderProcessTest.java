package org.sed4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.pomg.ByteTensor;

/** Processes of their own, on machines where the usual folders are missing: where ND4J's libraries would be unpacked to. */
class NativeFolderProcessTest {
    private final Path root;

    NativeFolderProcessTest(@TempDir Path root) {
        this.root = root;
    }

    /** Prints what was chosen, or the message of a first tensor; ND4J itself is not loaded. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            try {
                if (arguments.length > 0) {
                    ByteTensor.zeros(1);
                } else {
                    NativeFolder.prepare();
                }
                System.out.println(System.getProperty("org.bytedeco.javacpp.cachedir"));
                System.out.println(System.getProperty("jna.tmpdir"));
            } catch (IllegalArgumentException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private List<String> lines(List<String> options, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().remove("XDG_RUNTIME_DIR");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said.lines().filter(line -> !line.startsWith("WARNING")).toList();
    }

    @Test
    void withoutAHome_librariesGoToAFolderOfThisUsersAmongTemporaryFiles() throws IOException {
        Path own = root.resolve("sed4j-" + Custody.ours().user());
        assertThat(lines(List.of("-Duser.home=?", "-Djava.io.tmpdir=" + root)))
                .containsExactly(
                        own.resolve("javacpp").toString(), own.resolve("jna").toString());
        assertThat(Path.of("?")).doesNotExist();
    }

    @Test
    void withoutAHomeAndTemporaryFiles_oneMessageNamesTheProperty() throws IOException {
        Path none = root.resolve("none");
        Files.writeString(none, "a file");
        List<String> said =
                lines(List.of("-Duser.home=?", "-Djava.io.tmpdir=" + none, "-Djna.tmpdir=" + root), "tensor");
        assertThat(said).hasSize(2);
        assertThat(said.get(0))
                .startsWith("org.bytedeco.javacpp.cachedir (not set) has to name a folder for native libraries here: "
                        + "There is no folder to load native code from that is this user's alone: ");
        assertThat(said.get(1))
                .isEqualTo(
                        "Maybe -Dorg.bytedeco.javacpp.cachedir=FOLDER with one of your own, or -Dsed4j.cache=FOLDER for"
                                + " all native code.");
    }

    @Test
    void foldersThatWereNamed_areLeftToWhoeverNamedThem() throws IOException {
        assertThat(lines(List.of("-Dorg.bytedeco.javacpp.cachedir=/my/own", "-Djna.tmpdir=/my/jna")))
                .containsExactly("/my/own", "/my/jna");
    }
}
