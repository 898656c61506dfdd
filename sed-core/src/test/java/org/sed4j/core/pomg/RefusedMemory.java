package org.sed4j.core.pomg;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import org.sed4j.core.run.Rng;

/** Worlds that make, hold, share or write what they may not where they are translated. */
@SuppressWarnings({"UnusedVariable", "NonFinalStaticField", "ArrayRecordComponent"})
final class RefusedMemory {
    private RefusedMemory() {}

    static List<Arguments> all() {
        return List.of(
                PortabilityTest.refusal(
                        "arrays of unknown length", Growing::new, "step", "whose length is known at run time only"),
                PortabilityTest.refusal(
                        "arrays of arrays", Matrix::new, "step", "makes an array of arrays while running"),
                PortabilityTest.refusal(
                        "arrays of objects", Objects::new, "step", "makes an array of objects while running"),
                PortabilityTest.refusal(
                        "arrays that live on", Holding::new, "step", "while the one made before is still held"),
                PortabilityTest.refusal(
                        "arrays that are returned", Returning::new, "made", "returns an array that a method has made"),
                PortabilityTest.refusal("static state", Static::new, "step", "which is static"),
                PortabilityTest.refusal(
                        "tables that are written", Table::new, "step", "writes to an array that is a table"),
                PortabilityTest.refusal("designs that are written", Design::new, "step", "writes to an array of input"),
                PortabilityTest.refusal("state written in observe", Observing::new, "observe", "writes state"),
                PortabilityTest.refusal("state written in due", Due::new, "due", "writes state"),
                PortabilityTest.refusal("state written in consult", Consulting::new, "consult", "writes state"),
                PortabilityTest.refusal("state written in terminated", Ending::new, "terminated", "writes state"),
                PortabilityTest.refusal("state written below observe", Hidden::new, "count", "writes state"),
                PortabilityTest.refusal("references that change", Changing::new, "step", "a reference that can change"),
                PortabilityTest.refusal("mixed arrays", Mixing::new, "step", "is one of two arrays of different kinds"),
                PortabilityTest.refusal("records of references", Referring::new, "step", "is a reference"),
                PortabilityTest.refusal(
                        "a ledger in scratch", Forgetting::new, "ledger", "returns scratch, which is forgotten"),
                PortabilityTest.refusal(
                        "arrays handed on", Handing::new, "same", "returns an array that a method has made"),
                PortabilityTest.refusal(
                        "scratch that is a table", Kept::new, "step", "reads scratch that nothing writes"),
                PortabilityTest.refusal(
                        "scratch of another call", Remembering::new, "observe", "reads scratch that nothing writes"),
                PortabilityTest.refusal(
                        "scratch scalars of another call",
                        Counting::new,
                        "observe",
                        "reads scratch that nothing writes"),
                PortabilityTest.refusal(
                        "copies of arrays of objects", Copying::new, "values", "copies an array of objects"));
    }

    private static final class Growing extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new int[actions[0]].length;
        }
    }

    private static final class Matrix extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new int[2][3].length;
        }
    }

    private static final class Objects extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new Object[2].length;
        }
    }

    private static final class Holding extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            int[] before = new int[2];
            for (int i = 0; i < 3; i++) {
                int[] now = new int[2];
                now[0] = before[0] + 1;
                before = now;
            }
            sum = before[0];
        }
    }

    private static final class Returning extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = made()[0];
        }

        private int[] made() {
            return new int[2];
        }
    }

    /** Not a part of any world. */
    private static final class Counter {
        private static int shared;
    }

    private static final class Static extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            Counter.shared = sum;
        }
    }

    private static final class Table extends Tried {
        private static final int[] TABLE = {1, 2};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            TABLE[0] = sum;
        }
    }

    private static final class Design extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            design[0] = sum;
        }
    }

    private static final class Observing extends Tried {
        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = sum++;
        }
    }

    private static final class Due extends Tried {
        @Override
        public boolean due() {
            sum = 0;
            return true;
        }
    }

    private static final class Consulting extends Tried {
        @Override
        public void consult(int[] actions, float[] design, View out) {
            Arrays.fill(cells, 1);
            out.numbers[0] = cells[0];
        }
    }

    private static final class Ending extends Tried {
        @Override
        public boolean terminated() {
            System.arraycopy(cells, 0, cells, 1, 2);
            return false;
        }
    }

    private static final class Hidden extends Tried {
        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = count();
        }

        private int count() {
            cells[1]++;
            return cells[1];
        }
    }

    private static final class Changing extends Tried {
        private transient int[] now = new int[2];
        private final transient int[] other = new int[2];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            now = other;
            sum = now[0];
        }
    }

    private static final class Mixing extends Tried {
        private static final int[] TABLE = {1, 2, 3, 4};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            int[] from = actions[0] > 0 ? cells : TABLE;
            sum = from[0];
        }
    }

    private record Holder(int[] cells) {}

    private static final class Referring extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new Holder(cells).cells()[0];
        }
    }

    private static final class Handing extends Tried {
        private static final int[] TABLE = {1, 2};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            int[] kept = TABLE;
            for (int i = 0; i < 3; i++) {
                int[] made = new int[2];
                made[0] = i;
                sum += kept[0];
                kept = same(actions[0] > 0 ? made : TABLE);
            }
        }

        private static int[] same(int[] array) {
            return array;
        }
    }

    private static final class Kept extends Tried {
        private final transient int[] table = {4, 5, 6};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum += table[actions[0]];
        }
    }

    private static final class Remembering extends Tried {
        private final transient int[] last = new int[2];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            System.arraycopy(actions, 0, last, 0, 2);
            sum += last[0];
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = last[player];
        }
    }

    private static final class Counting extends Tried {
        private transient int last;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            last = actions[0];
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = last;
        }
    }

    private static final class Forgetting extends Tried implements Settlement {
        private static final Spaces SETTLED =
                Spaces.players(2).actions(3).numbers("sum").ledger(2).build();
        private final transient float[] earned = new float[2];

        @Override
        public Spaces spaces() {
            return SETTLED;
        }

        @Override
        public float[] ledger() {
            earned[0] = sum;
            return earned;
        }

        @Override
        public void rewards(float[] ledger, float[] design, float[] out) {
            System.arraycopy(ledger, 0, out, 0, 2);
        }

        @Override
        public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {}
    }

    private enum Two {
        ONE,
        OTHER
    }

    private static final class Copying extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum += Two.values().length;
        }
    }
}
