package org.sed4j.core.pomg;

/**
 * What one observer sees: symbols and numbers, to be filled in whole by {@link World#observe} or {@link World#consult}.
 *
 * <p>Write-only for a world: what stood there before means nothing. Lengths are those of {@link Spaces}.
 */
public final class View {
    /** Codes in {0, ..., kinds-1}, row by row; empty if nothing is seen as symbols. */
    public final byte[] codes;
    /** Numbers, in the order of their names; empty if there are none. */
    public final float[] numbers;

    /** A view of that many cells and numbers. */
    public View(int cells, int numbers) {
        this.codes = new byte[cells];
        this.numbers = new float[numbers];
    }
}
