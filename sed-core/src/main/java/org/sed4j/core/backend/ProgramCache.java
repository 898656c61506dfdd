package org.sed4j.core.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiled programs of earlier runs, in a folder of the user's, each under a hash of its source and of the compiler, its
 * flags and the instruction set it compiles for: so a folder that several machines share is no danger.
 *
 * <p>A program is compiled aside and moved into place, so that nobody meets half of one; its name holds a hash of what is in
 * it as well, because a library of which a disk has kept a part ends the process that loads it.
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
     * @throws CompilationFailure if the compiler refuses, or the machine does not load what it made
     */
    NativeProgram program(CCompiler compiler, String source) {
        String key = key(compiler, source);
        try {
            NativeProgram made = earlier(key);
            return made == null ? NativeProgram.load(compiled(compiler, source)) : made;
        } catch (IOException | LinkageError unusable) {
            return uncached(compiler, source);
        }
    }

    /** What an earlier run has made, null if nothing; what a full disk or a power cut has left of it is removed. */
    private @Nullable NativeProgram earlier(String key) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, key + "-*" + NativeProgram.suffix())) {
            for (Path file : found) {
                if (file.getFileName().toString().equals(name(key, Files.readAllBytes(file)))) {
                    return NativeProgram.load(file);
                }
                Files.deleteIfExists(file);
            }
        }
        return null;
    }

    /** A new file to compile to. */
    Path aside() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "part", NativeProgram.suffix());
    }

    /** Compiles, whatever was compiled before. */
    Path compiled(CCompiler compiler, String source) throws IOException {
        Path aside = aside();
        try {
            compiler.compile(source, aside);
            Path file = folder.resolve(name(key(compiler, source), Files.readAllBytes(aside)));
            return Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Where no folder can be written to, or nothing may be loaded from it, a program lives as long as the process. */
    private static NativeProgram uncached(CCompiler compiler, String source) {
        try {
            Path file = Command.temporary(NativeProgram.suffix());
            file.toFile().deleteOnExit();
            compiler.compile(source, file);
            try {
                return NativeProgram.load(file);
            } catch (LinkageError refused) {
                throw new CompilationFailure(file.toString(), refused);
            }
        } catch (IOException nowhere) {
            throw new UncheckedIOException(
                    "No file can be written for compiled code.\nMaybe the disk is full; the property " + PROPERTY
                            + " names another folder.",
                    nowhere);
        }
    }

    /** The name of a compiled program, which says what it was made from and what is in it. */
    private static String name(String key, byte[] library) {
        return key + "-" + hash(library).substring(0, 16) + NativeProgram.suffix();
    }

    private static String key(CCompiler compiler, String source) {
        return hash(
                source.getBytes(StandardCharsets.UTF_8),
                compiler.path().toString().getBytes(StandardCharsets.UTF_8),
                compiler.version().getBytes(StandardCharsets.UTF_8),
                compiler.flags().toString().getBytes(StandardCharsets.UTF_8),
                compiler.target().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] each : parts) {
                sha.update(each);
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
