package org.sed4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for a C compiler, with programs that only pretend to be one. */
class CCompilerTest {
    private final Path folder;

    CCompilerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Search<CCompiler> search(String cc) {
        return CCompiler.find(Map.of("PATH", folder.toString(), "CC", cc));
    }

    @Test
    void nothingOnThePath_namesEveryCandidateAndTheRemedy() {
        Search<CCompiler> search = search("");
        assertThat(search.isFound()).isFalse();
        assertThat(search.why())
                .isEqualTo(
                        "No C compiler works here: cc is not on the search path; gcc is not on the search path; clang is"
                                + " not on the search path");
        assertThatThrownBy(search::tool)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("apt install gcc");
    }

    @Test
    void chosenCompiler_isTriedFirst_andItsLogIsShown() throws IOException {
        program("broken", "echo 'world.c:1: nothing works' >&2; exit 3");
        assertThat(search("broken -q").why())
                .contains("broken -q (" + folder.resolve("broken") + ") does not compile C: world.c:1: nothing works");
    }

    @Test
    void chosenProgramThatIsNoCompiler_isPassedOver_andSaid() throws IOException {
        Search<CCompiler> usual = CCompiler.find(Map.of("PATH", "/usr/bin:/bin:/usr/local/bin"));
        assumeThat(usual.isFound()).as(usual.message()).isTrue();
        program("nothing", "exit 0");
        Search<CCompiler> search = CCompiler.find(Map.of(
                "PATH",
                "/usr/bin:/bin:/usr/local/bin",
                "CC",
                folder.resolve("nothing").toString()));
        assertThat(search.tool().path()).isEqualTo(usual.tool().path());
        assertThat(search.tool().version())
                .startsWith(usual.tool().version())
                .endsWith("(CC names " + folder.resolve("nothing") + ", which does not work)");
    }

    @Test
    void chosenCompiler_mayStandInAFolderWithABlank() throws IOException {
        Path blank = Files.createDirectory(folder.resolve("a b"));
        Path cc = Files.writeString(blank.resolve("cc"), "#!/bin/sh\necho none >&2; exit 4\n");
        Files.setPosixFilePermissions(cc, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(search(cc.toString()).why()).contains(cc + " (" + cc + ") does not compile C: none");
    }

    @Test
    void libraryThatDoesNotLoad_isNoCompiler() throws IOException {
        program("cc", "while [ $# -gt 0 ]; do if [ \"$1\" = -o ]; then echo junk > \"$2\"; fi; shift; done");
        assertThat(search("").why()).contains("cc (" + folder.resolve("cc") + ") makes what cannot be loaded from ");
    }

    @Test
    void foundCompiler_keepsProductsAndSumsApart_andRefusesNonsenseWithItsLog() {
        Search<CCompiler> search = CCompiler.find();
        assumeThat(search.isFound()).as(search.message()).isTrue();
        CCompiler compiler = search.tool();
        assertThat(compiler.flags()).contains("-ffp-contract=off", "-fno-fast-math");
        assertThat(compiler.target()).contains("#define __FLT_MANT_DIG__ 24");
        assertThatThrownBy(() -> compiler.compile("int f(void) { return nowhere; }", folder.resolve("f.so")))
                .isInstanceOf(CompilationFailure.class)
                .hasMessageContaining("Generated code does not compile")
                .hasMessageContaining("nowhere");
        assertThat(folder.resolve("f.so")).doesNotExist();
    }
}
