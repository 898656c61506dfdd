package org.sed4j.core.translator;

import org.sed4j.core.run.Rng;

/**
 * Writes random Java methods over the subset that is translated: arithmetic of every type, conversions, locals, branches,
 * loops, switches, arrays, parts, strategies, records, calls, the methods of Math.
 */
final class Grammar {
    private static final String[] INT_BINARY = {"+", "-", "*", "&", "|", "^"};
    private static final String[] SHIFTS = {"<<", ">>", ">>>"};
    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};
    private static final String[] REAL_BINARY = {"+", "-", "*", "/", "%"};

    private final Rng rng;
    private int locals;
    private int ints;

    Grammar(Rng rng) {
        this.rng = rng;
    }

    /** A method {@code void m<number>()}. */
    String method(int number) {
        locals = 0;
        ints = 0;
        StringBuilder body = new StringBuilder("  void m" + number + "() {\n");
        int statements = 1 + rng.below(2);
        for (int s = 0; s < statements; s++) {
            body.append("    ").append(statement(2)).append('\n');
        }
        return body.append("  }\n").toString();
    }

    private String pick(String... of) {
        return of[rng.below(of.length)];
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch") // some cases are many lines
    private String statement(int depth) {
        switch (rng.below(depth > 0 ? 22 : 11)) {
            case 0, 1:
                return pick("fi", "fi", "fb", "fs", "fc") + pick(" += ", " -= ", " *= ", " ^= ", " <<= ", " >>>= ")
                        + integer(2) + ";";
            case 2:
                return "fj = " + wide(3) + ";";
            case 3:
                return "ff = " + single(3) + ";";
            case 4:
                return "fd = " + real(3) + ";";
            case 5:
                return pick("fb = (byte) ", "fs = (short) ", "fc = (char) ", "fi = ", "fi = ") + "(" + integer(3)
                        + ");";
            case 6:
                return "fz = " + truth(2) + ";";
            case 7:
                return element() + ";";
            case 8: {
                String value = integer(2);
                locals++;
                return "int v" + ints++ + " = " + value + ";";
            }
            case 9:
                return pick("fb++", "fs--", "fc++", "fi++", "fj--", "ff++", "fd--", "fi = -fi", "fj = ~fj") + ";";
            case 10:
                return part() + ";";
            case 11, 12:
                return scoped("if (" + truth(2) + ") { ", depth) + (rng.below(2) == 0 ? "" : scoped(" else { ", depth));
            case 13: {
                int k = locals++;
                return scoped(
                        "for (int k" + k + " = 0; k" + k + " < " + (1 + rng.below(4)) + "; k" + k + "++) { fi += k" + k
                                + "; ",
                        depth);
            }
            case 14: {
                int k = locals++;
                return scoped("int w" + k + " = 0; while (w" + k + "++ < 3 && " + truth(1) + ") { ", depth);
            }
            case 15:
                return "switch (" + integer(2) + " & 3) { case 0: " + inner(depth) + " break; case 1: " + inner(depth)
                        + " default: " + inner(depth) + " }";
            case 16:
                return "switch (mode(" + integer(1) + ")) { case ONE -> fi += 3; case TWO -> " + inner(depth)
                        + " default -> fj ^= 5; }";
            case 17:
                return array();
            case 18:
                return record();
            case 19, 20:
                return references(locals++);
            default:
                return pick(
                        "if (" + truth(1) + ") { return; }",
                        "fj += switch (0 + " + integer(1) + ") { case 1, 17 -> 4L; case -1000 -> fj; default -> "
                                + wide(1) + "; };",
                        "if (" + truth(1) + " && " + truth(0) + ") { throw new IllegalStateException(\"at \" + fi); }");
        }
    }

    private String scoped(String head, int depth) {
        return head + inner(depth) + " }";
    }

    private String inner(int depth) {
        int before = ints;
        String c = "{ " + statement(depth - 1) + " " + (rng.below(2) == 0 ? statement(0) : "") + " }";
        ints = before;
        return c;
    }

    /** Mostly within, sometimes not. */
    private String index() {
        return rng.below(30) == 0 ? "(" + integer(1) + ") % 9" : "(" + integer(1) + ") & 7";
    }

    private String element() {
        return switch (rng.below(9)) {
            case 0 -> "ai[" + index() + "] " + pick("=", "+=", "*=", "|=") + " " + integer(2);
            case 1 -> "aj[" + index() + "] " + pick("=", "-=", "^=") + " " + wide(2);
            case 2 -> "af[" + index() + "] " + pick("=", "+=", "/=") + " " + single(2);
            case 3 -> "ad[" + index() + "] " + pick("=", "*=", "-=") + " " + real(2);
            case 4 -> "ab[" + index() + "] " + pick("= (byte) (", "+= (", "^= (") + integer(2) + ")";
            case 5 -> "as[" + index() + "] " + pick("= (short) (", "-= (") + integer(2) + ")";
            case 6 -> "ac[" + index() + "] " + pick("= (char) (", ">>= (") + integer(2) + ")";
            case 7 -> "az[" + index() + "] = " + truth(1);
            default -> "ai[" + index() + "]++";
        };
    }

    private String part() {
        String cell = "cells[(" + integer(1) + ") & 3]";
        return switch (rng.below(5)) {
            case 0 -> cell + ".n += " + integer(1);
            case 1 -> cell + ".x = " + real(1);
            case 2 -> cell + ".bytes[" + integer(1) + " & 3] = (byte) (" + integer(1) + ")";
            case 3 -> cell + ".add(" + integer(1) + ", " + real(1) + ")";
            default -> "one.add(" + integer(1) + ", " + real(1) + ")";
        };
    }

    private String array() {
        int k = locals++;
        return switch (rng.below(4)) {
            case 0 ->
                "{ int[] t" + k + " = new int[4]; Arrays.fill(t" + k + ", 1, 3, " + integer(1) + "); t" + k + "["
                        + integer(1) + " & 3] += fi; fi = sum(t" + k + "); }";
            case 1 ->
                "{ int[] t" + k + " = ai.clone(); t" + k + "[2] = 5; System.arraycopy(t" + k + ", " + rng.below(4)
                        + ", ai, " + rng.below(5) + ", " + rng.below(5) + "); }";
            case 2 ->
                "{ int[] t" + k + " = " + truth(1) + " ? FEW : MANY; fi ^= t" + k + "[" + integer(1) + " & 3] + t" + k
                        + ".length; }";
            default -> "System.arraycopy(ad, " + rng.below(3) + ", ad, " + rng.below(3) + ", " + rng.below(7) + ");";
        };
    }

    /** Variables that mean now one array, part, strategy or record, now another. */
    private String references(int k) {
        String swap = "int[] t" + k + " = p" + k + "; p" + k + " = q" + k + "; q" + k + " = t" + k + "; } ";
        String turn = "for (int q = 0; q < 3; q++) { p" + k + "[" + integer(1) + " & 3] += q" + k + "[" + integer(1)
                + " & 3] + q; " + swap;
        return switch (rng.below(8)) {
            case 0 ->
                "{ Cell c" + k + " = one; for (int q = 0; q < 3; q++) { c" + k + ".n += q; c" + k + " = " + truth(1)
                        + " ? one : cells[" + integer(1) + " & 3]; c" + k + ".x += " + real(0) + "; } fi ^= c" + k
                        + ".n; }";
            case 1 -> "{ int[] p" + k + " = ai; int[] q" + k + " = bi; " + turn + "fi ^= p" + k + ".length; }";
            case 2 ->
                "{ int[] p" + k + " = new int[4]; int[] q" + k + " = new int[5]; " + turn + "fi += sum(p" + k
                        + ") - sum(q" + k + "); }";
            case 3 -> "fi += relay(" + pick("ai, bi", "bi, ai", "ai, ai") + ", " + integer(1) + " & 3);";
            case 4 -> "fi -= stroll(cells[" + integer(1) + " & 3], " + integer(1) + " & 3);";
            case 5 ->
                "{ Law l" + k + " = laws[0]; while ((fi & 1) == 0 && " + truth(1) + ") { l" + k
                        + " = laws[1]; if (fi++ != 0) { break; } }" + " fi += l" + k + ".apply(" + integer(1) + "); }";
            case 6 ->
                "{ Pair p" + k + " = " + truth(1) + " ? START : new Pair(" + integer(1) + ", " + real(1) + "); fi += p"
                        + k + ".next(" + integer(1) + ").a() + rest(START, " + integer(1) + " & 3); }";
            default ->
                "out" + k + ": for (int p = 0; p < 3; p++) { for (int q = 0; q < 3; q++) { if (" + truth(1)
                        + ") { continue out" + k + "; } if (" + truth(0) + ") { break out" + k + "; } fj += p * q; } }";
        };
    }

    private String record() {
        int k = locals++;
        return "{ Pair p" + k + " = new Pair(" + integer(1) + ", " + real(1) + "); for (int q = 0; q < 2; q++) { p" + k
                + " = p" + k + ".next(" + integer(0) + "); } fi += p" + k + ".a(); fd = p" + k + ".b(); }";
    }

    private String integer(int depth) {
        if (depth <= 0 || rng.below(8) == 0) {
            return switch (rng.below(ints > 0 ? 13 : 11)) {
                case 0 -> "fi";
                case 1 -> pick("fb", "fs", "fc");
                case 2 -> pick("0", "1", "-1", "2", "7", "31", "33", "-7");
                case 3 -> pick("Integer.MIN_VALUE", "Integer.MAX_VALUE", "0x7FFF", "-32769", "255", "1000000007");
                case 4 -> "(fi & 15)";
                case 5 -> "ai[" + rng.below(8) + "]";
                case 6 -> pick("ab[1]", "as[3]", "ac[5]", "(az[2] ? 1 : 0)");
                case 7 -> "cells[" + rng.below(4) + "].n";
                case 8 -> "TABLE[fi & 1][fc & 3]";
                case 9 -> String.valueOf((int) rng.nextLong());
                case 10 -> "one.bytes[fi & 3]";
                default -> "v" + rng.below(ints);
            };
        }
        return switch (rng.below(19)) {
            case 0, 1, 2, 3, 4 -> "(" + integer(depth - 1) + " " + pick(INT_BINARY) + " " + integer(depth - 1) + ")";
            case 5 -> "(" + integer(depth - 1) + " " + pick(SHIFTS) + " " + integer(depth - 1) + ")";
            case 6 -> "(" + integer(depth - 1) + pick(" / ", " % ") + "(" + integer(depth - 1) + " | 1))";
            case 7 ->
                rng.below(4) == 0
                        ? "(" + integer(depth - 1) + pick(" / ", " % ") + integer(depth - 1) + ")"
                        : "(" + integer(depth - 1) + pick(" / ", " % ") + pick("3", "-1", "16", "-7", "1000") + ")";
            case 8 -> "(int) (" + wide(depth - 1) + ")";
            case 9 -> "(int) (" + single(depth - 1) + ")";
            case 10 -> "(int) (" + real(depth - 1) + ")";
            case 11 -> "(" + truth(depth - 1) + " ? " + integer(depth - 1) + " : " + integer(depth - 1) + ")";
            case 12 -> pick("(byte) (", "(short) (", "(char) (", "-(", "~(") + integer(depth - 1) + ")";
            case 13 -> "Math." + pick("min", "max") + "(" + integer(depth - 1) + ", " + integer(depth - 1) + ")";
            case 14 ->
                pick(
                                "Math.abs(",
                                "Integer.bitCount(",
                                "Integer.reverse(",
                                "Integer.numberOfLeadingZeros(",
                                "Integer.numberOfTrailingZeros(",
                                "Integer.highestOneBit(",
                                "Integer.signum(")
                        + integer(depth - 1) + ")";
            case 15 ->
                pick(
                        "Math.floorMod(" + integer(depth - 1) + ", " + integer(depth - 1) + " | 1)",
                        "Math.floorDiv(" + integer(depth - 1) + ", " + integer(depth - 1) + " | 1)",
                        "Integer.compare(" + integer(depth - 1) + ", " + integer(depth - 1) + ")",
                        "Integer.rotateLeft(" + integer(depth - 1) + ", " + integer(depth - 1) + ")",
                        "Integer.compareUnsigned(" + integer(depth - 1) + ", " + integer(depth - 1) + ")",
                        "Math.round(" + single(depth - 1) + ")");
            case 16 ->
                pick(
                        "Long.bitCount(" + wide(depth - 1) + ")",
                        "Long.numberOfTrailingZeros(" + wide(depth - 1) + ")",
                        "Long.numberOfLeadingZeros(" + wide(depth - 1) + ")",
                        "Float.floatToIntBits(" + single(depth - 1) + ")",
                        "Double.compare(" + real(depth - 1) + ", " + real(depth - 1) + ")",
                        "Long.compare(" + wide(depth - 1) + ", " + wide(depth - 1) + ")");
            case 17 -> "mixed(" + integer(depth - 1) + ", " + real(depth - 1) + ")";
            default -> "laws[(" + integer(depth - 1) + ") & 1].apply(" + integer(depth - 1) + ")";
        };
    }

    private String wide(int depth) {
        if (depth <= 0 || rng.below(8) == 0) {
            return pick(
                    "fj", "fj", "aj[3]", "1L", "-1L", "Long.MIN_VALUE", "Long.MAX_VALUE", "0x9E3779B97F4A7C15L", "63L");
        }
        return switch (rng.below(10)) {
            case 0, 1, 2 -> "(" + wide(depth - 1) + " " + pick(INT_BINARY) + " " + wide(depth - 1) + ")";
            case 3 -> "(" + wide(depth - 1) + " " + pick(SHIFTS) + " " + integer(depth - 1) + ")";
            case 4 -> "(" + wide(depth - 1) + pick(" / ", " % ") + "(" + wide(depth - 1) + " | 1L))";
            case 5 -> "(long) (" + real(depth - 1) + ")";
            case 6 -> "(long) (" + single(depth - 1) + ")";
            case 7 -> "(long) (" + integer(depth - 1) + ")";
            case 8 ->
                pick(
                        "Math.max(" + wide(depth - 1) + ", " + wide(depth - 1) + ")",
                        "Math.min(" + wide(depth - 1) + ", " + wide(depth - 1) + ")",
                        "Math.abs(" + wide(depth - 1) + ")",
                        "Long.rotateRight(" + wide(depth - 1) + ", " + integer(depth - 1) + ")",
                        "Math.round(" + real(depth - 1) + ")",
                        "Double.doubleToLongBits(" + real(depth - 1) + ")",
                        "Math.floorMod(" + wide(depth - 1) + ", " + wide(depth - 1) + " | 1L)");
            default -> "(" + truth(depth - 1) + " ? " + wide(depth - 1) + " : -(" + wide(depth - 1) + "))";
        };
    }

    private String single(int depth) {
        if (depth <= 0 || rng.below(8) == 0) {
            return pick(
                    "ff",
                    "ff",
                    "af[2]",
                    "0f",
                    "-0f",
                    "Float.NaN",
                    "Float.POSITIVE_INFINITY",
                    "Float.MIN_VALUE",
                    "1.5f",
                    "Float.MAX_VALUE",
                    "16777217f",
                    "-2.1474836E9f");
        }
        return switch (rng.below(9)) {
            case 0, 1, 2, 3 -> "(" + single(depth - 1) + " " + pick(REAL_BINARY) + " " + single(depth - 1) + ")";
            case 4 -> "(float) (" + pick(real(depth - 1), integer(depth - 1), wide(depth - 1)) + ")";
            case 5 -> "Math." + pick("min", "max") + "(" + single(depth - 1) + ", " + single(depth - 1) + ")";
            case 6 ->
                pick(
                        "Math.abs(" + single(depth - 1) + ")",
                        "Math.signum(" + single(depth - 1) + ")",
                        "Math.fma(" + single(depth - 1) + ", " + single(depth - 1) + ", " + single(depth - 1) + ")",
                        "-(" + single(depth - 1) + ")");
            case 7 -> "(" + truth(depth - 1) + " ? " + single(depth - 1) + " : " + single(depth - 1) + ")";
            default -> "(float) Math.sqrt(" + single(depth - 1) + ")";
        };
    }

    private String real(int depth) {
        if (depth <= 0 || rng.below(8) == 0) {
            return pick(
                    "fd",
                    "fd",
                    "ad[6]",
                    "0.0",
                    "-0.0",
                    "Double.NaN",
                    "Double.NEGATIVE_INFINITY",
                    "Double.MIN_VALUE",
                    "0.1",
                    "Double.MAX_VALUE",
                    "9.223372036854775807E18",
                    "-2147483649.0",
                    "cells[1].x",
                    "one.x");
        }
        return switch (rng.below(10)) {
            case 0, 1, 2, 3 -> "(" + real(depth - 1) + " " + pick(REAL_BINARY) + " " + real(depth - 1) + ")";
            case 4 -> "(double) (" + pick(single(depth - 1), integer(depth - 1), wide(depth - 1)) + ")";
            case 5 -> "Math." + pick("min", "max") + "(" + real(depth - 1) + ", " + real(depth - 1) + ")";
            case 6 ->
                "Math." + pick("sqrt", "floor", "ceil", "rint", "abs", "signum", "ulp") + "(" + real(depth - 1) + ")";
            case 7 -> "(" + truth(depth - 1) + " ? " + real(depth - 1) + " : " + real(depth - 1) + ")";
            case 8 ->
                pick(
                        "Math.fma(" + real(depth - 1) + ", " + real(depth - 1) + ", " + real(depth - 1) + ")",
                        "StrictMath.cbrt(" + real(depth - 1) + ")",
                        "Math.scalb(" + real(depth - 1) + ", " + integer(depth - 1) + ")",
                        "(double) Math.getExponent(" + real(depth - 1) + ")");
            default -> "weigh(" + real(depth - 1) + ", " + wide(depth - 1) + ")";
        };
    }

    private String truth(int depth) {
        return switch (rng.below(depth > 0 ? 9 : 6)) {
            case 0, 1 -> integer(depth - 1) + " " + pick(COMPARISONS) + " " + integer(depth - 1);
            case 2 -> wide(depth - 1) + " " + pick(COMPARISONS) + " " + wide(depth - 1);
            case 3 -> single(depth - 1) + " " + pick(COMPARISONS) + " " + single(depth - 1);
            case 4 -> real(depth - 1) + " " + pick(COMPARISONS) + " " + real(depth - 1);
            case 5 -> pick("fz", "!fz", "az[4]", "Double.isNaN(fd)", "Float.isInfinite(ff)");
            case 6 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
            case 7 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
            default -> "!(" + truth(depth - 1) + ")";
        };
    }
}
