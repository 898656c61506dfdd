package org.sed4j.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Bounds that hold on any machine: a thread never parks for less than it was told to. */
class StopwatchTest {
    private static final long NANOS = 100_000;

    private static Stopwatch.Runner sleeper(long nanos) {
        return steps -> {
            long end = System.nanoTime() + steps * nanos;
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        };
    }

    @Test
    void speed_isNeverAboveWhatTheRunnerCanDo() {
        assertThat(Stopwatch.speed(sleeper(NANOS), 0.02)).isPositive().isLessThanOrEqualTo(1e9 / NANOS);
    }

    @Test
    void race_givesEachItsOwnSpeed() {
        Stopwatch.Timing timing = Stopwatch.race(sleeper(NANOS), sleeper(2 * NANOS), 0.02);
        assertThat(timing.subject()).isPositive().isLessThanOrEqualTo(1e9 / NANOS);
        assertThat(timing.reference()).isPositive().isLessThanOrEqualTo(0.5e9 / NANOS);
        assertThat(timing.ratio()).isPositive();
    }
}
