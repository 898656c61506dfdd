package org.sed4j.core.backend;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;

/** The driver's own library. */
final class JnaCudaDriver implements CudaDriver {
    /** CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR; MINOR follows it. */
    private static final int CAPABILITY = 75;
    /** The oldest driver that takes every call used here: CUDA 11.0, the first to know compute capability 8.0. */
    private static final int OLDEST = 11_000;

    private static final int NO_DEVICE = 100;
    private static final int NAME_LENGTH = 256;

    private final NativeLibrary library;
    private final int version;

    private JnaCudaDriver(NativeLibrary library, int version) {
        this.library = library;
        this.version = version;
    }

    static Search<CudaDriver> find() {
        String name = Platform.isWindows() ? "nvcuda" : "libcuda.so.1";
        NativeLibrary library;
        try {
            NativeFolder.prepare();
            library = NativeLibrary.getInstance(name);
        } catch (IllegalArgumentException nowhere) {
            return NativeFolder.missing(nowhere);
        } catch (LinkageError absent) {
            return Search.missing(
                    "There is no CUDA driver here (" + name + " cannot be loaded)",
                    "NVIDIA's driver has to be installed, or the container started with its devices");
        }
        try {
            return started(library);
        } catch (CudaFailure | LinkageError problem) {
            return Search.missing(
                    "The CUDA driver does not start: "
                            + String.valueOf(problem.getMessage()).replace('\n', ' '),
                    "nvidia-smi shows what is wrong with it");
        }
    }

    private static Search<CudaDriver> started(NativeLibrary library) {
        CudaCalls calls = new CudaCalls(library);
        int status = calls.status("cuInit", 0);
        if (status == NO_DEVICE) {
            return Search.missing(
                    "The CUDA driver finds no device",
                    "CUDA_VISIBLE_DEVICES hides it, or the container was started without it");
        }
        calls.require(status, "start the driver");
        IntByReference version = new IntByReference();
        calls.call("ask the driver's version", "cuDriverGetVersion", version);
        if (version.getValue() < OLDEST) {
            return Search.missing(
                    "The CUDA driver is too old: it supports CUDA " + shown(version.getValue()) + ", worlds need "
                            + shown(OLDEST),
                    "a driver of version 450 or later has to be installed");
        }
        return Search.found(new JnaCudaDriver(library, version.getValue()));
    }

    static String shown(int version) {
        return version / 1000 + "." + version % 1000 / 10;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public List<CudaDevice> devices() {
        CudaCalls calls = new CudaCalls(library);
        IntByReference count = new IntByReference();
        calls.call("count devices", "cuDeviceGetCount", count);
        List<CudaDevice> devices = new ArrayList<>();
        for (int number = 0; number < count.getValue(); number++) {
            devices.add(device(calls, number));
        }
        return devices;
    }

    private static CudaDevice device(CudaCalls calls, int number) {
        IntByReference device = new IntByReference();
        calls.call("find device " + number, "cuDeviceGet", device, number);
        IntByReference value = new IntByReference();
        calls.call("ask a capability", "cuDeviceGetAttribute", value, CAPABILITY, device.getValue());
        int capability = 10 * value.getValue();
        calls.call("ask a capability", "cuDeviceGetAttribute", value, CAPABILITY + 1, device.getValue());
        capability += value.getValue();
        LongByReference bytes = new LongByReference();
        calls.call("ask a device's memory", "cuDeviceTotalMem_v2", bytes, device.getValue());
        try (Memory name = new Memory(NAME_LENGTH)) {
            calls.call("ask a device's name", "cuDeviceGetName", name, NAME_LENGTH, device.getValue());
            return new CudaDevice(number, name.getString(0), capability, bytes.getValue());
        }
    }

    @Override
    public Context open(CudaDevice device) {
        CudaCalls calls = new CudaCalls(library);
        IntByReference handle = new IntByReference();
        calls.call("find device " + device.number(), "cuDeviceGet", handle, device.number());
        PointerByReference context = new PointerByReference();
        calls.call("open " + device, "cuDevicePrimaryCtxRetain", context, handle.getValue());
        return new JnaCudaContext(calls, handle.getValue(), context.getValue());
    }
}
