package org.sed4j.core.pomg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.provider.Arguments;
import org.sed4j.core.run.Rng;

/** Worlds whose step is written with what cannot be translated. */
@SuppressWarnings({"UnusedVariable", "NonFinalStaticField", "ArrayRecordComponent"})
final class RefusedCode {
    private RefusedCode() {}

    static List<Arguments> all() {
        return List.of(
                PortabilityTest.refusal(
                        "inexact arithmetic in the state",
                        Inexact::new,
                        "step",
                        "calls Math.exp, whose last digits differ"),
                PortabilityTest.refusal(
                        "chance that is not exact",
                        Normal::new,
                        "gaussian",
                        "calls Math.log, whose last digits differ"),
                PortabilityTest.refusal("a lambda", Lambda::new, "step", "makes a lambda"),
                PortabilityTest.refusal(
                        "a lambda in a field",
                        HeldLambda::new,
                        "step",
                        "calls a lambda, whose code is in no class file"),
                PortabilityTest.refusal("recursion", Recursive::new, "down", "calls itself (Recursive.down)"),
                PortabilityTest.refusal("catch", Catching::new, "step", "catches exceptions"),
                PortabilityTest.refusal("synchronized", Locking::new, "step", "catches exceptions"),
                PortabilityTest.refusal("a synchronized method", LockingMethod::new, "step", "which is synchronized"),
                PortabilityTest.refusal("new objects", Making::new, "step", "makes a ArrayList while running"),
                PortabilityTest.refusal("the library", Library::new, "step", "calls Arrays.sort"),
                PortabilityTest.refusal(
                        "records compared", Comparing::new, "hashCode", "compares or hashes a record as a whole"),
                PortabilityTest.refusal(
                        "texts as numbers", Text::new, "step", "asks a text, a box or an exception for a number"),
                PortabilityTest.refusal("casts that may fail", Casting::new, "step", "takes a Second for a First"),
                PortabilityTest.refusal(
                        "default methods of the library", Composing::new, "step", "calls IntUnaryOperator.andThen"));
    }

    private record Pair(int a, int b) {}

    private static final class Inexact extends Tried {
        private double x;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            x = Math.exp(x);
        }
    }

    private static final class Normal extends Tried {
        private double x;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            x = rng.gaussian();
        }
    }

    private static final class Lambda extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            int more = actions[0];
            IntUnaryOperator f = y -> y + more;
            sum = f.applyAsInt(sum);
        }
    }

    private static final class HeldLambda extends Tried {
        @SuppressWarnings("UnnecessaryLambda") // it is what is tried
        private final IntUnaryOperator f = y -> y + 1;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = f.applyAsInt(sum);
        }
    }

    private static final class Recursive extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = down(actions[0]);
        }

        private int down(int n) {
            return n <= 0 ? 0 : 1 + down(n - 1);
        }
    }

    private static final class Catching extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            try {
                sum = cells[actions[0]];
            } catch (ArrayIndexOutOfBoundsException outside) {
                sum = 0;
            }
        }
    }

    private static final class Locking extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            synchronized (cells) {
                sum++;
            }
        }
    }

    private static final class LockingMethod extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            locked();
        }

        private synchronized void locked() {
            sum++;
        }
    }

    private static final class Making extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new ArrayList<Integer>().size();
        }
    }

    private static final class Library extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            Arrays.sort(cells);
        }
    }

    private static final class Comparing extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new Pair(actions[0], 1).hashCode();
        }
    }

    private static final class Text extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = ("now " + actions[0]).length();
        }
    }

    /** What can be one of two. */
    private interface Either {}

    private static final class First implements Either {
        private int n;
    }

    private static final class Second implements Either {}

    private static final class Casting extends Tried {
        private final Either[] both = {new First(), new Second()};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum += ((First) both[actions[0] & 1]).n++;
        }
    }

    private record Times(int by) implements IntUnaryOperator {
        @Override
        public int applyAsInt(int x) {
            return x * by;
        }
    }

    private static final class Composing extends Tried {
        private final IntUnaryOperator times = new Times(3);

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum += times.andThen(times).applyAsInt(sum);
        }
    }
}
