package org.sed4j.core.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Compiled programs of earlier runs, in a folder that is this user's alone, each under a hash of its source and of the
 * compiler, its flags and the instruction set it compiles for: so a folder that several machines share is no danger.
 *
 * <p>A program is compiled aside and moved into place, so that nobody meets half of one. Its name holds its {@link Seal}: what a
 * disk has damaged, or somebody has exchanged, is not loaded but made again.
 */
final class ProgramCache {
    /** The system property that names the folder. */
    static final String PROPERTY = NativeFolder.PROPERTY;

    private final Path folder;
    private final Custody custody = Custody.ours();

    ProgramCache(Path folder) {
        this.folder = folder;
    }

    /**
     * In the folder for native code.
     *
     * @throws CompilationFailure if there is none
     */
    static ProgramCache ofUser() {
        Search<NativeFolder> found = NativeFolder.ofUser();
        if (!found.isFound()) {
            throw new CompilationFailure(found);
        }
        return new ProgramCache(found.tool().path());
    }

    /**
     * The program of a source: compiled now, or earlier.
     *
     * @throws CompilationFailure if the compiler refuses, or the machine does not load what it made
     */
    NativeProgram program(CCompiler compiler, String source) {
        if (!PrivateFolder.at(folder, custody).isFound()) {
            return uncached(compiler, source);
        }
        try {
            NativeProgram made = earlier(key(compiler, source));
            return made == null ? NativeProgram.load(compiled(compiler, source)) : made;
        } catch (IOException | LinkageError unusable) {
            return uncached(compiler, source);
        }
    }

    /** What an earlier run has made, null if nothing; what is not sealed, damaged or not this user's own is removed. */
    private @Nullable NativeProgram earlier(String key) throws IOException {
        Seal seal = Seal.of(folder, custody);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, key + "-*" + NativeProgram.suffix())) {
            for (Path file : found) {
                if (custody.isOwn(file)
                        && file.getFileName().toString().equals(name(seal, key, Files.readAllBytes(file)))) {
                    return NativeProgram.load(file);
                }
                Files.deleteIfExists(file);
            }
        }
        return null;
    }

    /** Compiles, whatever was compiled before. */
    Path compiled(CCompiler compiler, String source) throws IOException {
        Seal seal = Seal.of(folder, custody);
        Path aside = Files.createTempFile(folder, "part", NativeProgram.suffix());
        try {
            compiler.compile(source, aside);
            closed(aside);
            Path file = folder.resolve(name(seal, key(compiler, source), Files.readAllBytes(aside)));
            return Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** A linker makes its file anew, with whatever a lax umask allows. */
    private static void closed(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Where no folder can be written to, or nothing may be loaded from it, a program lives as long as the process. */
    private static NativeProgram uncached(CCompiler compiler, String source) {
        try {
            Path file = Command.temporary(NativeProgram.suffix());
            compiler.compile(source, file);
            try {
                return NativeProgram.load(file);
            } catch (LinkageError refused) {
                throw new CompilationFailure(file.toString(), refused);
            }
        } catch (IOException nowhere) {
            throw new CompilationFailure(Search.missing(
                    "No file can be written for compiled code: " + nowhere.getMessage(),
                    "the disk is full; the property " + PROPERTY + " names another folder"));
        }
    }

    /** The name of a compiled program, which says what it was made from and holds the seal of that and of what is in it. */
    private static String name(Seal seal, String key, byte[] library) {
        return key + "-" + seal.on(key, library) + NativeProgram.suffix();
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
