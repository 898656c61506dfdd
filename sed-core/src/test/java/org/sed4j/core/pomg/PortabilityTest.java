package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.translator.NotPortable;

/** What cannot be translated is refused with class, method, line and reason; what can be is not. */
@SuppressWarnings({"UnusedVariable", "NonFinalStaticField", "ArrayRecordComponent"})
class PortabilityTest {

    static List<Arguments> refused() {
        return List.of(
                refusal(
                        "inexact arithmetic in the state",
                        Inexact::new,
                        "step",
                        "calls Math.exp, whose last digits differ"),
                refusal(
                        "chance that is not exact",
                        Normal::new,
                        "gaussian",
                        "calls Math.log, whose last digits differ"),
                refusal("a lambda", Lambda::new, "step", "makes a lambda"),
                refusal(
                        "a lambda in a field",
                        HeldLambda::new,
                        "step",
                        "calls a lambda, whose code is in no class file"),
                refusal("recursion", Recursive::new, "down", "calls itself (Recursive.down)"),
                refusal("catch", Catching::new, "step", "catches exceptions"),
                refusal("synchronized", Locking::new, "step", "catches exceptions"),
                refusal("a synchronized method", LockingMethod::new, "step", "which is synchronized"),
                refusal("new objects", Making::new, "step", "makes a ArrayList while running"),
                refusal("arrays of unknown length", Growing::new, "step", "whose length is known at run time only"),
                refusal("arrays of arrays", Matrix::new, "step", "makes an array of arrays while running"),
                refusal("arrays of objects", Objects::new, "step", "makes an array of objects while running"),
                refusal("arrays that live on", Holding::new, "step", "while the one made before is still held"),
                refusal("arrays that are returned", Returning::new, "made", "returns an array that a method has made"),
                refusal("static state", Static::new, "step", "which is static"),
                refusal("tables that are written", Table::new, "step", "writes to an array that is a table"),
                refusal("designs that are written", Design::new, "step", "writes to an array of input"),
                refusal("state written in observe", Observing::new, "observe", "writes state"),
                refusal("state written in due", Due::new, "due", "writes state"),
                refusal("state written in consult", Consulting::new, "consult", "writes state"),
                refusal("state written in terminated", Ending::new, "terminated", "writes state"),
                refusal("state written below observe", Hidden::new, "count", "writes state"),
                refusal("references that change", Changing::new, "step", "a reference that can change"),
                refusal("mixed arrays", Mixing::new, "step", "is one of two arrays of different kinds"),
                refusal("the library", Library::new, "step", "calls Arrays.sort"),
                refusal("records compared", Comparing::new, "hashCode", "compares or hashes a record as a whole"),
                refusal("records of references", Referring::new, "step", "is a reference"),
                refusal("texts as numbers", Text::new, "step", "asks a text, a box or an exception for a number"));
    }

