package org.sed4j.core.backend;

import java.util.List;

/**
 * The part of the CUDA driver API that stepping worlds takes: memory, copies, modules, launches, one stream of work after
 * another. Addresses and handles are longs.
 *
 * <p>Every call that the driver refuses throws a {@link CudaFailure} with the driver's own name for it. An error of a kernel
 * is sticky: every later call fails, so it cannot pass as a result.
 */
public interface CudaDriver {

    /** Looks for the driver's library and starts it. */
    static Search<CudaDriver> find() {
        return JnaCudaDriver.find();
    }

    /** The newest CUDA it supports: 1000 · major + 10 · minor. */
    int version();

    /** The devices there are. */
    List<CudaDevice> devices();

    /** Makes a device's context and makes it current on the calling thread. */
    Context open(CudaDevice device);

    /** Work on one device. Every call may come from any thread. */
    interface Context extends AutoCloseable {

        /**
         * Loads compiled code.
         *
         * @param ptx what {@link PtxCompiler} made
         * @return the module
         */
        long load(String ptx);

        /** A kernel of a module. */
        long function(long module, String name);

        /** Bytes that are free on the device. */
        long free();

        /**
         * Device memory, set to zero.
         *
         * @throws CudaFailure if the device has not so much
         */
        long allocate(long bytes);

        /** Gives device memory back; never fails. */
        void release(long device);

        /**
         * Pins host memory, so that copies overlap with work; false if the system will not, which costs speed alone.
         */
        boolean pin(long host, long bytes);

        /** Ends what {@link #pin} began; never fails. */
        void unpin(long host);

        /** A queue of work: what is queued here is done in its order. */
        long stream();

        /** Gives a queue back when what is in it is done. */
        void end(long stream);

        /** Queues a copy from host to device. */
        void toDevice(long device, long host, long bytes, long stream);

        /** Queues a copy from device to host. */
        void toHost(long host, long device, long bytes, long stream);

        /** Queues the filling of device memory with zeros. */
        void zero(long device, long bytes, long stream);

        /**
         * Queues a kernel.
         *
         * @param blocks of threads
         * @param threads of a block
         * @param arguments longs (addresses) and ints
         */
        void launch(long function, int blocks, int threads, long stream, Number... arguments);

        /** Waits until all that is queued is done. */
        void await(long stream);

        /** Gives back all that the context holds; never fails. */
        @Override
        void close();
    }
}
