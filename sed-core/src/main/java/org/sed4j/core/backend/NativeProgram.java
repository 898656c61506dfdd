package org.sed4j.core.backend;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;

/** A loaded shared library: functions by name. Whoever holds one of them keeps the program open. */
public final class NativeProgram implements AutoCloseable {
    /** RTLD_LAZY without RTLD_GLOBAL: every translated World has functions of the same names. */
    private static final int LAZY_AND_LOCAL = 1;

    private final NativeLibrary library;

    private NativeProgram(NativeLibrary library) {
        this.library = library;
    }

    /**
     * Loads a library.
     *
     * @throws LinkageError if the machine cannot load it
     */
    public static NativeProgram load(Path file) {
        NativeFolder.prepare();
        return new NativeProgram(NativeLibrary.getInstance(
                file.toAbsolutePath().toString(), Map.of(Library.OPTION_OPEN_FLAGS, LAZY_AND_LOCAL)));
    }

    /** What the system's loader said, in a line: the binding puts a line of its own before it and the same again behind. */
    static String said(LinkageError refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Unable to load library"))
                .findFirst()
                .orElse(refused.toString());
    }

    /** How libraries of this machine are called: ".so", ".dylib" or ".dll". */
    static String suffix() {
        return Platform.isWindows() ? ".dll" : Platform.isMac() ? ".dylib" : ".so";
    }

    /**
     * A function of the library.
     *
     * @throws UnsatisfiedLinkError if it has none of that name
     */
    public Function function(String name) {
        return library.getFunction(name);
    }

    @Override
    public void close() {
        library.close();
    }
}
