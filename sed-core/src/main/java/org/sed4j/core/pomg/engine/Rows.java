package org.sed4j.core.pomg.engine;

/**
 * Rows of tables on the heap: row p of a table of rows of length l begins at p · l.
 *
 * <p>Rows of a world are short, and the length is a constant to the compiler where these are called: up to 16 elements are
 * moved one by one, since a call that copies memory costs 3 to 4 ns.
 */
final class Rows {
    private static final int SHORT = 16;

    private Rows() {}

    /** Puts a row at its place. */
    static void put(float[] row, float[] table, int place, int length) {
        int at = place * length;
        if (length > SHORT) {
            System.arraycopy(row, 0, table, at, length);
            return;
        }
        for (int j = 0; j < length; j++) {
            table[at + j] = row[j];
        }
    }

    /** Puts a row at its place. */
    static void put(byte[] row, byte[] table, int place, int length) {
        int at = place * length;
        if (length > SHORT) {
            System.arraycopy(row, 0, table, at, length);
            return;
        }
        for (int j = 0; j < length; j++) {
            table[at + j] = row[j];
        }
    }

    /** Takes a row from its place. */
    static void take(float[] row, float[] table, int place, int length) {
        int at = place * length;
        if (length > SHORT) {
            System.arraycopy(table, at, row, 0, length);
            return;
        }
        for (int j = 0; j < length; j++) {
            row[j] = table[at + j];
        }
    }

    /** Takes a row from its place. */
    static void take(int[] row, int[] table, int place, int length) {
        int at = place * length;
        if (length > SHORT) {
            System.arraycopy(table, at, row, 0, length);
            return;
        }
        for (int j = 0; j < length; j++) {
            row[j] = table[at + j];
        }
    }
}
