package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60) // a crew that loses a call would wait for ever
class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void run_doesEveryTaskOnce_callAfterCall(int threads) {
        try (Crew crew = Crew.of(threads)) {
            AtomicIntegerArray done = new AtomicIntegerArray(7);
            int calls = 20_000;
            for (int call = 0; call < calls; call++) {
                crew.run(7, done::incrementAndGet);
            }
            for (int task = 0; task < 7; task++) {
                assertThat(done.get(task)).isEqualTo(calls);
            }
            assertThat(crew.threads()).isEqualTo(threads);
        }
    }

    @Test
    void calls_ofChangingSize_neverMixTheirTasks() {
        try (Crew crew = Crew.of(4)) { // more than there may be cores, so that threads come late
            for (int call = 0; call < 30_000; call++) {
                int tasks = 2 + call % 5;
                AtomicIntegerArray done = new AtomicIntegerArray(tasks);
                crew.run(tasks, done::incrementAndGet);
                for (int task = 0; task < tasks; task++) {
                    assertThat(done.get(task)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void run_isHeard_byThreadsThatFellAsleep() throws InterruptedException {
        try (Crew crew = Crew.of(3)) {
            AtomicInteger done = new AtomicInteger();
            for (int call = 0; call < 20; call++) {
                Thread.sleep(5); // longer than the spin
                crew.run(8, task -> done.incrementAndGet());
            }
            assertThat(done).hasValue(160);
        }
    }

    @Test
    void run_usesSeveralThreads_whenTasksWaitForEachOther() {
        try (Crew crew = Crew.of(2)) {
            AtomicInteger present = new AtomicInteger();
            crew.run(2, task -> {
                present.incrementAndGet();
                while (present.get() < 2) {
                    Thread.onSpinWait();
                }
            });
            assertThat(present).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void failure_isTheLowestTasks_andTheOthersAreDone(int threads) {
        try (Crew crew = Crew.of(threads)) {
            AtomicInteger done = new AtomicInteger();
            assertThatThrownBy(() -> crew.run(10, task -> {
                        if (task == 8 || task == 3) {
                            throw new ArithmeticException("task " + task);
                        }
                        done.incrementAndGet();
                    }))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("task 3");
            assertThat(done).hasValue(8);
            crew.run(4, task -> done.incrementAndGet());
            assertThat(done).hasValue(12);
        }
    }

    @Test
    void error_isPassedOn() {
        try (Crew crew = Crew.of(2)) {
            assertThatThrownBy(() -> crew.run(2, task -> {
                        throw new AssertionError("no");
                    }))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void run_refuses_whenClosedOrAtWork() {
        Crew crew = Crew.of(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> crew.run(2, task -> crew.run(2, inner -> {})))
                .withMessageContaining("at work already");
        crew.close();
        crew.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> crew.run(2, task -> {}))
                .withMessageContaining("closed");
    }

    @Test
    void threads_mustBeAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Crew.of(0)).withMessageContaining("threads (0)");
    }
}
