package org.sed4j.core.pomg.engine;

import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.View;

/** What the principal is shown of a few neighbouring worlds, gathered on the heap and copied to the tensors in bulk. */
final class Desk {
    /** What a desk should hold, in bytes. */
    private static final int ROOM = 1 << 14;

    private final Tensors now;
    private final int rows;
    private final int cells;
    private final int length;
    private final byte[] codes;
    private final float[] numbers;
    private int first;
    private int count;

    Desk(Spaces spaces, Tensors now, int most) {
        this.now = now;
        this.cells = spaces.principalCodes().cells();
        this.length = spaces.principalNumbers().size();
        this.rows = Math.max(1, Math.min(most, ROOM / (cells + Float.BYTES * length + 1)));
        this.codes = new byte[rows * cells];
        this.numbers = new float[rows * length];
    }

    /** Puts what is shown of world b; worlds come in order. */
    void put(int b, View view) {
        if (b != first + count || count == rows) {
            publish();
            first = b;
        }
        System.arraycopy(view.codes, 0, codes, count * cells, cells);
        System.arraycopy(view.numbers, 0, numbers, count * length, length);
        count++;
    }

    /** Copies what has been put to the tensors. */
    void publish() {
        if (count > 0 && cells > 0) {
            now.principalCodes().view().put(first * cells, codes, 0, count * cells);
        }
        if (count > 0 && length > 0) {
            now.principalNumbers().view().put(first * length, numbers, 0, count * length);
        }
        count = 0;
    }
}
