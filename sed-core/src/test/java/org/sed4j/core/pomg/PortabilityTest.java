package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.pomg.state.Layout;
import org.sed4j.core.pomg.state.State;
import org.sed4j.core.pomg.state.Walk;
import org.sed4j.core.run.Rng;
import org.sed4j.core.translator.NotPortable;

/** What cannot be translated is refused with class, method, line and reason; what can be is not. */
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent"})
class PortabilityTest {

    static Stream<Arguments> refused() {
        return Stream.of(RefusedCode.all(), RefusedMemory.all()).flatMap(List::stream);
    }

    static Arguments refusal(String name, Supplier<World> maker, String method, String reason) {
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

    private record Pair(int a, int b) {}

    private static final class NoWorld extends Tried {
        private final List<Integer> held = new ArrayList<>();
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
