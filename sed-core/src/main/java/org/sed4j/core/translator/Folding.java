package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import org.jspecify.annotations.Nullable;

/** Arithmetic on constants, by the machine that runs this: a Java machine. */
final class Folding {
    private Folding() {}

    static Object unary(int opcode, Number a) {
        return switch (opcode) {
            case INEG -> -a.intValue();
            case LNEG -> -a.longValue();
            case FNEG -> -a.floatValue();
            case DNEG -> -a.doubleValue();
            case I2L -> (long) a.intValue();
            case I2F -> (float) a.intValue();
            case I2D -> (double) a.intValue();
            case L2I -> (int) a.longValue();
            case L2F -> (float) a.longValue();
            case L2D -> (double) a.longValue();
            case F2I -> (int) a.floatValue();
            case F2L -> (long) a.floatValue();
            case F2D -> (double) a.floatValue();
            case D2I -> (int) a.doubleValue();
            case D2L -> (long) a.doubleValue();
            case D2F -> (float) a.doubleValue();
            case I2B -> (int) (byte) a.intValue();
            case I2C -> (int) (char) a.intValue();
            case I2S -> (int) (short) a.intValue();
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    /** Null where Java would throw. */
    static @Nullable Object binary(int opcode, Number a, Number b) {
        switch (opcode) {
            case IDIV, IREM -> {
                if (b.intValue() == 0) {
                    return null;
                }
            }
            case LDIV, LREM -> {
                if (b.longValue() == 0) {
                    return null;
                }
            }
            default -> {}
        }
        return switch (opcode) {
            case IADD, ISUB, IMUL, IDIV, IREM, ISHL, ISHR, IUSHR, IAND, IOR, IXOR ->
                ints(opcode, a.intValue(), b.intValue());
            case LSHL -> a.longValue() << b.intValue();
            case LSHR -> a.longValue() >> b.intValue();
            case LUSHR -> a.longValue() >>> b.intValue();
            case LADD, LSUB, LMUL, LDIV, LREM, LAND, LOR, LXOR, LCMP -> longs(opcode, a.longValue(), b.longValue());
            case FADD -> a.floatValue() + b.floatValue();
            case FSUB -> a.floatValue() - b.floatValue();
            case FMUL -> a.floatValue() * b.floatValue();
            case FDIV -> a.floatValue() / b.floatValue();
            case FREM -> a.floatValue() % b.floatValue();
            case DADD -> a.doubleValue() + b.doubleValue();
            case DSUB -> a.doubleValue() - b.doubleValue();
            case DMUL -> a.doubleValue() * b.doubleValue();
            case DDIV -> a.doubleValue() / b.doubleValue();
            case DREM -> a.doubleValue() % b.doubleValue();
            case FCMPL, FCMPG, DCMPL, DCMPG -> compare(opcode, a.doubleValue(), b.doubleValue());
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    private static Object ints(int opcode, int a, int b) {
        return switch (opcode) {
            case IADD -> a + b;
            case ISUB -> a - b;
            case IMUL -> a * b;
            case IDIV -> a / b;
            case IREM -> a % b;
            case ISHL -> a << b;
            case ISHR -> a >> b;
            case IUSHR -> a >>> b;
            case IAND -> a & b;
            case IOR -> a | b;
            default -> a ^ b;
        };
    }

    private static Object longs(int opcode, long a, long b) {
        return switch (opcode) {
            case LADD -> a + b;
            case LSUB -> a - b;
            case LMUL -> a * b;
            case LDIV -> a / b;
            case LREM -> a % b;
            case LAND -> a & b;
            case LOR -> a | b;
            case LXOR -> a ^ b;
            default -> Long.compare(a, b);
        };
    }

    private static Object compare(int opcode, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return opcode == FCMPG || opcode == DCMPG ? 1 : -1;
        }
        return a < b ? -1 : a > b ? 1 : 0;
    }

    /** Whether a comparison of ints with this opcode jumps. */
    static boolean jumps(int opcode, int a, int b) {
        return switch (opcode) {
            case IFEQ, IF_ICMPEQ -> a == b;
            case IFNE, IF_ICMPNE -> a != b;
            case IFLT, IF_ICMPLT -> a < b;
            case IFGE, IF_ICMPGE -> a >= b;
            case IFGT, IF_ICMPGT -> a > b;
            default -> a <= b;
        };
    }
}
