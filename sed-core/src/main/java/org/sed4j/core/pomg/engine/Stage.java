package org.sed4j.core.pomg.engine;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/**
 * What a few neighbouring worlds publish, gathered on the heap and copied to the tensors in bulk: a copy to native memory
 * costs 10 ns however short it is.
 */
final class Stage {
    /** What a stage should hold, in bytes: within the first cache, with the worlds themselves. */
    private static final int ROOM = 1 << 14;

    private final Tensors now;
    private final int worlds;
    private final int perWorld;

    final byte[] codes;
    final float[] numbers;
    final byte[] masks;
    final float[] rewards;
    final float[] ledger;
    final float[] measures;
    final float[] gauges;
    final byte[] terminated;
    final byte[] truncated;
    final byte[] ended;
    final byte[] due;

    Stage(Spaces spaces, Tensors now, int most) {
        this.now = now;
        int n = spaces.players();
        int cells = n * spaces.codes().cells();
        int floats = n * (spaces.numbers().size() + spaces.measures().size());
        int choices = spaces.masked() ? n * spaces.choices() : 0;
        this.perWorld = cells + choices + Float.BYTES * floats + 1;
        this.worlds = Math.max(1, Math.min(most, ROOM / perWorld));
        this.codes = new byte[worlds * cells];
        this.numbers = new float[worlds * n * spaces.numbers().size()];
        this.masks = new byte[worlds * choices];
        this.rewards = new float[worlds * n];
        this.ledger = new float[worlds * spaces.ledger()];
        this.measures = new float[worlds * n * spaces.measures().size()];
        this.gauges = new float[worlds * spaces.gauges().size()];
        this.terminated = new byte[worlds];
        this.truncated = new byte[worlds];
        this.ended = new byte[worlds];
        this.due = new byte[worlds];
    }

    /** How many worlds it holds. */
    int worlds() {
        return worlds;
    }

    /** Sets all that the world at place w shows to zero, but for its rewards. */
    void clear(int w) {
        for (byte[] each : new byte[][] {codes, masks, terminated, truncated, ended, due}) {
            int row = each.length / worlds;
            Arrays.fill(each, w * row, (w + 1) * row, (byte) 0);
        }
        for (float[] each : new float[][] {numbers, ledger, measures, gauges}) {
            int row = each.length / worlds;
            Arrays.fill(each, w * row, (w + 1) * row, 0f);
        }
    }

    /** Copies what stands at places {@code 0} to {@code count} to the tensors' rows from world {@code first} on. */
    void publish(int first, int count) {
        copy(codes, now.codes().view(), first, count);
        copy(numbers, now.numbers().view(), first, count);
        copy(masks, now.masks().view(), first, count);
        copy(rewards, now.rewards().view(), first, count);
        copy(ledger, now.ledger().view(), first, count);
        copy(measures, now.measures().view(), first, count);
        copy(gauges, now.gauges().view(), first, count);
        copy(terminated, now.terminated().view(), first, count);
        copy(truncated, now.truncated().view(), first, count);
        copy(ended, now.ended().view(), first, count);
        copy(due, now.due().view(), first, count);
    }

    private void copy(byte[] from, ByteBuffer to, int first, int count) {
        int row = from.length / worlds;
        if (row > 0) {
            to.put(first * row, from, 0, count * row);
        }
    }

    private void copy(float[] from, FloatBuffer to, int first, int count) {
        int row = from.length / worlds;
        if (row > 0) {
            to.put(first * row, from, 0, count * row);
        }
    }
}
