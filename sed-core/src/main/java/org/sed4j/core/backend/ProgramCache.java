package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Compiled programs of earlier runs, in a folder of the user's, each under a hash of its source and of the compiler, its
 * flags and the instruction set it compiles for: so a folder that several machines share is no danger.
 *
 * <p>A program is compiled aside and moved into place, so that nobody meets half of one.
 */
final class ProgramCache {
    /** The system property that names the folder. */
    static final String PROPERTY = "sed4j.cache";

    private final Path folder;

    ProgramCache(Path folder) {
        this.folder = folder;
    }

    /** The user's: the property {@value #PROPERTY}, else where the system keeps what can be made again. */
    static ProgramCache ofUser() {
        return new ProgramCache(
                folder(System.getProperty(PROPERTY, ""), System.getenv(), System.getProperty("os.name")));
    }

    static Path folder(String named, Map<String, String> environment, String system) {
        if (!named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(System.getProperty("user.home"));
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!xdg.isBlank()) {
            return Path.of(xdg, "sed4j");
        }
        if (system.startsWith("Windows") && !local.isBlank()) {
            return Path.of(local, "sed4j", "cache");
        }
        return system.startsWith("Mac") ? home.resolve("Library/Caches/sed4j") : home.resolve(".cache/sed4j");
    }

    /**
     * The program of a source: compiled now, or earlier.
     *
     * @throws CompilationFailure if the compiler refuses
     */
    NativeProgram program(CCompiler compiler, String source) {
        Path file = folder.resolve(key(compiler, source) + NativeProgram.suffix());
        try {
            if (Files.exists(file)) {
                try {
                    return NativeProgram.load(file);
                } catch (LinkageError damaged) {
                    Files.deleteIfExists(file); // a disk may have been full: it is made again
                }
            }
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "part", NativeProgram.suffix());
            try {
                compiler.compile(source, aside);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
            return NativeProgram.load(file);
        } catch (IOException unwritable) {
            return uncached(compiler, source);
        }
    }

    /** Where no folder can be written to, a program lives as long as the process. */
    private static NativeProgram uncached(CCompiler compiler, String source) {
        try {
            Path file = Files.createTempFile("sed4j", NativeProgram.suffix());
            file.toFile().deleteOnExit();
            compiler.compile(source, file);
            return NativeProgram.load(file);
        } catch (IOException nowhere) {
            throw new java.io.UncheckedIOException(
                    "No file can be written for compiled code.\nMaybe the disk is full; the property " + PROPERTY
                            + " names another folder.",
                    nowhere);
        }
    }

    private static String key(CCompiler compiler, String source) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String each : new String[] {
                source,
                compiler.path().toString(),
                compiler.version(),
                compiler.flags().toString(),
                compiler.target()
            }) {
                sha.update(each.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
