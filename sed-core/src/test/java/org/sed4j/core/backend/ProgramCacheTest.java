package org.sed4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled code is kept, and whatever has become of what was kept, the right code runs or one message says why not. */
class ProgramCacheTest {
    private static Search<CCompiler> compiler;

    private final Path folder;

    ProgramCacheTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void compiler() {
        compiler = CCompiler.find();
    }

    private static CCompiler compilerHere() {
        assumeThat(compiler.isFound()).as(compiler.message()).isTrue();
        return compiler.tool();
    }

    private static String source(int answer) {
        return "__attribute__((visibility(\"default\"))) int answer(void) { return " + answer + "; }";
    }

    private int answer(Path cache, int number) {
        NativeProgram program = new ProgramCache(cache).program(compilerHere(), source(number));
        return program.function("answer").invokeInt(new Object[0]);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(NativeProgram.suffix()))
                    .toList();
        }
    }

    @Test
    void program_isCompiledOnce() throws IOException {
        assertThat(answer(folder, 1)).isEqualTo(1);
        List<Path> kept = kept();
        assertThat(kept).hasSize(1);
        var written = Files.getLastModifiedTime(kept.get(0));
        assertThat(answer(folder, 1)).isEqualTo(1);
        assertThat(kept()).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept.get(0))).isEqualTo(written);
        assertThat(answer(folder, 2)).isEqualTo(2);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void damagedProgram_isMadeAgain() throws IOException {
        List<UnaryOperator<byte[]>> damages = List.of(
                whole -> Arrays.copyOf(whole, whole.length / 2),
                whole -> new byte[whole.length],
                whole -> new byte[0],
                whole -> {
                    byte[] changed = whole.clone();
                    changed[whole.length / 2] ^= 1;
                    return changed;
                });
        for (int i = 0; i < damages.size(); i++) {
            Path file = new ProgramCache(folder).compiled(compilerHere(), source(30 + i));
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, damages.get(i).apply(whole));
            assertThat(answer(folder, 30 + i)).isEqualTo(30 + i);
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void folderThatIsNone_isDoneWithout() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(answer(file, 4)).isEqualTo(4);
        assertThat(answer(file.resolve("below"), 5)).isEqualTo(5);
    }

    @Test
    void oneProgram_compiledByManyAtOnce_isRightForAll() throws Exception {
        compilerHere();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> answer(folder, 6 + i % 2))
                    .toList();
            List<Future<Integer>> answers = pool.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(6 + i % 2);
            }
            assertThat(kept()).hasSize(2);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void compilerThatFails_leavesNothingBehind() throws IOException {
        CCompiler here = compilerHere();
        Path file = folder.resolve("killed");
        Files.writeString(file, "#!/bin/sh\nkill -9 $$\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        CCompiler killed = new CCompiler(List.of(file.toString()), file, "1", here.flags(), "");
        assertThatThrownBy(() -> new ProgramCache(folder).program(killed, source(8)))
                .isInstanceOf(CompilationFailure.class)
                .hasMessageContaining("ended with status 137")
                .hasMessageContaining("was stopped for want of memory");
        CCompiler gone = new CCompiler(List.of(folder + "/gone"), file, "1", here.flags(), "");
        assertThatThrownBy(() -> new ProgramCache(folder).program(gone, source(8)))
                .hasMessageContaining("does not start")
                .hasMessageContaining("Maybe it was removed");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsNotLoaded_isSaidInOneMessage() throws IOException {
        CCompiler here = compilerHere();
        Path junk = folder.resolve("junk");
        Files.writeString(
                junk,
                "#!/bin/sh\nwhile [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then echo junk > \"$2\"; fi; shift; done\n");
        Files.setPosixFilePermissions(junk, PosixFilePermissions.fromString("rwxr-xr-x"));
        CCompiler broken = new CCompiler(List.of(junk.toString()), junk, "1", here.flags(), "");
        assertThatThrownBy(() -> new ProgramCache(folder).program(broken, source(9)))
                .isInstanceOf(CompilationFailure.class)
                .hasMessageStartingWith("Compiled code cannot be loaded from ")
                .hasMessageContaining("\nMaybe no program may run from there (noexec); the property sed4j.cache");
    }

    @Test
    void folder_isWhereTheSystemKeepsWhatCanBeMadeAgain() {
        String temporary = folder.toString();
        assertThat(NativeFolder.lasting("/here", Map.of(), "/home/me", "Linux", temporary, 5))
                .containsExactly(Path.of("/here"));
        assertThat(NativeFolder.lasting("", Map.of("XDG_CACHE_HOME", "/c"), "/home/me", "Linux", temporary, 5))
                .containsExactly(Path.of("/c/sed4j"), folder.resolve("sed4j-5"));
        assertThat(NativeFolder.lasting("", Map.of(), "/home/me", "Linux", temporary, 5))
                .startsWith(Path.of("/home/me/.cache/sed4j"));
        assertThat(NativeFolder.lasting("", Map.of(), "/Users/me", "Mac OS X", temporary, 5))
                .startsWith(Path.of("/Users/me/Library/Caches/sed4j"));
    }

    /** Whoever can write to the folder knows the name that a program's source gives; that must not be enough. */
    @Test
    void programThatSomebodyElseHasPlanted_isNotLoaded() throws Exception {
        CCompiler here = compilerHere();
        Path right = new ProgramCache(folder).compiled(here, source(11));
        Path planted = new ProgramCache(folder).compiled(here, source(666));
        byte[] evil = Files.readAllBytes(planted);
        Files.delete(planted);
        String key = right.getFileName().toString().split("-", -1)[0];
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(evil);
        Files.delete(right);
        for (int length : new int[] {16, 32, 64}) {
            String name = key + "-" + HexFormat.of().formatHex(digest).substring(0, length) + NativeProgram.suffix();
            Files.write(folder.resolve(name), evil);
        }
        MessageDigest withEnd = MessageDigest.getInstance("SHA-256");
        withEnd.update(evil);
        withEnd.update((byte) 0);
        String old = HexFormat.of().formatHex(withEnd.digest()).substring(0, 16);
        Files.write(folder.resolve(key + "-" + old + NativeProgram.suffix()), evil);
        assertThat(answer(folder, 11)).isEqualTo(11);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void programOfAnotherUser_orThatOthersCanWrite_isMadeAgain() throws IOException {
        Path file = new ProgramCache(folder).compiled(compilerHere(), source(12));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(answer(folder, 12)).isEqualTo(12);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwx------");
        assumeThat(Custody.ours().user()).as("only root can give files away").isZero();
        Files.setAttribute(file, "unix:uid", 54_321);
        assertThat(answer(folder, 12)).isEqualTo(12);
        assertThat((int) Files.getAttribute(file, "unix:uid")).isZero();
    }

    @Test
    void folderThatOthersCanWrite_holdsNoPrograms() throws IOException {
        compilerHere();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(answer(folder, 13)).isEqualTo(13);
        assertThat(kept()).isEmpty();
    }
}
