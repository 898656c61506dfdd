package org.sed4j.core.backend;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** NVIDIA's run-time compiler, a library: no toolkit and no C compiler is needed beside it, and no device to compile. */
public final class Nvrtc implements PtxCompiler {
    /** The system property that names the library, where it is in no usual place. */
    public static final String PROPERTY = "sed4j.nvrtc";

    private final NativeLibrary library;
    private final String where;
    private final int version;

    private Nvrtc(NativeLibrary library, String where, int version) {
        this.library = library;
        this.where = where;
        this.version = version;
    }

    /** Looks for it: the property {@value #PROPERTY}, the loader's path, CUDA_HOME, CUDA_PATH and /usr/local/cuda*. */
    public static Search<Nvrtc> find() {
        return find(System.getenv(), System.getProperty(PROPERTY, ""));
    }

    static Search<Nvrtc> find(Map<String, String> environment, String named) {
        try {
            NativeFolder.prepare();
        } catch (IllegalArgumentException nowhere) {
            return NativeFolder.missing(nowhere);
        }
        for (String candidate : candidates(environment, named)) {
            try {
                NativeLibrary library = NativeLibrary.getInstance(candidate);
                builtins(library.getFile());
                IntByReference major = new IntByReference();
                IntByReference minor = new IntByReference();
                if (library.getFunction("nvrtcVersion").invokeInt(new Object[] {major, minor}) == 0) {
                    int version = 1000 * major.getValue() + 10 * minor.getValue();
                    return Search.found(new Nvrtc(library, library.getFile().getPath(), version));
                }
            } catch (LinkageError absent) {
                // the next place
            }
        }
        return Search.missing(
                named.isEmpty() ? "There is no NVRTC here" : "There is no NVRTC at " + named + " (" + PROPERTY + ")",
                "a CUDA toolkit has to be installed, or the property " + PROPERTY
                        + " names libnvrtc (a CUDA toolkit is not"
                        + " needed for it: pip install nvidia-cuda-nvrtc brings the library alone)");
    }

    /** Loads what NVRTC asks the loader for while it compiles; outside of the loader's path it would not be found. */
    private static void builtins(File library) {
        File folder = library.getAbsoluteFile().getParentFile();
        String[] beside = folder == null ? null : folder.list((at, name) -> name.startsWith("libnvrtc-builtins.so"));
        for (String name : beside == null ? new String[0] : beside) {
            NativeLibrary.getInstance(new File(folder, name).getPath());
        }
    }

    private static Set<String> candidates(Map<String, String> environment, String named) {
        if (!named.isEmpty()) {
            return Set.of(named);
        }
        Set<String> names = new LinkedHashSet<>();
        if (Platform.isWindows()) {
            CudaFolders.libraries(environment, "nvrtc64_").forEach(file -> names.add(file.toString()));
            names.addAll(List.of("nvrtc64_130_0", "nvrtc64_120_0", "nvrtc64_112_0"));
        } else {
            CudaFolders.libraries(environment, "libnvrtc.so").forEach(file -> names.add(file.toString()));
            names.addAll(List.of("libnvrtc.so", "libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2"));
        }
        return names;
    }

    @Override
    public String name() {
        return "NVRTC " + JnaCudaDriver.shown(version);
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String compile(String source, int capability, String... definitions) {
        Integer target = PtxCompiler.suitable(architectures(), capability);
        List<String> options = new ArrayList<>(List.of(
                "--gpu-architecture=compute_" + (target == null ? COMMON : target), "--fmad=false", "--std=c++17"));
        for (String definition : definitions) {
            options.add("-D" + definition);
        }
        PointerByReference made = new PointerByReference();
        require("nvrtcCreateProgram", made, source, "world.cu", 0, Pointer.NULL, Pointer.NULL);
        Pointer program = made.getValue();
        try {
            StringArray words = new StringArray(options.toArray(new String[0]));
            int status = invoke("nvrtcCompileProgram", program, options.size(), words);
            if (status != 0) {
                throw new CompilationFailure(
                        name() + " " + String.join(" ", options), status, text(program, "nvrtcGetProgramLog"));
            }
            return text(program, "nvrtcGetPTX");
        } finally {
            invoke("nvrtcDestroyProgram", new PointerByReference(program));
        }
    }

    /** The capabilities it makes code for; libraries before 11.2 do not say. */
    private List<Integer> architectures() {
        List<Integer> known = new ArrayList<>();
        try {
            IntByReference count = new IntByReference();
            require("nvrtcGetNumSupportedArchs", count);
            try (Memory numbers = new Memory((long) Integer.BYTES * Math.max(1, count.getValue()))) {
                require("nvrtcGetSupportedArchs", numbers);
                for (int each : numbers.getIntArray(0, count.getValue())) {
                    known.add(each);
                }
            }
        } catch (UnsatisfiedLinkError old) {
            known.add(COMMON);
        }
        return known;
    }

    private String text(Pointer program, String kind) {
        LongByReference size = new LongByReference();
        require(kind + "Size", program, size);
        try (Memory text = new Memory(Math.max(1, size.getValue()))) {
            require(kind, program, text);
            return text.getString(0);
        }
    }

    private int invoke(String function, Object... arguments) {
        return library.getFunction(function).invokeInt(arguments);
    }

    private void require(String function, Object... arguments) {
        int status = invoke(function, arguments);
        if (status != 0) {
            throw new CompilationFailure(name() + " " + function, status, "no log");
        }
    }
}
