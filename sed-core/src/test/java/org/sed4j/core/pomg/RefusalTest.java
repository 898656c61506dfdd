package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every field that is neither state, part, scratch nor configuration is refused by name. */
@SuppressWarnings({"unused", "UnusedVariable", "ArrayRecordComponent"}) // the fields are there to be refused
class RefusalTest {

    private static void refused(Supplier<? extends World> maker, String... says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.of(maker).batch(2).build())
                .satisfies(
                        thrown -> assertThat(thrown.getMessage()).contains(says).contains("Maybe"));
    }

    static final class HasList extends Plain {
        private final List<Integer> book = new ArrayList<>();
    }

    static final class HasMap extends Plain {
        private final Map<String, Integer> prices = new HashMap<>();
    }

    @Test
    void collections_areRefused() {
        refused(HasList::new, "HasList.book", "ArrayList");
        refused(HasMap::new, "HasMap.prices", "HashMap");
    }

    static final class HasLooseArray extends Plain {
        private int[] wealth = new int[2];
    }

    static final class HasNullArray extends Plain {
        private final int @Nullable [] wealth;

        HasNullArray(boolean made) {
            wealth = made ? new int[2] : null;
        }
    }

    static final class HasRows extends Plain {
        private final int[][] map = new int[2][2];
    }

    static final class HasStrings extends Plain {
        private final String[] names = {"a"};
    }

    static final class HasHole extends Plain {
        private final Market.Purse[] purses = new Market.Purse[2];
    }

    @Test
    void arrays_mustBeFinalFlatAndThere() {
        refused(HasLooseArray::new, "HasLooseArray.wealth", "reference that can change");
        refused(() -> new HasNullArray(false), "HasNullArray.wealth", "is null");
        refused(HasRows::new, "HasRows.map", "array of arrays");
        refused(HasStrings::new, "HasStrings.names", "array of String");
        refused(HasHole::new, "HasHole.purses[0]", "is null");
    }

    static final class HasStatic extends Plain {
        private static int count;
    }

    static final class HasStaticList extends Plain {
        private static final List<String> LOG = new ArrayList<>();
    }

    static final class HasCounter extends Plain {
        private static final AtomicInteger COUNT = new AtomicInteger();
    }

    static final class HasStaticTables extends Plain {
        private static final int[] TABLE = {1, 2};
        private static final List<String> NAMES = List.of("a");
    }

    @Test
    void statics_mustBeFinalAndFixed() {
        refused(HasStatic::new, "HasStatic.count", "static and not final");
        refused(HasStaticList::new, "HasStaticList.LOG", "ArrayList");
        refused(HasCounter::new, "HasCounter.COUNT", "AtomicInteger");
        Worlds.of(HasStaticTables::new).batch(2).build().close();
    }

    static final class HasLooseString extends Plain {
        private String name = "a";
    }

    static final class HasThread extends Plain {
        private final Thread thread = new Thread();
    }

    static final class HasRandom extends Plain {
        private final Random random = new Random(1);
    }

    static final class HasTensor extends Plain {
        private final INDArray tensor = Nd4j.zeros(2);
    }

    @Test
    void foreignObjects_areRefused() {
        refused(HasLooseString::new, "HasLooseString.name", "reference that can change");
        refused(HasThread::new, "HasThread.thread", "java.lang.Thread");
        refused(HasRandom::new, "HasRandom.random", "Rng");
        refused(HasTensor::new, "HasTensor.tensor", "org.nd4j");
    }

    static final class HasLambda extends Plain {
        private final IntUnaryOperator rule;

        HasLambda(IntUnaryOperator rule) {
            this.rule = rule;
        }
    }

    @Test
    void lambdas_areRefused_ifTheyCapture() {
        int[] captured = {1};
        refused(() -> new HasLambda(x -> x + captured[0]), "HasLambda.rule", "lambda");
        Worlds.of(() -> new HasLambda(x -> x + 1)).batch(2).build().close();
    }

    private final int[] around = {3};

    @SuppressWarnings("ClassCanBeStatic")
    final class Inner extends Plain {
        int around() {
            return around[0];
        }
    }

    @Test
    void innerClasses_areRefused_forWhatTheyHold() {
        refused(Inner::new, "Inner", "RefusalTest", "static class");
    }

    @Test
    void capturedLocals_ofAnonymousWorlds_areState() {
        Supplier<World> maker = RefusalTest::anonymous;
        try (Pomg economy = Worlds.of(maker).batch(2).build()) {
            economy.reset();
            assertThat(economy.save().schema()).contains("int[1] val$steps");
        }
    }

    private static World anonymous() {
        int[] steps = new int[1];
        return new Plain() {
            @Override
            public boolean due() {
                return steps[0] > 0;
            }
        };
    }

    record Table(int[] values, List<String> names) {}

    record Loose(List<String> names) {}

    record Busy(Market.Purse purse) {}

    static final class HasRecord extends Plain {
        private final Object rules;

        HasRecord(Record rules) {
            this.rules = rules;
        }
    }

    @Test
    void records_areConfiguration_andMustBeFixed() {
        refused(() -> new HasRecord(new Loose(new ArrayList<>())), "HasRecord.rules.names", "List.copyOf");
        refused(() -> new HasRecord(new Busy(new Market.Purse())), "Purse.coins", "configuration");
        Worlds.of(() -> new HasRecord(new Table(new int[] {1}, List.of("a"))))
                .batch(3)
                .build()
                .close();
    }

    @Test
    void worldsOfOneBatch_mustBeConfiguredAlike() {
        AtomicInteger made = new AtomicInteger();
        refused(() -> new Market(made.getAndIncrement()), "differ in duty.exempt (0, 1)");
        refused(
                () -> new HasRecord(new Table(new int[] {1, made.getAndIncrement()}, List.of())),
                "differ in rules.values[1]");
        refused(() -> new EscapeRoom(made.getAndIncrement(), 1), "differ in players");
        refused(() -> made.getAndIncrement() % 2 == 0 ? new Plain() : new HasStaticTables(), "the class (");
    }

    @Test
    void worldsOfOneBatch_mustNotShareState() {
        Market.Purse shared = new Market.Purse();
        refused(() -> new HasPart(shared), "share the state HasPart.purse.coins");
        HasPart one = new HasPart(new Market.Purse());
        refused(() -> one, "World 0 and world 1 share");
    }

    static final class HasPart extends Plain {
        private final Market.Purse purse;

        HasPart(Market.Purse purse) {
            this.purse = purse;
        }
    }

    static final class HasWrongLedger extends Plain implements Settlement {
        private final float[] ledger = new float[3];

        @Override
        public float[] ledger() {
            return ledger;
        }

        @Override
        public void rewards(float[] record, float[] design, float[] out) {}

        @Override
        public void pullback(float[] record, float[] design, float[] cotangent, float[] gradient) {}
    }

    @Test
    void ledger_mustBeAsLongAsTheSpacesSay() {
        refused(HasWrongLedger::new, "HasWrongLedger", "ledger");
    }

    static final class Twins extends Plain {
        private final int[] coins = new int[2];
        private final Holder holder = new Holder(coins, this);
        private final int[] empty = EMPTY;
        private static final int[] EMPTY = {};
        private transient List<String> notes = new ArrayList<>();
    }

    static final class Holder {
        private final int[] same;
        private final World back;

        Holder(int[] same, World back) {
            this.same = same;
            this.back = back;
        }
    }

    @Test
    void linksBackAndAliases_countOnce() {
        try (Pomg economy = Worlds.of(Twins::new).batch(3).build()) {
            economy.reset();
            assertThat(economy.save().schema().lines().filter(line -> line.contains("int[2]")))
                    .containsExactly("int[2] coins");
        }
    }
}
