package org.sed4j.core.backend;

/** The CUDA driver refused something. Results of the batch that met it are worth nothing from there on. */
public final class CudaFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** CUDA_ERROR_OUT_OF_MEMORY. */
    public static final int OUT_OF_MEMORY = 2;

    private final int code;

    /**
     * @param doing what was being done, continuing "CUDA failed to"
     * @param code the driver's number, a CUresult
     * @param name the driver's name for it
     */
    public CudaFailure(String doing, int code, String name) {
        super("CUDA failed to " + doing + ": " + name + " (" + code + ").\nMaybe " + cause(code) + ".");
        this.code = code;
    }

    /** The driver's number, a CUresult. */
    public int code() {
        return code;
    }

    /** Likely causes of the results that users meet; numbers as in cuda.h. */
    private static String cause(int code) {
        return switch (code) {
            case OUT_OF_MEMORY -> "a smaller batch fits, or another program holds the device's memory (nvidia-smi)";
            case 3, 999 -> "the driver and the kernel module are of different versions: a restart mends it";
            case 100 -> "CUDA_VISIBLE_DEVICES hides the device, or a container was started without it";
            case 209, 218, 222 ->
                "the driver is older than the compiler that made the code: a newer driver is needed, or"
                        + " an older NVRTC (the property sed4j.nvrtc names one)";
            case 700, 716, 717, 718, 719 -> "the translated code is wrong: the backend jvm shows what the world does";
            case 803, 804 -> "the driver is too old for this device, or only its compatibility package is installed";
            default -> "sed doctor shows what the driver and the device say";
        };
    }
}
