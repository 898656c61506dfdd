package org.sed4j.core.pomg;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import org.sed4j.core.run.Rng;

/** Worlds in which it matters which array, part or record a variable means. */
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent", "UnicodeInCode"})
public final class ReferenceWorlds {
    public static final String ROOMY = "scratch of megabytes";

    private ReferenceWorlds() {}

    public static List<Arguments> all() {
        return List.of(
                DispatchWorlds.world("arrays swapped by a loop that begins a method", Swapping::new),
                DispatchWorlds.world("parts and records swapped by such a loop", Passing::new),
                DispatchWorlds.world("an index that is wrong where nobody comes", Unreached::new),
                DispatchWorlds.world("one array in two fields", Shared::new),
                DispatchWorlds.world("copies between arrays that may be one", Overlapping::new),
                DispatchWorlds.world("records whose components have names of C", Named::new),
                DispatchWorlds.world(ROOMY, Roomy::new),
                DispatchWorlds.world("rows of tables of all shapes", Tables::new));
    }

    private static final class Swapping extends Plain {
        private final int[] left = new int[5];
        private final int[] right = new int[5];
        private final transient int[] spare = new int[5];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            mix(left, right, 1 + actions[0]);
            Arrays.fill(spare, actions[1]);
            sum += scratch(spare, new int[] {1, 2, 3, 4, 5}, actions[0]) & 15;
        }

        private static void mix(int[] from, int[] to, int rounds) {
            while (rounds > 0) {
                for (int i = 0; i < from.length; i++) {
                    to[i] += from[(i + 1) % from.length] + i;
                }
                int[] other = from;
                from = to;
                to = other;
                rounds--;
            }
        }

        private static int scratch(int[] from, int[] to, int rounds) {
            do {
                to[rounds] += from[1];
                int[] other = from;
                from = to;
                to = other;
                rounds--;
            } while (rounds >= 0);
            return from[0] + to[0] * 3;
        }
    }

    private record Pair(int a, int b) {}

    private static final class Cell {
        int n = 1;
    }

    private static final class Passing extends Plain {
        private static final Pair START = new Pair(3, 4);
        private final Cell[] cells = {new Cell(), new Cell(), new Cell()};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            walk(cells[0], actions[0]);
            sum += turn(START, actions[1]) & 31;
        }

        private void walk(Cell at, int more) {
            while (more >= 0) {
                at.n += more;
                at = cells[more];
                more--;
            }
        }

        private static int turn(Pair pair, int more) {
            while (more > 0) {
                pair = new Pair(pair.b(), pair.a() + more);
                more--;
            }
            return pair.a() * 2 + pair.b();
        }
    }

    private static final class Unreached extends Plain {
        private final Cell[] cells = {new Cell(), new Cell(), new Cell()};
        private final List<Cell> list = List.of(cells[2], cells[0], cells[2]);
        private int count;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            count = 0;
            int last = -1;
            for (int i = 0; i < 3; i++) {
                if (count > 0) {
                    sum += cells[last].n + list.get(last).n++;
                }
                count++;
                last = i;
            }
        }
    }

    private static final class Holder {
        final int[] cells;

        Holder(int[] cells) {
            this.cells = cells;
        }
    }

    private static final class Shared extends Plain {
        private final int[] cells = new int[4];
        private final transient int[] same = cells;
        private final Holder one = new Holder(cells);
        private final transient Holder other = new Holder(cells);

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            cells[0]++;
            same[0] += 2;
            one.cells[1] = same[0] + cells[0];
            other.cells[2] = one.cells[1] * 3;
            cells[3] ^= same[2];
        }
    }

    @SuppressWarnings("DuplicateBranches") // a choice between alikes is what is tried
    private static final class Overlapping extends Plain {
        private final long[] left = new long[40];
        private final long[] right = new long[40];
        private final byte[] bytes = new byte[70];
        private final transient byte[] spare = new byte[70];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            left[rng.below(40)] = sum;
            bytes[rng.below(70)] = (byte) sum;
            long[] from = actions[0] == 0 ? left : right;
            long[] to = actions[1] == 0 ? left : right;
            int length = rng.below(30);
            System.arraycopy(from, rng.below(10), to, rng.below(10), length);
            System.arraycopy(bytes, 1, bytes, 0, 69);
            System.arraycopy(bytes, 0, bytes, 3, rng.below(67));
            System.arraycopy(bytes, 70, bytes, 0, 0);
            Arrays.fill(bytes, 5, 5 + actions[0], (byte) 300);
            System.arraycopy(bytes, 0, spare, 0, 70);
            System.arraycopy(spare, 2, bytes, 2, rng.below(68));
            byte[] copy = (actions[0] == 1 ? spare : spare).clone();
            copy[3]++;
            bytes[4] = copy[3];
        }
    }

    private record Place(int r, int c) {
        Place right() {
            return new Place(r, c + 1);
        }
    }

    private record Odd(int signed, long unsigned, float w, double k, boolean union, byte höhe, int $a) {}

    private static final class Named extends Plain {
        private transient int höhe;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            Place place = new Place(actions[0], actions[1]);
            for (int i = 0; i < 3; i++) {
                place = place.right();
            }
            höhe = place.c();
            Odd odd = new Odd(place.r(), sum, 1.5f, 2.5, sum > 50, (byte) sum, 9);
            sum += place.c() * 2 + odd.signed() + (int) odd.unsigned() % 3 + (odd.union() ? 1 : 0) + odd.höhe() % 2;
            sum += (int) (odd.w() + odd.k()) + höhe + odd.$a();
        }
    }

    private static final class Roomy extends Plain {
        private final transient int[] marks = new int[700_000];
        private final transient double[] more = new double[300_000];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            Arrays.fill(marks, 100, 200, 0);
            more[299_999] = sum;
            for (int i = 0; i < 50; i++) {
                marks[100 + rng.below(100)]++;
            }
            long[] wide = new long[400_000];
            wide[actions[0] + 399_990] = 5;
            sum += (marks[150] & 3) + (int) (more[299_999] % 3) + (int) (wide[399_991] + wide[7]);
        }
    }

    private record Ladders(int[][] rows, List<Integer> steps) {}

    private static final class Tables extends Plain {
        private static final byte[][] BYTES = {{1, -2}, {3}, {}, {4, 5, 6}};
        private static final char[][] CHARS = {{'a', '\uFFFF'}, {'b', 'c'}};
        private final Ladders ladders = new Ladders(new int[][] {{5, 6, 7}, {8, 9, 10}}, List.of(4, 4, 900));
        private static final long[][][] CUBE = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            byte[] row = BYTES[actions[0] == 2 ? 3 : actions[0]];
            for (byte each : row) {
                sum += each;
            }
            sum += row.length + CHARS[actions[1] & 1][rng.below(2)] % 7;
            sum += ladders.rows()[actions[0] & 1][actions[1]] + ladders.steps().get(actions[0]);
            int[] one = ladders.rows()[0];
            int[] two = ladders.rows()[1];
            for (int i = 0; i < 3; i++) {
                int[] t = one;
                one = two;
                two = t;
            }
            sum += one[0] * 2 + two[2] + (int) CUBE[1][0][actions[1] & 1];
        }
    }
}
