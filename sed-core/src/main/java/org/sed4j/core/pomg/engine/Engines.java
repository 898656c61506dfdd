package org.sed4j.core.pomg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.CompilationFailure;
import org.sed4j.core.backend.CudaDevice;
import org.sed4j.core.backend.CudaDriver;
import org.sed4j.core.backend.CudaFailure;
import org.sed4j.core.backend.PtxCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.Spaces;

/** Chooses what a batch runs on. */
final class Engines {
    /** Worlds from which compiled code is worth its calls: with one it is slower, with nine 1.6 times as fast. */
    private static final int WORTHWHILE = 8;

    /**
     * Worlds from which a device is. By calculation, for want of one: some twenty launches and copies a step are some tenths
     * of a millisecond, in which native code steps a thousand small worlds on few threads.
     */
    private static final int MANY = 4_096;

    private Engines() {}

    /**
     * The backend asked for, or the best there is.
     *
     * @throws IllegalArgumentException saying what the machine or the World lacks for the backend that was asked for
     */
    static Engine.Maker of(Backend backend, Mould mould, int worlds) {
        return switch (backend) {
            case JVM -> Engine.jvm(mould.spaces(), "as asked");
            case NATIVE -> required(backend, compiled(mould, "as asked"));
            case CUDA -> required(backend, device(mould, "as asked"));
            case AUTO -> worlds < WORTHWHILE ? plain(mould, worlds) : best(mould, worlds);
        };
    }

    private static Engine.Maker required(Backend backend, Search<Engine.Maker> search) {
        if (!search.isFound()) {
            throw new IllegalArgumentException("backend (" + backend.label() + ") cannot be had: " + search.message());
        }
        return search.tool();
    }

    private static Engine.Maker plain(Mould mould, int worlds) {
        return Engine.jvm(
                mould.spaces(),
                "a batch of " + worlds + " gains nothing from compiled code, one of " + WORTHWHILE + " may");
    }

    private static Engine.Maker best(Mould mould, int worlds) {
        return first(
                mould.spaces(),
                List.of(
                        lacking -> worlds < MANY
                                ? Search.missing("a batch of " + worlds + " is below " + MANY, "a larger one was meant")
                                : roomy(device(mould, "the fastest"), worlds),
                        lacking -> compiled(mould, lacking)));
    }

    /** The first that is to be had, told what those before it lacked; the JVM if none is. */
    static Engine.Maker first(Spaces spaces, List<Function<String, Search<Engine.Maker>>> choices) {
        List<String> names = List.of(Backend.CUDA.label(), Backend.NATIVE.label());
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Search<Engine.Maker> search;
            try {
                search = choices.get(i).apply(String.join("; ", lacking));
            } catch (CompilationFailure refused) {
                search = Search.missing(refused.inShort(), "the backend itself says more when it is asked for");
            }
            if (search.isFound()) {
                return search.tool();
            }
            lacking.add("not " + names.get(i) + ": " + search.why());
        }
        return Engine.jvm(spaces, String.join("; ", lacking));
    }

    /** The device's, if the batch fits there. */
    private static Search<Engine.Maker> roomy(Search<Engine.Maker> device, int worlds) {
        if (!device.isFound() || !(device.tool() instanceof CudaEngine.Maker maker)) {
            return device;
        }
        String crowded = maker.crowded(worlds);
        if (crowded.isEmpty()) {
            return device;
        }
        maker.close();
        return Search.missing(crowded, "a smaller batch fits");
    }

    private static Search<Engine.Maker> compiled(Mould mould, String why) {
        Search<Program> program = mould.program();
        if (!program.isFound()) {
            return Search.missing(program.why(), program.remedy());
        }
        Search<CCompiler> compiler = Tools.C.FOUND;
        if (!compiler.isFound()) {
            return Search.missing(compiler.why(), compiler.remedy());
        }
        Backing backing =
                new Backing(Backend.NATIVE, why + ", with " + compiler.tool().version());
        return Search.found(
                new NativeEngine.Maker(NativeEngine.Code.of(program.tool(), compiler.tool()), mould.spaces(), backing));
    }

    private static Search<Engine.Maker> device(Mould mould, String why) {
        Search<CudaDriver> driver = Tools.Driver.FOUND;
        if (!driver.isFound()) {
            return Search.missing(driver.why(), driver.remedy());
        }
        Search<Program> program = mould.program();
        if (!program.isFound()) {
            return Search.missing(program.why(), program.remedy());
        }
        Search<PtxCompiler> compiler = Tools.Ptx.FOUND;
        if (!compiler.isFound()) {
            return Search.missing(compiler.why(), compiler.remedy());
        }
        return device(program.tool(), mould.spaces(), driver.tool(), compiler.tool(), why);
    }

    /** On the first device that the driver shows. */
    static Search<Engine.Maker> device(
            Program program, Spaces spaces, CudaDriver driver, PtxCompiler compiler, String why) {
        try {
            List<CudaDevice> devices = driver.devices();
            if (devices.isEmpty()) {
                return Search.missing("The CUDA driver shows no device", "CUDA_VISIBLE_DEVICES hides it");
            }
            CudaDevice device = devices.get(0);
            if (device.capability() < PtxCompiler.COMMON) {
                return Search.missing(
                        device + " is older than compute capability 8.0", "a device from Ampere on is needed");
            }
            if (program.scratch() > CudaCode.MOST_SCRATCH) {
                return Search.missing(
                        "A call of " + program.name() + " works with " + program.scratch()
                                + " bytes of scratch, a thread of a device with at most " + CudaCode.MOST_SCRATCH,
                        "backend native will do, which keeps scratch once for each thread of the host");
            }
            Backing backing = new Backing(Backend.CUDA, why + ", on " + device + ", compiled by " + compiler.name());
            return Search.found(new CudaEngine.Maker(CudaCode.of(program, compiler, driver, device), spaces, backing));
        } catch (CudaFailure failure) {
            String[] lines = String.valueOf(failure.getMessage()).split("\\.\nMaybe |\\.$");
            return Search.missing(lines[0], lines.length > 1 ? lines[1] : "sed doctor says more");
        }
    }

    /** Tools of the machine, each looked for once, when first needed. */
    private static final class Tools {
        private static final class C {
            static final Search<CCompiler> FOUND = CCompiler.find();
        }

        private static final class Driver {
            static final Search<CudaDriver> FOUND = CudaDriver.find();
        }

        private static final class Ptx {
            static final Search<PtxCompiler> FOUND = PtxCompiler.find();
        }
    }
}
