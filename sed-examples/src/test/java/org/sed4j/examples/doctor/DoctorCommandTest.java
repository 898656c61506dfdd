package org.sed4j.examples.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DoctorCommandTest {
    @Test
    void everyPiece_isThereOrSaysWhatItNeeds() throws Exception {
        StringWriter text = new StringWriter();
        int status = new CommandLine(new DoctorCommand())
                .setOut(new PrintWriter(text))
                .execute("--json");
        assertThat(status).isZero();
        String[] lines = text.toString().strip().split("\\R");
        JsonNode pieces = new ObjectMapper().readTree(lines[lines.length - 1]).get("pieces");
        assertThat(pieces.findValuesAsText("piece"))
                .contains("JDK", "ND4J", "BLAS threads", "C compiler", "CUDA driver", "CUDA device", "NVRTC", "nvcc");
        for (JsonNode piece : pieces) {
            assertThat(piece.get("what").asText()).isNotBlank();
            assertThat(piece.get("found").asBoolean()).isNotEqualTo(piece.has("needs"));
        }
        assertThat(text.toString()).contains("JDK            yes ");
    }
}
