package org.sed4j.core.pomg;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import org.sed4j.core.run.Rng;

/** Worlds in which it matters how numbers are narrowed, compared, divided and counted. */
@SuppressWarnings({
    "UnusedVariable",
    "NarrowingCompoundAssignment",
    "BadShiftAmount",
    "IdentityBinaryExpression",
    "FallThrough",
    "LabelledBreakTarget",
    "CompareToZero",
    "ShortCircuitBoolean",
    "cast",
    "fallthrough"
})
public final class NumberWorlds {
    private NumberWorlds() {}

    public static List<Arguments> all() {
        return List.of(
                DispatchWorlds.world("narrow fields and elements that run over", Narrow::new),
                DispatchWorlds.world("switches, dense, sparse and negative, and breaks out of loops", Ways::new),
                DispatchWorlds.world("extremes of int, long, float and double", Extremes::new));
    }

    private static final class Narrow extends Plain {
        private byte b = 120;
        private short s = 32_760;
        private char c = 65_530;
        private boolean z;
        private final byte[] bytes = {100, -100};
        private final short[] shorts = {32_000, -32_000};
        private final char[] chars = {0, 65_535};
        private final boolean[] flags = new boolean[2];

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            b++;
            s += 3;
            c++;
            z ^= actions[0] > 0;
            bytes[0] += 50;
            bytes[1]--;
            bytes[1] >>>= 1;
            shorts[0] *= 3;
            shorts[1] <<= 1;
            chars[0]--;
            chars[1] += 1.7;
            flags[actions[0] & 1] |= z & actions[1] == 1;
            b += (byte) (c++ + --s);
            byte before = b--;
            c = (char) (c + 'a' - before);
            b >>= 1;
            s ^= b;
            sum += b + s + c + (bytes[0] & 0xFF) + (z ? 1 : 0);
            int i = actions[0];
            i = i++ + ++i;
            sum += i;
            sum = (sum << 33) ^ (sum >>> -1) ^ (int) (sum >> 40L);
        }
    }

    private static final class Ways extends Plain {
        private long score;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            for (int i = -3; i < 9; i++) {
                switch (i * (actions[0] + 1)) {
                    case -3:
                        score += 1;
                    case -2:
                        score += 10;
                        break;
                    case 0:
                        continue;
                    case 1, 2, 3:
                        score ^= i;
                    default:
                        score += 100;
                }
                score += sparse(i * 1_000_003 * actions[1]);
            }
            outer:
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    if (j == actions[0]) {
                        continue outer;
                    }
                    if (i + j > 4 + actions[1]) {
                        break outer;
                    }
                    while (true) {
                        score++;
                        if ((score & 3) == 0) {
                            break;
                        }
                    }
                }
            }
            sum = (int) (score % 1_000);
        }

        private static int sparse(int x) {
            return switch (x) {
                case Integer.MIN_VALUE -> 1;
                case Integer.MAX_VALUE -> 2;
                case 1_000_003 -> 3;
                case -1_000_003 -> 4;
                case 0 -> {
                    int y = 7;
                    yield y * x + 5;
                }
                default -> x % 13;
            };
        }
    }

    private static final class Extremes extends Plain {
        private int i = Integer.MIN_VALUE;
        private long j = Long.MIN_VALUE;
        private float f = -0f;
        private double d = Double.MAX_VALUE;

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            super.step(actions, design, rng, rewards);
            int minus = actions[0] - 1;
            if (minus != 0) {
                i = i / minus ^ i % minus;
                j = j / minus + j % minus;
            }
            double nan = d * 10 - d * 10;
            float single = (float) nan;
            sum = 0;
            sum += nan < 1 ? 1 : 0;
            sum += nan > 1 ? 2 : 0;
            sum += nan <= 1 ? 4 : 0;
            sum += !(single >= 1) ? 8 : 0;
            sum += single != single ? 16 : 0;
            sum += single == single ? 32 : 0;
            sum += (int) nan + (int) (long) (d * actions[1]) + (int) -d + (char) 70_000.5;
            sum += Math.min(f, 0f) == 0 && 1 / Math.min(f, 0f) < 0 ? 64 : 0;
            sum += Integer.compare(i, sum) + Long.compare(j, i) + Double.compare(-0.0, f) + Float.compare(single, f);
            sum += Math.floorMod(i, 7) + Math.floorDiv(j, 1_000_000_007L) % 100 + (int) Math.floorMod(j, 5L);
            sum += Float.floatToIntBits(single) ^ Float.floatToIntBits(f) ^ (int) Double.doubleToLongBits(d);
            sum += Math.round(2.5f) + (int) Math.rint(2.5) + Math.abs(Integer.MIN_VALUE + actions[0]);
            f = actions[1] == 1 ? -f : f;
            i += Integer.MIN_VALUE + sum * 31;
            j = j * 0x9E3779B97F4A7C15L + (long) 1e30 + (j >>> 70) + (j << i);
        }
    }
}
