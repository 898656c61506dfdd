package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainProgressTest {
    private final List<String> lines = new ArrayList<>();
    private long now = 1_000;
    private final PlainProgress progress = new PlainProgress(lines::add, () -> now, 2, "agent steps");

    private void after(double seconds, long done, String label) {
        now += (long) (seconds * 1e9);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("eta", 0.53333);
        figures.put("apples", 64.0);
        progress.report(done, 1000, label, figures);
    }

    @Test
    void report_firstLaterAndLast_areLinesWithSpeedAndTimeLeft() {
        after(0, 0, "round 0 of 10");
        after(2, 200, "round 2 of 10");
        after(2, 600, "round 6 of 10");
        after(0.5, 1000, "round 10 of 10");
        assertThat(lines)
                .containsExactly(
                        "round 0 of 10 | 0 % | eta 0.533, apples 64",
                        "round 2 of 10 | 20 % | 100 agent steps/s | 0:08 left | eta 0.533, apples 64",
                        "round 6 of 10 | 60 % | 200 agent steps/s | 0:02 left | eta 0.533, apples 64",
                        "round 10 of 10 | 100 % | 800 agent steps/s | 0:04 | eta 0.533, apples 64");
    }

    @Test
    void report_oftenerThanTheInterval_isOneLine() {
        for (int i = 0; i < 1000; i++) {
            after(0.01, i, "round");
        }
        assertThat(lines).hasSize(1 + 4); // the first, then one each two of ten seconds
    }

    @Test
    void report_ofAResumedRun_countsOnlyWhatItDid() {
        after(0, 900, "round 9 of 10");
        after(2, 950, "round 9 of 10");
        assertThat(lines.get(1)).contains("25.0 agent steps/s | 0:02 left");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "4.316, 4.32", "12.34, 12.3", "999.4, 999", "999.6, 1.00k", "51234, 51.2k", "1304000, 1.30M"
    })
    void speed_inThreeDigits_hasItsSuffix(double perSecond, String text) {
        assertThat(PlainProgress.speed(perSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "42, 0:42", "3599, 59:59", "3729, 1:02:09"})
    void duration_readsAsAClock(long seconds, String text) {
        assertThat(PlainProgress.duration(seconds)).isEqualTo(text);
    }
}
