package org.sed4j.core.pomg;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.provider.Arguments;
import org.sed4j.core.run.Rng;

/** Worlds in which it matters which of several methods of one name a call runs. */
@SuppressWarnings({"UnusedMethod", "ClassCanBeStatic", "StringEquality", "ReferenceEquality", "UnusedVariable"})
public final class DispatchWorlds {
    private DispatchWorlds() {}

    public static List<Arguments> all() {
        return List.of(
                world("a private method and another of that name below it", Below::new),
                world("a default method overridden by a narrower interface", Narrow::new),
                world("bridges, super calls and fields that hide others", Hiding::new),
                world("a method private to a package", Overriding::new),
                world("texts and classes compared as references", Compared::new),
                world("a part that captures what is around it", () -> new Capturing(3)),
                world("factories called valueOf", Factory::new),
                world("texts chosen for an exception", Texts::new),
                world("enums with tables, fields and methods of their own", Moods::new));
    }

    static Arguments world(String name, Supplier<World> maker) {
        return Arguments.of(name, maker);
    }

    private abstract static class Above extends Plain {
        private int extra() {
            return 1;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            sum += extra();
        }
    }

    private static final class Below extends Above {
        @SuppressWarnings("unused") // never called: its namesake above is private
        private int extra() {
            return 1_000;
        }
    }

    private interface Wide {
        default int worth() {
            return 1;
        }
    }

    private interface Narrower extends Wide {
        @Override
        default int worth() {
            return 10;
        }
    }

    private static class Good implements Narrower {}

    /** Names the wider interface again, first. */
    private static final class Again extends Good implements Wide {}

    private static final class Both implements Wide, Narrower {}

    private static final class Narrow extends Plain {
        private final Wide[] goods = {new Again(), new Both(), new Good()};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            sum += goods[actions[0]].worth() + goods[0].worth() * 100;
        }
    }

    private abstract static class Teller<T extends Number> {
        int told = 1;

        abstract int tell(T number);

        int twice(T number) {
            return tell(number) + tell(number);
        }
    }

    private static final class Loud extends Teller<Integer> {
        @SuppressWarnings("HidingField")
        private int told = 5;

        @Override
        int tell(Integer number) {
            told++;
            super.told += told;
            return super.told;
        }

        @Override
        int twice(Integer number) {
            return super.twice(number) + 1;
        }
    }

    private static final class Hiding extends Plain {
        private final Teller<Integer> teller = new Loud();
        private final Integer three = 3;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            sum += teller.twice(three) % 7 + teller.told;
        }
    }

    private static class Shown extends Plain {
        int shown() {
            return 2;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            sum += shown();
        }
    }

    private static final class Overriding extends Shown {
        @Override
        int shown() {
            return super.shown() * 3;
        }
    }

    private static final class Compared extends Plain {
        private final String mode = "fast";
        private final Class<?> kind = Plain.class;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            if (mode == "fast") {
                sum += 3;
            }
            if (kind == Plain.class) {
                sum += 5;
            }
            sum += switch (mode) {
                case "slow" -> 100;
                case "fast" -> 7;
                default -> 1_000;
            };
        }
    }

    /** Something that can be asked. */
    private abstract static class Asked {
        abstract int answer(int x);
    }

    private static final class Capturing extends Plain {
        private final Asked anonymous;
        private final Inner inner = new Inner();

        Capturing(int more) {
            anonymous = new Asked() {
                private int count;

                @Override
                int answer(int x) {
                    count += more;
                    return x * more + count;
                }
            };
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            inner.add(anonymous.answer(actions[1]) % 5);
        }

        /** Holds the world around it. */
        private final class Inner {
            void add(int x) {
                sum += x;
            }
        }
    }

    private static final class Counter {
        private static final class Factories {
            static Counter valueOf(Counter[] all, int i) {
                return all[i & 1];
            }
        }

        private int n;

        void count() {
            n++;
        }
    }

    private static final class Factory extends Plain {
        private final Counter[] counters = {new Counter(), new Counter()};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            Counter.Factories.valueOf(counters, actions[0]).count();
            sum += counters[0].n;
        }
    }

    private static final class Texts extends Plain {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            if (sum < -5) {
                throw new IllegalStateException(actions[0] > 0 ? "below" : "below by " + sum);
            }
        }
    }

    private enum Mood {
        CALM(2, 1, 2, 3),
        WILD(7, 4, 5, 6) {
            @Override
            int weigh(int x) {
                return -x + weight;
            }
        },
        ODD(1, 7, 8, 9);

        final int weight;

        @SuppressWarnings("ImmutableEnumChecker") // as somebody may write it
        final int[] table;

        Mood(int weight, int... table) {
            this.weight = weight;
            this.table = table;
        }

        int weigh(int x) {
            return x * weight;
        }
    }

    /** Scratch as a whole; what it is configured with is none. */
    private static final class Helper {
        private final Mood mood = Mood.WILD;
        private int kept;

        int help(int x) {
            kept = mood.table[x % 3];
            return kept;
        }
    }

    private static final class Moods extends Plain {
        private final List<Mood> moods = List.of(Mood.ODD, Mood.CALM, Mood.WILD);
        private final transient Helper helper = new Helper();
        private int now;

        @Override
        public Spaces spaces() {
            return SPACES;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            Mood mood = moods.get(actions[0]);
            Mood other = actions[1] == 0 ? Mood.CALM : mood;
            sum += mood.weigh(actions[1]) + mood.weight + mood.table[rng.below(3)] + other.ordinal();
            sum += mood == other ? 11 : 0;
            now = switch (other) {
                case CALM -> 1;
                case WILD -> 20;
                case ODD -> now + 1;
            };
            sum += helper.help(actions[0]);
        }
    }
}
