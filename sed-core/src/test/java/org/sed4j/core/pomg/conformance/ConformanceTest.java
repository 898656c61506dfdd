package org.sed4j.core.pomg.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.EscapeRoom;
import org.sed4j.core.pomg.Market;
import org.sed4j.core.pomg.PublicGoods;

class ConformanceTest {

    @Test
    void publicGoods_conforms() {
        Conformance.Report report = Conformance.check(PublicGoods::new);
        assertThat(report.passed()).hasSize(16).contains("looking writes no state");
    }

    @Test
    void escapeRoom_conforms_gradientIncluded() {
        assertThat(Conformance.check(() -> new EscapeRoom(5, 2)).passed())
                .hasSize(18)
                .contains("pullback is the gradient of rewards");
    }

    @Test
    void market_ofParts_conforms() {
        assertThat(Conformance.of(() -> new Market(3)).steps(150).check().passed())
                .hasSize(16);
    }
}
