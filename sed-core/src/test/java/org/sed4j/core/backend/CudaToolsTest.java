package org.sed4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for CUDA's tools, and their compilers where they are there. */
class CudaToolsTest {
    private static final String KERNEL =
            "extern \"C\" __global__ void f(float *x) { x[threadIdx.x] = x[0] * x[1] + FACTOR * x[2]; }";

    private final Path folder;

    CudaToolsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void driver_isThereOrSaysWhatItNeeds() {
        Search<CudaDriver> driver = CudaDriver.find();
        assertThat(driver.isFound() || driver.message().contains("driver")).isTrue();
        assertThat(driver.isFound()).isEqualTo(driver.message().isEmpty());
    }

    @Test
    void missingNvrtc_namesThePropertyAndThePlace() {
        Search<Nvrtc> search =
                Nvrtc.find(Map.of(), folder.resolve("libnvrtc.so").toString());
        assertThat(search.why()).isEqualTo("There is no NVRTC at " + folder.resolve("libnvrtc.so") + " (sed4j.nvrtc)");
        assertThat(search.remedy()).contains("pip install nvidia-cuda-nvrtc");
    }

    @Test
    void suitable_isTheNewestThatTheDeviceTakes() {
        assertThat(PtxCompiler.suitable(List.of(75, 80, 90, 100), 90)).isEqualTo(90);
        assertThat(PtxCompiler.suitable(List.of(75, 80, 86), 90)).isEqualTo(86);
        assertThat(PtxCompiler.suitable(List.of(90), 80)).isNull();
    }

    @Test
    void failure_saysWhatWasDoneAndALikelyCause() {
        assertThat(new CudaFailure("reserve 12 bytes on the device", 2, "CUDA_ERROR_OUT_OF_MEMORY"))
                .hasMessage(
                        "CUDA failed to reserve 12 bytes on the device: CUDA_ERROR_OUT_OF_MEMORY (2).\nMaybe a smaller"
                                + " batch fits, or another program holds the device's memory (nvidia-smi).");
        assertThat(new CudaFailure("load", 222, "X").getMessage()).contains("the driver is older than the compiler");
    }

    @Test
    void compiler_makesPtxWithoutFusedMultiplyAdd() {
        for (Search<? extends PtxCompiler> search : List.of(Nvrtc.find(), Nvcc.find())) {
            if (search.isFound()) {
                String ptx = search.tool().compile(KERNEL, 90, "FACTOR=3.0f");
                assertThat(ptx)
                        .contains(".entry f(", "mul.rn.f32", "add.rn.f32")
                        .doesNotContain("fma");
                assertThatThrownBy(() -> search.tool().compile(KERNEL, 90))
                        .isInstanceOf(CompilationFailure.class)
                        .hasMessageContaining("FACTOR");
            }
        }
        Search<PtxCompiler> any = PtxCompiler.find();
        assumeThat(any.isFound()).as(any.message()).isTrue();
    }
}
