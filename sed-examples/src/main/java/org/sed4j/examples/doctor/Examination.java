package org.sed4j.examples.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.backend.CompilationFailure;
import org.sed4j.core.backend.CudaDevice;
import org.sed4j.core.backend.CudaDriver;
import org.sed4j.core.backend.CudaFailure;
import org.sed4j.core.backend.NativeFolder;
import org.sed4j.core.backend.Nvcc;
import org.sed4j.core.backend.Nvrtc;
import org.sed4j.core.backend.PtxCompiler;
import org.sed4j.core.backend.Search;
import org.sed4j.core.run.NativeThreads;

/** Looks at every piece of the machine that worlds and learners can use, and tries what it finds. */
final class Examination {
    private static final String KERNEL = "extern \"C\" __global__ void nothing(float *x) { x[threadIdx.x] += 1; }";

    private Examination() {}

    static List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.there(
                "JDK",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + " ("
                        + System.getProperty("java.home") + ")"));
        Search<NativeFolder> folder = NativeFolder.ofUser();
        findings.add(folder.isFound() ? there(folder.tool()) : Finding.missing("native code", folder));
        learners(findings);
        Search<CCompiler> compiler = CCompiler.find();
        findings.add(compiler.isFound() ? there(compiler.tool()) : Finding.missing("C compiler", compiler));
        cuda(findings);
        Search<Nvrtc> nvrtc = Nvrtc.find();
        findings.add(nvrtc.isFound() ? tried("NVRTC", nvrtc.tool()) : Finding.missing("NVRTC", nvrtc));
        Search<Nvcc> nvcc = Nvcc.find();
        findings.add(nvcc.isFound() ? tried("nvcc", nvcc.tool()) : Finding.missing("nvcc", nvcc));
        return findings;
    }

    private static Finding there(NativeFolder folder) {
        return Finding.there(
                "native code",
                "in " + folder.path() + (folder.lasts() ? "" : ", for this process alone")
                        + (folder.instead().isEmpty() ? "" : ", since " + folder.instead()));
    }

    private static void learners(List<Finding> findings) {
        try {
            NativeThreads.single();
        } catch (IllegalArgumentException nowhere) {
            findings.add(Finding.missing("ND4J", oneLine(nowhere), "a folder to unpack its libraries to"));
            return;
        }
        findings.add(Finding.there("ND4J", Nd4j.getBackend().getClass().getSimpleName() + ", ND4J " + nd4j()));
        findings.add(Finding.there(
                "BLAS threads",
                openblas.blas_get_num_threads() + " (OMP "
                        + NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads()
                        + "): the library works in threads of its own"));
    }

    /** ND4J's version, as its jar tells it. */
    private static String nd4j() {
        Properties pom = new Properties();
        try (InputStream in =
                Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-native-api/pom.properties")) {
            if (in != null) {
                pom.load(in);
            }
        } catch (IOException unreadable) {
            return "of an unknown version (" + unreadable.getMessage() + ")";
        }
        return pom.getProperty("version", "of an unknown version");
    }

    private static Finding there(CCompiler compiler) {
        return Finding.there(
                "C compiler",
                compiler.version() + " (" + compiler.path() + " " + String.join(" ", compiler.flags()) + ")");
    }

    private static void cuda(List<Finding> findings) {
        Search<CudaDriver> driver = CudaDriver.find();
        if (!driver.isFound()) {
            findings.add(Finding.missing("CUDA driver", driver));
            findings.add(Finding.missing("CUDA device", "not asked for, without a driver", "the driver above"));
            return;
        }
        int version = driver.tool().version();
        findings.add(Finding.there("CUDA driver", "supports CUDA " + version / 1000 + "." + version % 1000 / 10));
        try {
            List<CudaDevice> devices = driver.tool().devices();
            devices.forEach(device -> findings.add(Finding.there("CUDA device", device.toString())));
            if (devices.isEmpty()) {
                findings.add(
                        Finding.missing("CUDA device", "the driver finds none", "CUDA_VISIBLE_DEVICES not to hide it"));
            }
        } catch (CudaFailure problem) {
            findings.add(Finding.missing("CUDA device", oneLine(problem), "nvidia-smi to show it"));
        }
    }

    private static Finding tried(String piece, PtxCompiler compiler) {
        try {
            compiler.compile(KERNEL, PtxCompiler.COMMON);
            return Finding.there(piece, compiler.name() + " (" + compiler.where() + ")");
        } catch (CompilationFailure refused) {
            return Finding.missing(piece, oneLine(refused), "an installation that compiles a kernel of one line");
        }
    }

    private static String oneLine(RuntimeException problem) {
        return String.valueOf(problem.getMessage()).replace('\n', ' ');
    }
}
