package org.sed4j.core.translator;

/** What random methods stand in: fields of every type, arrays, parts, strategies, tables, a record, methods to call. */
final class Scaffold {
    private Scaffold() {}

    /** A class of that name with those methods. */
    static String of(String name, String methods) {
        return """
                import java.util.Arrays;
                public final class NAME {
                  enum Mode { ONE, TWO, THREE }
                  interface Law { int apply(int x); }
                  static final class Twice implements Law {
                    private final int more = 3;
                    public int apply(int x) { return 2 * x + more; }
                  }
                  static final class Odd implements Law {
                    private int count;
                    public int apply(int x) { count++; return x % 2 == 0 ? count : -x; }
                  }
                  record Pair(int a, double b) {
                    Pair { if (a == 12345) { a = 0; } }
                    Pair next(int c) { return new Pair(a * 31 + c, b < 0 ? -b : b / 2); }
                  }
                  static final class Cell {
                    int n;
                    double x;
                    final byte[] bytes = new byte[4];
                    void add(int k, double y) { n += k; x += y; bytes[k & 3]--; }
                  }
                  static final int[] FEW = {1, -2, 3, 4};
                  static final int[] MANY = {9, 8, 7, 6, 5};
                  private final int[][] TABLE = {{1, 2, 3, 4}, {-5, 6, -7, 8}};
                  int fi; long fj; float ff; double fd; byte fb; short fs; char fc; boolean fz;
                  final int[] ai = new int[8];
                  final int[] bi = new int[6];
                  final long[] aj = new long[8];
                  final float[] af = new float[8];
                  final double[] ad = new double[8];
                  final byte[] ab = new byte[8];
                  final short[] as = new short[8];
                  final char[] ac = new char[8];
                  final boolean[] az = new boolean[8];
                  final Cell[] cells = {new Cell(), new Cell(), new Cell(), new Cell()};
                  final Cell one = cells[2];
                  final Law[] laws = {new Twice(), new Odd()};
                  private final Mode[] modes = Mode.values();
                  private Mode mode(int k) { return modes[(k & 0x7FFFFFFF) % 3]; }
                  private static int sum(int[] of) { int s = 0; for (int x : of) { s += x; } return s; }
                  static final Pair START = new Pair(3, 0.5);
                  private int relay(int[] from, int[] to, int n) {
                    while (n > 0) { to[n] += from[n - 1] + n; int[] t = from; from = to; to = t; n--; }
                    System.arraycopy(from, 0, to, 1, 4);
                    return from.length - to[0];
                  }
                  private int stroll(Cell at, int n) {
                    do { at.n++; at = cells[(at.n ^ n) & 3]; } while (n-- > 0);
                    return at.n;
                  }
                  private static int rest(Pair at, int n) {
                    for (; n > 0; n--) { at = at.next(n); }
                    return at.a();
                  }
                  private int mixed(int k, double y) { fj++; return y > k ? k ^ fi : (int) y - k; }
                  private static double weigh(double y, long j) { return j < 0 ? y : y * 0.5 + j; }
                METHODS
                }
                """.replace("NAME", name).replace("METHODS", methods);
    }
}
