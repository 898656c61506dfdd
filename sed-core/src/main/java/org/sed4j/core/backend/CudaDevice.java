package org.sed4j.core.backend;

/**
 * A CUDA device.
 *
 * @param number as the driver counts
 * @param name such as "NVIDIA H200"
 * @param capability compute capability, 10 · major + minor: 90 for Hopper
 * @param bytes of memory in all
 */
public record CudaDevice(int number, String name, int capability, long bytes) {

    @Override
    public String toString() {
        return name + " (compute " + capability / 10 + "." + capability % 10 + ", " + (bytes >> 30) + " GiB)";
    }
}
