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
                refusal("texts as numbers", Text::new, "step", "asks a text, a box or an exception for a number"),
                refusal("a ledger in scratch", Forgetting::new, "ledger", "returns scratch, which is forgotten"),
                refusal("casts that may fail", Casting::new, "step", "takes a Second for a First"),
                refusal("arrays handed on", Handing::new, "same", "returns an array that a method has made"),
                refusal("scratch that is a table", Kept::new, "step", "reads scratch that nothing writes"),
                refusal("scratch of another call", Remembering::new, "observe", "reads scratch that nothing writes"),
                refusal(
                        "scratch scalars of another call",
                        Counting::new,
                        "observe",
                        "reads scratch that nothing writes"),
                refusal("copies of arrays of objects", Copying::new, "values", "copies an array of objects"),
                refusal("default methods of the library", Composing::new, "step", "calls IntUnaryOperator.andThen"));
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
