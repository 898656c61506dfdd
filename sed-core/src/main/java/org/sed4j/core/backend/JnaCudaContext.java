package org.sed4j.core.backend;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A device's primary context. Memory, pins, streams and modules that are still held are given back when it closes. */
final class JnaCudaContext implements CudaDriver.Context {
    /** CU_MEMHOSTREGISTER_PORTABLE: pinned for every context. */
    private static final int PORTABLE = 1;
    /** CU_STREAM_NON_BLOCKING. */
    private static final int NON_BLOCKING = 1;

    private final CudaCalls calls;
    private final int device;
    private final Pointer context;
    private final Set<Long> memory = new HashSet<>();
    private final Set<Long> pinned = new HashSet<>();
    private final Set<Pointer> streams = new HashSet<>();
    private final List<Pointer> modules = new ArrayList<>();
    private boolean closed;

    JnaCudaContext(CudaCalls calls, int device, Pointer context) {
        this.calls = calls;
        this.device = device;
        this.context = context;
    }

    private void call(String doing, String function, Object... arguments) {
        calls.call("enter the device's context", "cuCtxSetCurrent", context);
        calls.call(doing, function, arguments);
    }

    @Override
    public synchronized long load(String ptx) {
        byte[] text = ptx.getBytes(StandardCharsets.US_ASCII);
        try (Memory image = new Memory(text.length + 1L)) {
            image.write(0, text, 0, text.length);
            image.setByte(text.length, (byte) 0);
            PointerByReference module = new PointerByReference();
            call("load translated code", "cuModuleLoadData", module, image);
            modules.add(module.getValue());
            return Pointer.nativeValue(module.getValue());
        }
    }

    @Override
    public long function(long module, String name) {
        PointerByReference function = new PointerByReference();
        call("find the kernel " + name, "cuModuleGetFunction", function, new Pointer(module), name);
        return Pointer.nativeValue(function.getValue());
    }

    @Override
    public long free() {
        LongByReference free = new LongByReference();
        call("ask for free memory", "cuMemGetInfo_v2", free, new LongByReference());
        return free.getValue();
    }

    @Override
    public synchronized long allocate(long bytes) {
        LongByReference address = new LongByReference();
        call("reserve " + bytes + " bytes on the device", "cuMemAlloc_v2", address, bytes);
        memory.add(address.getValue());
        call("clear memory", "cuMemsetD8_v2", address.getValue(), (byte) 0, bytes);
        call("clear memory", "cuStreamSynchronize", Pointer.NULL); // streams made here do not wait for that one
        return address.getValue();
    }

    @Override
    public synchronized void release(long address) {
        if (memory.remove(address)) {
            calls.status("cuCtxSetCurrent", context);
            calls.status("cuMemFree_v2", address);
        }
    }

    @Override
    public synchronized boolean pin(long host, long bytes) {
        calls.call("enter the device's context", "cuCtxSetCurrent", context);
        boolean done = calls.status("cuMemHostRegister_v2", new Pointer(host), bytes, PORTABLE) == 0;
        if (done) {
            pinned.add(host);
        }
        return done;
    }

    @Override
    public synchronized void unpin(long host) {
        if (pinned.remove(host)) {
            calls.status("cuCtxSetCurrent", context);
            calls.status("cuMemHostUnregister", new Pointer(host));
        }
    }

    @Override
    public synchronized long stream() {
        PointerByReference stream = new PointerByReference();
        call("open a stream", "cuStreamCreate", stream, NON_BLOCKING);
        streams.add(stream.getValue());
        return Pointer.nativeValue(stream.getValue());
    }

    @Override
    public synchronized void end(long stream) {
        if (streams.remove(new Pointer(stream))) {
            calls.status("cuCtxSetCurrent", context);
            calls.status("cuStreamDestroy_v2", new Pointer(stream));
        }
    }

    @Override
    public void toDevice(long address, long host, long bytes, long stream) {
        call("copy to the device", "cuMemcpyHtoDAsync_v2", address, new Pointer(host), bytes, new Pointer(stream));
    }

    @Override
    public void toHost(long host, long address, long bytes, long stream) {
        call("copy from the device", "cuMemcpyDtoHAsync_v2", new Pointer(host), address, bytes, new Pointer(stream));
    }

    @Override
    public void zero(long address, long bytes, long stream) {
        call("clear memory", "cuMemsetD8Async", address, (byte) 0, bytes, new Pointer(stream));
    }

    @Override
    public void launch(long function, int blocks, int threads, long stream, Number... arguments) {
        int words = arguments.length;
        // one word for each argument, then the table of their addresses that the driver wants
        try (Memory frame = new Memory(2L * Math.max(1, words) * Long.BYTES)) {
            for (int i = 0; i < words; i++) {
                long at = (long) i * Long.BYTES;
                frame.setLong(at, arguments[i].longValue()); // an int is the low half on every machine CUDA runs on
                frame.setPointer(((long) words + i) * Native.POINTER_SIZE, frame.share(at));
            }
            Pointer table = frame.share((long) words * Native.POINTER_SIZE);
            call(
                    "launch a kernel",
                    "cuLaunchKernel",
                    new Pointer(function),
                    blocks,
                    1,
                    1,
                    threads,
                    1,
                    1,
                    0,
                    new Pointer(stream),
                    table,
                    Pointer.NULL);
        }
    }

    @Override
    public void await(long stream) {
        call("finish what was queued", "cuStreamSynchronize", new Pointer(stream));
    }

    /** What a broken context refuses to give back is lost with it; nobody could do more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        calls.status("cuCtxSetCurrent", context);
        streams.forEach(stream -> calls.status("cuStreamDestroy_v2", stream));
        pinned.forEach(host -> calls.status("cuMemHostUnregister", new Pointer(host)));
        memory.forEach(address -> calls.status("cuMemFree_v2", address));
        modules.forEach(module -> calls.status("cuModuleUnload", module));
        calls.status("cuDevicePrimaryCtxRelease_v2", device);
    }
}
