package org.sed4j.core.pomg;

/**
 * Rows of tables on the heap: row p of a table of rows of length l begins at p · l.
 *
 * <p>Rows of a world are short. Up to eight elements are moved one by one: a call that copies memory costs 3 to 4 ns, and so
 * does a loop whose length the compiler does not know.
 */
final class Rows {
    private Rows() {}

    /** Puts a row at its place. */
    @SuppressWarnings("fallthrough")
    static void put(float[] row, float[] table, int place) {
        int at = place * row.length;
        switch (row.length) {
            case 8:
                table[at + 7] = row[7]; // falls through
            case 7:
                table[at + 6] = row[6]; // falls through
            case 6:
                table[at + 5] = row[5]; // falls through
            case 5:
                table[at + 4] = row[4]; // falls through
            case 4:
                table[at + 3] = row[3]; // falls through
            case 3:
                table[at + 2] = row[2]; // falls through
            case 2:
                table[at + 1] = row[1]; // falls through
            case 1:
                table[at] = row[0]; // falls through
            case 0:
                break;
            default:
                System.arraycopy(row, 0, table, at, row.length);
        }
    }

    /** Puts a row at its place. */
    @SuppressWarnings("fallthrough")
    static void put(byte[] row, byte[] table, int place) {
        int at = place * row.length;
        switch (row.length) {
            case 8:
                table[at + 7] = row[7]; // falls through
            case 7:
                table[at + 6] = row[6]; // falls through
            case 6:
                table[at + 5] = row[5]; // falls through
            case 5:
                table[at + 4] = row[4]; // falls through
            case 4:
                table[at + 3] = row[3]; // falls through
            case 3:
                table[at + 2] = row[2]; // falls through
            case 2:
                table[at + 1] = row[1]; // falls through
            case 1:
                table[at] = row[0]; // falls through
            case 0:
                break;
            default:
                System.arraycopy(row, 0, table, at, row.length);
        }
    }

    /** Takes a row from its place. */
    @SuppressWarnings("fallthrough")
    static void take(float[] row, float[] table, int place) {
        int at = place * row.length;
        switch (row.length) {
            case 8:
                row[7] = table[at + 7]; // falls through
            case 7:
                row[6] = table[at + 6]; // falls through
            case 6:
                row[5] = table[at + 5]; // falls through
            case 5:
                row[4] = table[at + 4]; // falls through
            case 4:
                row[3] = table[at + 3]; // falls through
            case 3:
                row[2] = table[at + 2]; // falls through
            case 2:
                row[1] = table[at + 1]; // falls through
            case 1:
                row[0] = table[at]; // falls through
            case 0:
                break;
            default:
                System.arraycopy(table, at, row, 0, row.length);
        }
    }

    /** Takes a row from its place. */
    @SuppressWarnings("fallthrough")
    static void take(int[] row, int[] table, int place) {
        int at = place * row.length;
        switch (row.length) {
            case 8:
                row[7] = table[at + 7]; // falls through
            case 7:
                row[6] = table[at + 6]; // falls through
            case 6:
                row[5] = table[at + 5]; // falls through
            case 5:
                row[4] = table[at + 4]; // falls through
            case 4:
                row[3] = table[at + 3]; // falls through
            case 3:
                row[2] = table[at + 2]; // falls through
            case 2:
                row[1] = table[at + 1]; // falls through
            case 1:
                row[0] = table[at]; // falls through
            case 0:
                break;
            default:
                System.arraycopy(table, at, row, 0, row.length);
        }
    }
}
