package org.sed4j.core.pomg.engine;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.CudaDevice;
import org.sed4j.core.backend.CudaDriver;
import org.sed4j.core.backend.CudaFailure;
import org.sed4j.core.backend.NativeProgram;
import org.sed4j.core.backend.PtxCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.conformance.Life;
import org.sed4j.core.run.Seed;

/**
 * A device that is none: CUDA C is compiled as C and its threads run one after another on the host, so that all of the
 * CUDA backend but the hardware is tested to the byte. Its queues really wait: nothing is done before somebody waits.
 */
final class FakeCuda implements CudaDriver, PtxCompiler, CudaDriver.Context {
    private static final String SHIM = """
            #define __CUDACC__ 1
            #define __device__
            #define __global__ __attribute__((visibility("default")))
            #define __constant__
            #define __forceinline__ inline
            #define __noinline__
            #define __restrict__
            #define __launch_bounds__(...)
            #include <stdint.h>
            #include <string.h>
            #include <math.h>
            static struct { int x; } threadIdx, blockIdx, blockDim;
            static int __float_as_int(float x) { int i; memcpy(&i, &x, 4); return i; }
            static float __int_as_float(int i) { float x; memcpy(&x, &i, 4); return x; }
            static long long __double_as_longlong(double x) { long long i; memcpy(&i, &x, 8); return i; }
            static double __longlong_as_double(long long i) { double x; memcpy(&x, &i, 8); return x; }
            static int __clz(int x) { return x == 0 ? 32 : __builtin_clz(x); }
            static int __clzll(long long x) { return x == 0 ? 64 : __builtin_clzll(x); }
            #define __popc __builtin_popcount
            #define __popcll __builtin_popcountll
            #define __ffs __builtin_ffs
            #define __ffsll __builtin_ffsll
            static int atomicOr(int *at, int bits) { int old = *at; *at |= bits; return old; }
            typedef int64_t A;
            __global__ void fake_launch(void (*f)(A, A, A, A, A, A, A, A, A, A, A, A), int blocks, int threads, const A *a) {
                blockDim.x = threads;
                for (blockIdx.x = 0; blockIdx.x < blocks; blockIdx.x++)
                    for (threadIdx.x = 0; threadIdx.x < threads; threadIdx.x++)
                        f(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
            }
            """;
    private static final int MOST_ARGUMENTS = 12;

    private final CCompiler compiler;
    private final int capability;
    private final Map<Long, Memory> memory = new HashMap<>();
    private final Map<Long, NativeProgram> modules = new HashMap<>();
    private final Map<Long, Function> functions = new HashMap<>();
    private final Map<Long, List<Runnable>> queues = new HashMap<>();
    private long handles = 1;
    /** Bytes that the device has left. */
    long free = 1L << 30;
    /** Fail at the n-th launch from now on, and from there on. */
    int healthyLaunches = Integer.MAX_VALUE;

    boolean closed;
    int pins;

    FakeCuda(CCompiler compiler, int capability) {
        this.compiler = compiler;
        this.capability = capability;
    }

    @Override
    public int version() {
        return 13_000;
    }

    @Override
    public List<CudaDevice> devices() {
        return capability == 0 ? List.of() : List.of(new CudaDevice(0, "Fake", capability, 1L << 30));
    }

    @Override
    public Context open(CudaDevice device) {
        return this;
    }

    @Override
    public String name() {
        return "fake 13.0";
    }

    @Override
    public String where() {
        return "here";
    }

    @Override
    public String compile(String source, int forCapability, String... definitions) {
        StringBuilder text = new StringBuilder();
        for (String definition : definitions) {
            text.append("#define ").append(definition.replace('=', ' ')).append('\n');
        }
        return SHIM + text + source.replace("extern \"C\"", "");
    }

    @Override
    public long load(String ptx) {
        modules.put(++handles, compiler.program(ptx));
        return handles;
    }

    @Override
    public long function(long module, String name) {
        NativeProgram program = Objects.requireNonNull(modules.get(module));
        functions.put(++handles, program.function(name));
        functions.put(-handles, program.function("fake_launch"));
        return handles;
    }

    @Override
    public long free() {
        return free;
    }

    @Override
    public long allocate(long bytes) {
        if (bytes > free) {
            throw new CudaFailure(
                    "reserve " + bytes + " bytes on the device", CudaFailure.OUT_OF_MEMORY, "OUT_OF_MEMORY");
        }
        Memory block = new Memory(bytes);
        block.clear();
        free -= bytes;
        memory.put(Pointer.nativeValue(block), block);
        return Pointer.nativeValue(block);
    }

    @Override
    public void release(long device) {
        Memory block = memory.remove(device);
        free += block == null ? 0 : block.size();
    }

    /** How many blocks of memory are still held. */
    int held() {
        return memory.size();
    }

    @Override
    public boolean pin(long host, long bytes) {
        pins++;
        return true;
    }

    @Override
    public void unpin(long host) {
        pins--;
    }

    @Override
    public long stream() {
        queues.put(++handles, new ArrayList<>());
        return handles;
    }

    @Override
    public void end(long stream) {
        queues.remove(stream);
    }

    private List<Runnable> work(long stream) {
        return Objects.requireNonNull(queues.get(stream));
    }

    private void queue(long stream, Runnable work) {
        work(stream).add(work);
    }

    @Override
    public void toDevice(long device, long host, long bytes, long stream) {
        queue(stream, () -> copy(device, host, bytes));
    }

    @Override
    public void toHost(long host, long device, long bytes, long stream) {
        queue(stream, () -> copy(host, device, bytes));
    }

    private static void copy(long to, long from, long bytes) {
        new Pointer(to).write(0, new Pointer(from).getByteArray(0, (int) bytes), 0, (int) bytes);
    }

    @Override
    public void zero(long device, long bytes, long stream) {
        queue(stream, () -> new Pointer(device).setMemory(0, bytes, (byte) 0));
    }

    @Override
    public void launch(long function, int blocks, int threads, long stream, Number... arguments) {
        queue(stream, () -> {
            if (healthyLaunches-- <= 0) {
                throw new CudaFailure("finish what was queued", 700, "CUDA_ERROR_ILLEGAL_ADDRESS");
            }
            try (Memory frame = new Memory(MOST_ARGUMENTS * Long.BYTES)) {
                frame.clear();
                for (int i = 0; i < arguments.length; i++) {
                    frame.setLong((long) i * Long.BYTES, arguments[i].longValue());
                }
                Objects.requireNonNull(functions.get(-function))
                        .invokeVoid(new Object[] {functions.get(function), blocks, threads, frame});
            }
        });
    }

    @Override
    public void await(long stream) {
        List<Runnable> work = new ArrayList<>(work(stream));
        work(stream).clear();
        work.forEach(Runnable::run);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** How worlds on this device differ from the same on the JVM; empty if they do not. */
    static String difference(CCompiler compiler, Supplier<? extends World> maker, int worlds, int steps, Seed seed) {
        FakeCuda cuda = new FakeCuda(compiler, 90);
        Mould mould = new Mould(maker);
        Search<Engine.Maker> search = Engines.device(mould.program().tool(), mould.spaces(), cuda, cuda, "as asked");
        try (Pomg one = NativeEngineTest.batch(Engine.jvm(mould.spaces(), ""), new Mould(maker), worlds, 1);
                Pomg other = NativeEngineTest.batch(search.tool(), mould, worlds, 1)) {
            one.reset();
            other.reset();
            return Life.difference(one, other, steps, seed);
        }
    }
}
