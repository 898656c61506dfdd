package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What each instruction makes of the values that it is given. */
final class Evaluator extends Interpreter<Val> {
    private final Program program;
    private final Function function;
    private final Makings makings;
    private final Kinships kinships;
    private boolean never;

    Evaluator(Program program, Function function) {
        super(ASM9);
        this.program = program;
        this.function = function;
        this.makings = new Makings(program);
        this.kinships = new Kinships(program.ids());
    }

    /** Whether the last instruction was a call that never returns; asking forgets it. */
    boolean neverReturns() {
        boolean last = never;
        never = false;
        return last;
    }

    @Override
    public @Nullable Val newValue(@Nullable Type type) {
        return type == null ? Val.UNSET : type.getSort() == Type.VOID ? null : Val.UNSET;
    }

    @Override
    public Val newOperation(AbstractInsnNode insn) {
        int op = insn.getOpcode();
        if (op >= ICONST_M1 && op <= ICONST_5) {
            return Val.constant(op - ICONST_0);
        }
        return switch (op) {
            case ACONST_NULL -> Val.NULL;
            case LCONST_0, LCONST_1 -> Val.constant((long) (op - LCONST_0));
            case FCONST_0, FCONST_1, FCONST_2 -> Val.constant((float) (op - FCONST_0));
            case DCONST_0, DCONST_1 -> Val.constant((double) (op - DCONST_0));
            case BIPUSH, SIPUSH -> Val.constant(((IntInsnNode) insn).operand);
            case LDC -> {
                Object constant = ((LdcInsnNode) insn).cst;
                yield constant instanceof Number number
                        ? Val.constant(number)
                        : Val.known(loaded(constant, insn), null);
            }
            case GETSTATIC -> {
                Val fixed = program.memory().fixed(null, field(insn));
                if (fixed == null) {
                    throw new IllegalStateException("a static field is fixed or refused");
                }
                yield fixed;
            }
            case NEW -> makings.object(((TypeInsnNode) insn).desc, at(insn));
            default -> throw strange(insn);
        };
    }

    /** A text or a class as the machine has it: the same object wherever it is named. */
    private Object loaded(Object constant, AbstractInsnNode insn) {
        if (constant instanceof String text) {
            return text.intern();
        }
        if (constant instanceof Type type && type.getSort() != Type.METHOD) {
            return program.load(type.getInternalName());
        }
        throw strange(insn);
    }

    private Field field(AbstractInsnNode insn) {
        return program.field((FieldInsnNode) insn);
    }

    private int at(AbstractInsnNode insn) {
        return function.code.method().instructions.indexOf(insn);
    }

    @Override
    public Val copyOperation(AbstractInsnNode insn, Val value) {
        return value;
    }

    @Override
    public @Nullable Val unaryOperation(AbstractInsnNode insn, Val v) {
        int op = insn.getOpcode();
        switch (op) {
            case IINC -> {
                int step = ((IincInsnNode) insn).incr;
                return v.isConstant() ? Val.constant(v.value().intValue() + step) : Val.number('I');
            }
            case GETFIELD -> {
                return program.accesses().field(v, field(insn));
            }
            case PUTSTATIC ->
                throw new NotPortable.Reason(
                        "writes " + Memory.name(field(insn)) + ", which is static", "it can be a field of the world");
            case NEWARRAY -> {
                return Makings.array(Element.ofCode(((IntInsnNode) insn).operand), v, at(insn));
            }
            case ANEWARRAY ->
                throw new NotPortable.Reason("makes an array of objects while running", "the constructor can make it");
            case ARRAYLENGTH -> {
                return Accesses.length(v);
            }
            case CHECKCAST -> {
                kinships.require(v, program.load(((TypeInsnNode) insn).desc));
                return v;
            }
            case INSTANCEOF -> {
                return kinships.ask(v, program.load(((TypeInsnNode) insn).desc));
            }
            case MONITORENTER, MONITOREXIT ->
                throw new NotPortable.Reason("is synchronized", "a world is stepped by one thread at a time anyway");
            case IFEQ,
                    IFNE,
                    IFLT,
                    IFGE,
                    IFGT,
                    IFLE,
                    IFNULL,
                    IFNONNULL,
                    TABLESWITCH,
                    LOOKUPSWITCH,
                    ATHROW,
                    IRETURN,
                    LRETURN,
                    FRETURN,
                    DRETURN,
                    ARETURN -> {
                return null;
            }
            default -> {
                return v.isConstant()
                        ? Val.constant(Folding.unary(op, v.value()))
                        : Val.number(Operators.unary(op).kind());
            }
        }
    }

    @Override
    public @Nullable Val binaryOperation(AbstractInsnNode insn, Val a, Val b) {
        int op = insn.getOpcode();
        if (op >= IALOAD && op <= SALOAD) {
            return program.accesses().element(a, b);
        }
        if (op == PUTFIELD || (op >= IF_ICMPEQ && op <= IF_ACMPNE)) {
            return null;
        }
        if (a.isConstant() && b.isConstant()) {
            Object folded = Folding.binary(op, a.value(), b.value());
            if (folded != null) {
                return Val.constant(folded);
            }
        }
        return Val.number(Operators.binary(op).kind());
    }

    @Override
    public @Nullable Val ternaryOperation(AbstractInsnNode insn, Val array, Val index, Val value) {
        if (insn.getOpcode() == AASTORE) {
            throw new NotPortable.Reason(
                    "puts an object into an array", "an array of ints can hold the number of an object");
        }
        return null;
    }

    @Override
    public @Nullable Val naryOperation(AbstractInsnNode insn, List<? extends Val> values) {
        if (insn instanceof InvokeDynamicInsnNode dynamic) {
            return Makings.dynamic(dynamic.bsm.getOwner());
        }
        if (insn.getOpcode() == MULTIANEWARRAY) {
            throw new NotPortable.Reason(
                    "makes an array of arrays while running",
                    "the constructor can make it, or it can be one flat array");
        }
        Call call = program.calls().resolve((MethodInsnNode) insn, List.copyOf(values), at(insn));
        never = call.result() == null;
        return call.result() == null ? Val.UNSET : call.result();
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Val value, @Nullable Val expected) {
        // returned values are collected by the analysis
    }

    @Override
    public Val merge(Val a, Val b) {
        return Merge.of(a, b, program.ids());
    }

    private static NotPortable.Reason strange(AbstractInsnNode insn) {
        return new NotPortable.Reason(
                "has an instruction that no compiler of today makes (" + insn.getOpcode() + ")",
                "it can be compiled again");
    }
}
