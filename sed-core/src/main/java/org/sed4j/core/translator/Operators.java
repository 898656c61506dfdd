package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

/** Arithmetic of the Java machine as C. */
final class Operators {
    private Operators() {}

    /**
     * An operation.
     *
     * @param kind I, J, F or D: what it gives
     * @param c a format of C with an operand for each %s
     */
    record Operator(char kind, String c) {
        String of(String a) {
            return c.replace("$", a);
        }

        String of(String a, String b) {
            return c.replace("$", a).replace("@", b);
        }
    }

    static Operator unary(int opcode) {
        return switch (opcode) {
            case INEG -> new Operator('I', "I_NEG($)");
            case LNEG -> new Operator('J', "J_NEG($)");
            case FNEG -> new Operator('F', "-$");
            case DNEG -> new Operator('D', "-$");
            case I2L -> new Operator('J', "(int64_t)$");
            case I2F, L2F, D2F -> new Operator('F', "(float)$");
            case I2D, L2D, F2D -> new Operator('D', "(double)$");
            case L2I -> new Operator('I', "(int32_t)$");
            case F2I -> new Operator('I', "F2I($)");
            case D2I -> new Operator('I', "D2I($)");
            case F2L -> new Operator('J', "F2L($)");
            case D2L -> new Operator('J', "D2L($)");
            case I2B -> new Operator('I', "(int8_t)$");
            case I2C -> new Operator('I', "(uint16_t)$");
            case I2S -> new Operator('I', "(int16_t)$");
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    static Operator binary(int opcode) {
        return switch (opcode) {
            case IADD -> new Operator('I', "I_ADD($, @)");
            case ISUB -> new Operator('I', "I_SUB($, @)");
            case IMUL -> new Operator('I', "I_MUL($, @)");
            case IDIV -> new Operator('I', "I_DIV($, @)");
            case IREM -> new Operator('I', "I_REM($, @)");
            case ISHL -> new Operator('I', "I_SHL($, @)");
            case ISHR -> new Operator('I', "I_SHR($, @)");
            case IUSHR -> new Operator('I', "I_USHR($, @)");
            case IAND -> new Operator('I', "$ & @");
            case IOR -> new Operator('I', "$ | @");
            case IXOR -> new Operator('I', "$ ^ @");
            case LADD -> new Operator('J', "J_ADD($, @)");
            case LSUB -> new Operator('J', "J_SUB($, @)");
            case LMUL -> new Operator('J', "J_MUL($, @)");
            case LDIV -> new Operator('J', "J_DIV($, @)");
            case LREM -> new Operator('J', "J_REM($, @)");
            case LSHL -> new Operator('J', "J_SHL($, @)");
            case LSHR -> new Operator('J', "J_SHR($, @)");
            case LUSHR -> new Operator('J', "J_USHR($, @)");
            case LAND -> new Operator('J', "$ & @");
            case LOR -> new Operator('J', "$ | @");
            case LXOR -> new Operator('J', "$ ^ @");
            case FADD -> new Operator('F', "$ + @");
            case FSUB -> new Operator('F', "$ - @");
            case FMUL -> new Operator('F', "$ * @");
            case FDIV -> new Operator('F', "$ / @");
            case FREM -> new Operator('F', "fmodf($, @)");
            case DADD -> new Operator('D', "$ + @");
            case DSUB -> new Operator('D', "$ - @");
            case DMUL -> new Operator('D', "$ * @");
            case DDIV -> new Operator('D', "$ / @");
            case DREM -> new Operator('D', "fmod($, @)");
            case LCMP -> new Operator('I', "J_CMP($, @)");
            case FCMPL, DCMPL -> new Operator('I', "L_CMP($, @)");
            case FCMPG, DCMPG -> new Operator('I', "G_CMP($, @)");
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    /** The sign of C for a comparison of ints. */
    static String sign(int opcode) {
        return switch (opcode) {
            case IFEQ, IF_ICMPEQ, IF_ACMPEQ -> "==";
            case IFNE, IF_ICMPNE, IF_ACMPNE -> "!=";
            case IFLT, IF_ICMPLT -> "<";
            case IFGE, IF_ICMPGE -> ">=";
            case IFGT, IF_ICMPGT -> ">";
            default -> "<=";
        };
    }

    /** One comparison of C for a comparison of longs, floats or doubles and the jump on its result, with the right NaN. */
    static String fused(int comparison, int jump, String a, String b) {
        if (comparison == LCMP || jump == IFEQ || jump == IFNE) {
            return a + " " + sign(jump) + " " + b;
        }
        boolean nanIsGreater = comparison == FCMPG || comparison == DCMPG;
        boolean nanJumps = nanIsGreater == (jump == IFGT || jump == IFGE);
        String plain = a + " " + sign(jump) + " " + b;
        String opposite = switch (jump) {
            case IFLT -> ">=";
            case IFGE -> "<";
            case IFGT -> "<=";
            default -> ">";
        };
        return nanJumps ? "!(" + a + " " + opposite + " " + b + ")" : plain;
    }
}
