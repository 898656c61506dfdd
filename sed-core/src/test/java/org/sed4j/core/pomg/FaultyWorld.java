package org.sed4j.core.pomg;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.run.Rng;

/** Fails in every way that Java knows, now and then and half way through a step or a look. */
public final class FaultyWorld extends Plain {
    private static final int KINDS = 16;
    private static final int[][] ROWS = {{1, 2}, {3}};

    /** One of several parts. */
    private static final class Part {
        int n;
    }

    private final int[] cells = new int[4];
    private final byte[] bytes = new byte[5];
    private final Part[] parts = {new Part(), new Part()};
    private final List<Part> list = List.of(parts);
    private long far;
    private int looked;
    private int tries;

    @Override
    public void reset(Rng rng) {
        super.reset(rng);
        looked = 0;
        cells[++tries % 40 == 0 ? 4 : 1] = 3;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        super.step(actions, design, rng, rewards);
        cells[actions[0]]++;
        int lot =
                Math.floorMod(Rng.mix(sum * 1_000L + ++tries), 30 * KINDS); // the generator's come again after a fault
        int kind = lot;
        looked = lot / 3;
        parts[actions[1] & 1].n = kind;
        rewards[0] = fail(kind, actions[0], rng.below(1));
        cells[actions[1]]--;
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch") // it is what is tried
    private int fail(int kind, int x, int zero) {
        switch (kind) {
            case 0:
                return cells[4 + x];
            case 1:
                return cells[zero - 1];
            case 2:
                cells[Integer.MIN_VALUE + x] = 1;
                return 1;
            case 3:
                return x / zero;
            case 4:
                return (int) (far % zero);
            case 5:
                throw new IllegalStateException("kind " + kind + " of " + x);
            case 6:
                System.arraycopy(bytes, 3, bytes, 0, 3 + x);
                return 2;
            case 7:
                System.arraycopy(bytes, 0, bytes, zero - 1, 2);
                return 3;
            case 8:
                Arrays.fill(bytes, x + 1, zero, (byte) 1);
                return 4;
            case 9:
                Arrays.fill(cells, 2, 5 + x, 1);
                return 5;
            case 10:
                return parts[x + 2].n;
            case 11:
                return list.get(zero - 1).n;
            case 12:
                return ROWS[1][x] + ROWS[x][1];
            case 13:
                return Math.addExact(Integer.MAX_VALUE, x + 1) + Math.toIntExact(far + (1L << 40));
            case 14:
                assert x > 5 : "an assertion";
                return 6;
            case 15:
                System.arraycopy(bytes, Integer.MAX_VALUE, bytes, 0, x + 1);
                return 7;
            default:
                far += kind;
                return x;
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {
        super.observe(player, design, out);
        if (player == 1 && looked > 157) {
            out.numbers[0] = cells[looked];
        }
    }

    @Override
    public boolean terminated() {
        return sum % 23 == 0;
    }
}
