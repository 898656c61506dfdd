package org.sed4j.core.pomg.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Market;
import org.sed4j.core.pomg.Plain;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;

/** Every rule of a world, broken once: the kit says which. */
class ConformanceRefusesTest {

    private static void breaks(Supplier<? extends World> maker, String... says) {
        assertThatThrownBy(() -> Conformance.of(maker).steps(30).check())
                .isInstanceOf(AssertionError.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage()).contains("Not so: ").contains(says));
    }

    @Test
    void plainWorld_conforms() {
        assertThat(Conformance.of(Plain::new).steps(30).check().passed()).hasSize(16);
    }

    @Test
    void observe_thatCounts_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void observe(int player, float[] design, View out) {
                        out.numbers[0] = sum++;
                    }
                },
                "looking writes no state",
                "observe writes the state sum");
    }

    @Test
    void due_thatCounts_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public boolean due() {
                        return ++sum > 5;
                    }
                },
                "due writes the state sum");
    }

    @Test
    void design_writtenTo_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void observe(int player, float[] design, View out) {
                        design[0] /= 2;
                        out.numbers[0] = sum;
                    }
                },
                "observe writes into the design");
    }

    @Test
    void view_leftUnwritten_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void consult(int[] actions, float[] design, View out) {}
                },
                "consult leaves number 0 as it was");
    }

    static final class Painter extends Plain {
        private static final Spaces CODES =
                Spaces.players(2).actions(3).codes(1, 2, 3).masked().build();
        private final int low;
        private final int legal;

        Painter(int low, int legal) {
            this.low = low;
            this.legal = legal;
        }

        @Override
        public Spaces spaces() {
            return CODES;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            java.util.Arrays.fill(rewards, 1);
        }

        @Override
        public void observe(int player, float[] design, View out) {
            for (int c = low; c < 2; c++) {
                out.codes[c] = (byte) (c + 2);
            }
        }

        @Override
        public void allowed(int player, float[] design, byte[] mask) {
            java.util.Arrays.fill(mask, (byte) 0);
            mask[0] = (byte) legal;
        }

        @Override
        public void consult(int[] actions, float[] design, View out) {}
    }

    @Test
    void codes_leftUnwrittenOrTooLarge_areFound() {
        breaks(() -> new Painter(1, 1), "observe leaves cell 0 of the codes");
        breaks(() -> new Painter(0, 1), "writes code 3 to cell 1, codes are 0 to 2");
    }

    static final class Masked extends Plain {
        private static final Spaces MASKED =
                Spaces.players(2).actions(2, 2).masked().build();
        private final int legal;

        Masked(int legal) {
            this.legal = legal;
        }

        @Override
        public Spaces spaces() {
            return MASKED;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            java.util.Arrays.fill(rewards, 1);
            sum += rng.below(9);
        }

        @Override
        public void observe(int player, float[] design, View out) {}

        @Override
        public void consult(int[] actions, float[] design, View out) {}

        @Override
        public void allowed(int player, float[] design, byte[] mask) {
            mask[0] = 1;
            mask[1] = 1;
            mask[2] = (byte) (legal - 1);
            if (legal != 2) {
                mask[3] = 0;
            }
        }
    }

    @Test
    void masks_withoutAChoice_orHalfWritten_areFound() {
        breaks(() -> new Masked(1), "leaves player 0 no choice of head 1");
        breaks(() -> new Masked(2), "choice 1 of head 1", "written in whole");
        breaks(() -> new Masked(4), "allowed writes 3");
    }

    @Test
    void rewards_addedTo_orNaN_areFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
                        rewards[0] += 1;
                        rewards[1] = 0;
                    }
                },
                "step is a function",
                "player 0");
        breaks(
                () -> new Plain() {
                    @Override
                    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
                        rewards[0] = 0f / (sum * 0);
                        rewards[1] = 0;
                    }
                },
                "pays player 0 NaN");
    }

    static final class Outside extends Plain {
        private static final class Counter {
            static final AtomicInteger COUNT = new AtomicInteger();
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            sum += Counter.COUNT.incrementAndGet(); // hidden in a class that is no part
        }
    }

    @Test
    void step_thatReadsWhatIsOutside_isFound() {
        breaks(Outside::new, "step is a function", "leads to two states; they differ in sum");
    }

    @SuppressWarnings("UnusedVariable") // written, and so state
    static final class Remembers extends Plain {
        private int lives;

        @Override
        public void reset(Rng rng) {
            super.reset(rng);
            lives++;
        }
    }

    @Test
    void reset_thatRemembers_isFound() {
        breaks(Remembers::new, "reset forgets", "lives");
    }

    @Test
    void chance_drawnButNotUsed_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void reset(Rng rng) {
                        sum = rng.below(10) * 0;
                    }

                    @Override
                    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
                        java.util.Arrays.fill(rewards, 0);
                    }
                },
                "seeds matter");
    }

    static final class Hoards extends Plain {
        private static final int[] SHARED = new int[1];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            SHARED[0] = sum;
        }
    }

    @Test
    void staticArray_writtenTo_isFound() {
        breaks(Hoards::new, "only state is written", "Hoards.SHARED");
    }

    static final class Leaks extends Plain {
        private final transient int[] before = new int[1];

        @Override
        public void reset(Rng rng) {
            super.reset(rng);
            before[0] = 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            before[0] = actions[0];
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = before[0];
        }
    }

    @Test
    void scratch_thatLivesOn_isFound() {
        breaks(Leaks::new, "Not so: ", "numbers after step");
        assertThatThrownBy(() -> new BatchChecks(Leaks::new, 20, org.sed4j.core.run.Seed.of(1)).scratchMeansNothing())
                .hasMessageContaining("transient fields are overwritten");
    }

    static final class Swaps extends Plain {
        private final Market.Shelf[] shelves = {new Market.Shelf(1), new Market.Shelf(1)};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            Market.Shelf first = shelves[0];
            shelves[0] = shelves[1];
            shelves[1] = first;
        }
    }

    @Test
    void parts_swapped_areFound() {
        assertThatThrownBy(() -> new BatchChecks(Swaps::new, 3, org.sed4j.core.run.Seed.of(1)).onlyStateIsWritten())
                .hasMessageContaining("replaces shelves[0]");
    }

    @Test
    void notANumber_inState_isFound() {
        breaks(
                () -> new Plain() {
                    private float wealth;

                    @Override
                    public void reset(Rng rng) {
                        super.reset(rng);
                        wealth = Float.NaN;
                    }
                },
                "State wealth",
                "is NaN");
    }

    static final class WrongGradient extends Plain implements Settlement {
        private static final Spaces LEDGER = Plain.SPACES.actions().isEmpty() ? Plain.SPACES : withLedger();
        private final float[] ledger = new float[2];
        private final float slope;
        private final boolean peeks;

        WrongGradient(float slope, boolean peeks) {
            this.slope = slope;
            this.peeks = peeks;
        }

        private static Spaces withLedger() {
            return Spaces.players(2)
                    .actions(3)
                    .numbers("sum")
                    .principalNumbers("sum")
                    .design(Plain.SPACES.design())
                    .ledger(2)
                    .build();
        }

        @Override
        public Spaces spaces() {
            return LEDGER;
        }

        @Override
        public void reset(Rng rng) {
            super.reset(rng);
            java.util.Arrays.fill(ledger, 0);
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            for (int i = 0; i < 2; i++) {
                ledger[i] = actions[i];
            }
        }

        @Override
        public float[] ledger() {
            return ledger;
        }

        @Override
        public void rewards(float[] record, float[] design, float[] out) {
            for (int i = 0; i < 2; i++) {
                out[i] = record[i] * (1 - design[0]) + (peeks ? sum : 0);
            }
        }

        @Override
        public void pullback(float[] record, float[] design, float[] cotangent, float[] gradient) {
            for (int i = 0; i < 2; i++) {
                gradient[0] += slope * record[i] * cotangent[i];
            }
        }
    }

    @Test
    void settlement_withAWrongGradient_orAStateOfItsOwn_isFound() {
        breaks(() -> new WrongGradient(1, false), "pullback is the gradient", "rate_0");
        breaks(() -> new WrongGradient(-1, true), "rewards are a function", "it reads the world's state");
        assertThat(Conformance.of(() -> new WrongGradient(-1, false))
                        .steps(30)
                        .check()
                        .passed())
                .containsAll(List.of("pullback is the gradient of rewards"));
    }

    /** Spaces of which something is left out. */
    private static Spaces.Builder spare() {
        return Spaces.players(2).numbers("sum").principalNumbers("sum").design(Plain.SPACES.design());
    }

    /** A plain world of other spaces. */
    private static class Other extends Plain {
        private final Spaces spaces;

        Other(Spaces spaces) {
            this.spaces = spaces;
        }

        @Override
        public Spaces spaces() {
            return spaces;
        }
    }

    @Test
    void mask_thatNobodyAskedFor_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void allowed(int player, float[] design, byte[] mask) {
                        java.util.Arrays.fill(mask, (byte) 1);
                        mask[2] = (byte) (sum % 2);
                    }
                },
                "masks are asked for",
                "allowed forbids choice 2 of player 0",
                "masked() was left out");
    }

    @Test
    void step_thatWritesToTheDesign_isFound() {
        breaks(
                () -> new Plain() {
                    @Override
                    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
                        super.step(actions, design, rng, rewards);
                        design[0] /= 2;
                    }
                },
                "the design is only read",
                "step writes into the design");
    }

    @Test
    void actions_leftOutOfTheSpaces_areBlamedOnThem() {
        breaks(
                () -> new Other(spare().masked().build()) {
                    @Override
                    public void allowed(int player, float[] design, byte[] mask) {
                        mask[0] = 1;
                        mask[1] = 1;
                    }
                },
                "calls stay inside the spaces",
                "allowed goes beyond an array",
                "actions [1]",
                "leave out actions(...)");
    }

    /** Half of it goes in every step, and the draw in the beginning with it. */
    private static final class Fades extends Plain {
        private float distance;

        @Override
        public void reset(Rng rng) {
            sum = 0;
            distance = rng.unit();
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            distance = distance < 1e-3f ? 0 : distance / 2;
            rewards[0] = distance;
            rewards[1] = actions[1];
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = distance;
        }
    }

    @Test
    void dynamicsThatConvergeToAPoint_conform() {
        assertThat(Conformance.of(Fades::new).steps(30).check().passed())
                .contains("seeds matter where chance is drawn");
    }

    /** Players' tastes are adopted; the switches break that in one way each. */
    private static final class Tastes extends Other {
        private static final Spaces TYPED = Spaces.players(2)
                .actions(3)
                .numbers("sum")
                .principalNumbers("sum")
                .design(Plain.SPACES.design())
                .types("taste")
                .build();
        private final String fault;
        private final float[] taste = new float[2];
        private final transient float[] scratch = new float[2];

        Tastes(String fault) {
            super(TYPED);
            this.fault = fault;
        }

        @Override
        public void reset(Rng rng) {
            super.reset(rng);
            if (fault.equals("forgets")) {
                java.util.Arrays.fill(taste, 0);
            }
        }

        @Override
        public void adopt(float[] types) {
            float[] into = fault.equals("scratch") ? scratch : taste;
            for (int i = 0; i < 2; i++) {
                if (types[i] > 1) {
                    throw new IllegalArgumentException("taste " + types[i]);
                }
                into[i] = types[i] + (fault.equals("adds") ? into[i] : 0);
            }
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            rewards[0] *= taste[0];
            rewards[1] *= taste[1];
        }
    }

    @Test
    void types_thatAreKept_conform() {
        assertThat(Conformance.of(() -> new Tastes("")).steps(30).check().passed())
                .hasSize(20)
                .contains("types outlive a reset");
    }

    @Test
    void types_thatAResetForgets_orThatAreScratch_orAddedTo_areFound() {
        breaks(() -> new Tastes("forgets"), "types outlive a reset", "states differ in taste");
        breaks(() -> new Tastes("scratch"), "adopted types are state", "transient");
        breaks(() -> new Tastes("adds"), "the last types count", "Types adopted after others");
    }

    @Test
    void types_thatAreRefused_areBlamedOnTheDraw() {
        TypeMatrix large = TypeMatrix.of(List.of("taste"), new double[1], new double[][] {{2}, {3}});
        assertThatThrownBy(() -> Conformance.of(() -> new Tastes(""))
                        .types(TypeSpace.fixed(large))
                        .check())
                .hasMessageContaining("adopt refuses types [2.0, 3.0]: taste 2.0")
                .hasMessageContaining("Conformance.types");
    }
}