    private static Arguments refusal(String name, Supplier<World> maker, String method, String reason) {
        return Arguments.of(name, maker, method, reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void of_whatCannotBeTranslated_saysWhereAndWhy(String name, Supplier<World> maker, String method, String reason) {
        World world = maker.get();
        Portability portability = Portability.of(world);
        assertThat(portability.portable()).isFalse();
        assertThat(portability.refusals())
                .anySatisfy(message -> assertThat(message)
                        .contains("." + method + " (")
                        .containsPattern("\\(\\w+\\.java:\\d+\\)")
                        .contains(reason)
                        .contains("\nMaybe "));
        assertThatThrownBy(() -> Translations.of(world))
                .isInstanceOf(NotPortable.class)
                .hasMessageContaining(reason);
    }

    @Test
    void of_worldsOfPartsListsRecordsAndStrategies_isPortable() {
        for (World world :
                List.of(new Market(3), new PublicGoods(), new EscapeRoom(5, 2), new Plain(), new Accepted())) {
            assertThat(Portability.of(world)).hasToString("portable");
        }
    }

    @Test
    void of_whatIsNoWorld_saysTheFieldThatIsNoState() {
        assertThat(Portability.of(new NoWorld()).refusals())
                .singleElement()
                .asString()
                .contains("NoWorld.held");
    }

    @Test
    void of_resetThatCannotBeTranslated_isPortableWithANote() {
        Portability portability = Portability.of(new Starting());
        assertThat(portability.portable()).isTrue();
        assertThat(portability.notes()).singleElement().asString().contains("reset runs on the JVM", "Starting.reset");
    }

    @Test
    void of_branchesThatConfigurationDecides_areNotLookedAt() {
        assertThat(Portability.of(new Switched(false)).portable()).isTrue();
        assertThat(Portability.of(new Switched(true)).portable()).isFalse();
    }

    @Test
    void translation_listsTheStateOfTheWalk() {
        var translation = Translations.of(new Market(3));
        State state = Walk.of(new Market(3)).state();
        assertThat(translation.members()).hasSameSizeAs(state.layout().pieces());
        int packed = 0;
        for (int i = 0; i < translation.members().size(); i++) {
            var member = translation.members().get(i);
            assertThat(member.path()).isEqualTo(state.layout().pieces().get(i).path());
            assertThat(member.packed()).isEqualTo(packed);
            assertThat(member.offset() % Layout.size(member.type())).isZero();
            packed += member.bytes();
        }
        assertThat(packed).isEqualTo(state.layout().bytes());
        assertThat(translation.stateBytes()).isGreaterThanOrEqualTo(16 + packed).isLessThan(16 + packed + 24);
    }

    /** A world with an array, too. */
    private abstract static class Tried extends Plain {
        protected final int[] cells = new int[4];
    }

    private static final class NoWorld extends Tried {
        private final List<Integer> held = new ArrayList<>();
    }

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

    private static final class Library extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            Arrays.sort(cells);
        }
    }

    private record Pair(int a, int b) {}

    private static final class Comparing extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new Pair(actions[0], 1).hashCode();
        }
    }

    private record Holder(int[] cells) {}

    private static final class Referring extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = new Holder(cells).cells()[0];
        }
    }

    private static final class Text extends Tried {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            sum = ("now " + actions[0]).length();
        }
    }

    private static final class Starting extends Tried {
        @Override
        public void reset(Rng rng) {
            sum = (int) Math.log(rng.below(100) + 1.0);
        }
    }

    private static final class Switched extends Tried {
        private final boolean wild;

        Switched(boolean wild) {
            this.wild = wild;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            if (wild) {
                sum = (int) Math.exp(sum);
            }
        }
    }

    /** One of everything that is not obvious. */
    private static final class Accepted extends Tried {
        private enum Mode {
            ONE,
            TWO
        }

        private static final int[] SHORT = {1, 2, 3};
        private static final int[] LONG = {4, 5, 6, 7};
        private final List<Mode> modes = List.of(Mode.ONE, Mode.TWO);
        private final transient int[][] rows = {{1, 2}, {3, 4}};

        @Override
        public Spaces spaces() {
            return SPACES;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            int[] from = actions[0] > 0 ? SHORT : LONG;
            int[] copy = cells.clone();
            Pair pair = new Pair(from.length, from[1]);
            for (int i = 0; i < 3; i++) {
                pair = new Pair(pair.b(), pair.a() + i);
                int[] each = new int[2];
                each[0] = pair.a();
                sum += each[0] + copy[i];
            }
            for (int[] row : rows) {
                Arrays.fill(row, 0, 2, 5);
            }
            if (sum > 100) {
                throw new IllegalStateException("sum is " + sum);
            }
            assert sum < 1000 : "too much";
            rewards[0] = rows[actions[1] & 1][0] + modes.get(actions[0] & 1).ordinal();
            rewards[1] = switch (sum & 1) {
                case 0 -> 1;
                default -> 2;
            };
        }
    }
}
