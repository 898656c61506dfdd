package org.sed4j.core.backend;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls of the driver's library by name, each answer looked at. */
final class CudaCalls {
    private final NativeLibrary library;
    private final Map<String, Function> functions = new ConcurrentHashMap<>();

    CudaCalls(NativeLibrary library) {
        this.library = library;
    }

    /** Calls a function; its CUresult. */
    int status(String function, Object... arguments) {
        return functions.computeIfAbsent(function, library::getFunction).invokeInt(arguments);
    }

    /**
     * Calls a function that must succeed.
     *
     * @param doing continues "CUDA failed to"
     * @throws CudaFailure if it does not
     */
    void call(String doing, String function, Object... arguments) {
        require(status(function, arguments), doing);
    }

    void require(int status, String doing) {
        if (status != 0) {
            throw new CudaFailure(doing, status, name(status));
        }
    }

    private String name(int status) {
        PointerByReference name = new PointerByReference();
        return status("cuGetErrorName", status, name) == 0 ? name.getValue().getString(0) : "an unknown error";
    }
}
