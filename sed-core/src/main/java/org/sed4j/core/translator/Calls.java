package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.sed4j.core.translator.Call.Kind;
import org.sed4j.core.translator.Call.Target;
import org.sed4j.core.translator.Val.Form;

/** Finds out which code an instruction runs that invokes a method on these values. */
final class Calls {
    private static final String MIXED_UP = "classes of different versions have been mixed; all can be compiled again";

    private final Program program;

    Calls(Program program) {
        this.program = program;
    }

    Call resolve(MethodInsnNode insn, List<Val> values, int site) {
        for (Val v : values) {
            if (v.is(Form.MIXED) || v.is(Form.UNSET)) {
                throw new NotPortable.Reason(
                        "gives " + insn.name + " something that " + v, "the branches can call it each on its own");
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).is(Form.FRESH) && (i > 0 || !insn.name.equals("<init>"))) {
                throw new NotPortable.Reason(
                        "gives " + insn.name + " a record whose constructor has not yet returned",
                        "the constructor can call a static method with the numbers");
            }
        }
        Call known = known(insn, values, site);
        if (known != null) {
            return known;
        }
        if (insn.getOpcode() == Opcodes.INVOKESTATIC) {
            ClassFiles.Code code = program.files().find(program.load(insn.owner), insn.name, insn.desc);
            requireStatic(code, true);
            return function(code, values, Kind.FUNCTIONS);
        }
        if (insn.getOpcode() == Opcodes.INVOKESPECIAL) {
            return special(insn, values);
        }
        return virtual(insn, values);
    }

    private @Nullable Call known(MethodInsnNode insn, List<Val> values, int site) {
        char kind = Reflection.kind(Type.getReturnType(insn.desc));
        if (insn.getOpcode() == Opcodes.INVOKESTATIC) {
            return ofLibrary(insn, values, kind);
        }
        Val receiver = values.get(0);
        if (receiver.is(Form.OPAQUE)) {
            return Call.nothing(opaque(insn, kind));
        }
        if (receiver.isNull()) {
            throw new NotPortable.Reason(
                    "calls " + insn.name + " of something that is null in the constructed world",
                    "it can never be called");
        }
        if (receiver.isArray() && insn.name.equals("clone")) {
            Storage s = receiver.place();
            Accesses.requireLength(s);
            return Call.of(Kind.CLONE, Val.array(Space.LOCAL, s.element(), s.length(), Val.one(site)));
        }
        if (receiver.known instanceof Object[] && insn.name.equals("clone")) {
            throw new NotPortable.Reason(
                    "copies an array of objects while running", "an immutable list in a final field can hold them");
        }
        if (receiver.is(Form.KNOWN) && Library.pure(insn.owner, insn.name, Objects.requireNonNull(receiver.known))) {
            boolean outside = receiver.known instanceof List<?> list
                    && insn.name.equals("get")
                    && !Accesses.isWithin(values.get(1), list.size());
            Object value = outside
                    ? null
                    : Library.call(insn.owner, insn.name, insn.desc, receiver.known, values.subList(1, values.size()));
            if (value != null) {
                return Call.nothing(
                        Library.result(value, Type.getReturnType(insn.desc), program.memory(), receiver.known));
            }
            if (receiver.known instanceof List<?> list && insn.name.equals("get")) {
                return Call.of(Kind.ELEMENT, program.accesses().element(list, list.toArray(), Val.number('I')));
            }
        }
        return receiver.is(Form.CHOICE) ? choice(insn, receiver, values.subList(1, values.size()), kind) : null;
    }

    /** A number that objects without a class of ours have: ordinals, what boxes hold. */
    private @Nullable Call choice(MethodInsnNode insn, Val receiver, List<Val> arguments, char kind) {
        List<String> constants = new ArrayList<>();
        for (int id : receiver.numbers) {
            Object object = program.ids().get(id);
            if (kind == 'A' || kind == 'V' || !Library.pure(insn.owner, insn.name, object)) {
                return null;
            }
            Object value = Library.call(insn.owner, insn.name, insn.desc, object, arguments);
            if (value == null) {
                return null;
            }
            constants.add(Literal.of(Reflection.onStack(value)));
        }
        return Call.of(Kind.CHOICE, Val.number(kind), constants.toArray(String[]::new));
    }

    private @Nullable Call ofLibrary(MethodInsnNode insn, List<Val> values, char kind) {
        String c = Intrinsics.exact(insn.owner, insn.name, insn.desc);
        if (c != null) {
            return Call.of(Kind.INTRINSIC, Val.number(kind), c);
        }
        c = Intrinsics.inexact(insn.owner, insn.name);
        if (c != null) {
            return Call.of(Kind.INEXACT, Val.number(kind), c);
        }
        if (insn.owner.equals("java/util/Arrays") && insn.name.equals("fill")) {
            return Call.of(Kind.FILL, Val.VOID);
        }
        if (insn.owner.equals("java/lang/System") && insn.name.equals("arraycopy")) {
            return Call.of(Kind.COPY, Val.VOID);
        }
        if (insn.owner.equals("java/util/Objects") && insn.name.equals("requireNonNull")) {
            if (values.get(0).isNull()) {
                throw new NotPortable.Reason(
                        "requires something that is null in the constructed world", "the constructor leaves it out");
            }
            return Call.nothing(values.get(0));
        }
        if (insn.name.startsWith("$SWITCH_TABLE$") && insn.desc.equals("()[I")) {
            return Call.nothing(program.memory().object(Reflection.cases(program.load(insn.owner), insn.name), false));
        }
        boolean text = insn.owner.equals("java/lang/String")
                || (Library.isValue(insn.owner) && (insn.name.equals("valueOf") || insn.name.equals("toString")));
        return text && kind == 'A' ? Call.nothing(Val.OPAQUE) : null;
    }

    private static Val opaque(MethodInsnNode insn, char kind) {
        boolean ours = !insn.owner.startsWith("java/") && !insn.name.equals("<init>");
        if (ours) {
            throw new NotPortable.Reason(
                    "calls " + insn.name + " of an exception", "a method of the world can do it before it is thrown");
        }
        if (kind != 'A' && kind != 'V') {
            throw new NotPortable.Reason(
                    "asks a text, a box or an exception for a number (" + insn.name + ")",
                    "the number can be kept beside it, in an int or a double");
        }
        return kind == 'V' ? Val.VOID : Val.OPAQUE;
    }

    private Call special(MethodInsnNode insn, List<Val> values) {
        Val receiver = values.get(0);
        if (insn.name.equals("<init>")) {
            boolean self = receiver.is(Form.FRESH) && receiver.site() == Val.SELF;
            boolean made = receiver.is(Form.FRESH) && receiver.type() == program.load(insn.owner);
            if (self && (insn.owner.equals("java/lang/Record") || insn.owner.equals("java/lang/Object"))) {
                return Call.nothing(Val.VOID);
            }
            if (!made) {
                throw new NotPortable.Reason(
                        "calls the constructor of " + insn.owner + " for " + receiver.named(), MIXED_UP);
            }
            List<Val> arguments = new ArrayList<>(values);
            arguments.set(0, Val.fresh(receiver.type(), Val.SELF));
            return function(program.files().find(receiver.type(), insn.name, insn.desc), arguments, Kind.CONSTRUCTOR);
        }
        Class<?> owner = program.load(insn.owner);
        if (receiver.is(Form.KNOWN)) {
            requireKin(insn, owner, Objects.requireNonNull(receiver.known));
        }
        ClassFiles.Code code = program.files().find(owner, insn.name, insn.desc);
        requireStatic(code, false);
        return function(code, values, Kind.FUNCTIONS);
    }

    private static void requireStatic(ClassFiles.Code code, boolean isStatic) {
        if (((code.method().access & Opcodes.ACC_STATIC) != 0) != isStatic) {
            throw new NotPortable.Reason(
                    "calls " + code.name() + ", which is " + (isStatic ? "not " : "") + "static now", MIXED_UP);
        }
    }

    private static void requireKin(MethodInsnNode insn, Class<?> owner, Object receiver) {
        if (!owner.isInstance(receiver)) {
            throw new NotPortable.Reason(
                    "calls " + owner.getSimpleName() + "." + insn.name + " of a "
                            + receiver.getClass().getSimpleName(),
                    MIXED_UP);
        }
    }

    private Call function(ClassFiles.Code code, List<Val> values, Kind kind) {
        Function function = program.function(code, values);
        return new Call(kind, function.result, List.of(), List.of(new Target(null, function)));
    }

    private ClassFiles.Code select(MethodInsnNode insn, Class<?> type) {
        return program.files().select(program.load(insn.owner), type, insn.name, insn.desc);
    }

    private Call virtual(MethodInsnNode insn, List<Val> values) {
        Val receiver = values.get(0);
        if (receiver.is(Form.RECORD) || receiver.is(Form.FRESH)) {
            return function(select(insn, receiver.type()), values, Kind.FUNCTIONS);
        }
        if (receiver.is(Form.KNOWN)) {
            Class<?> type = Objects.requireNonNull(receiver.known).getClass();
            requireKin(insn, program.load(insn.owner), receiver.known);
            return function(select(insn, type), values, Kind.FUNCTIONS);
        }
        if (!receiver.is(Form.CHOICE)) {
            throw new NotPortable.Reason(
                    "calls " + insn.name + " of " + receiver.named(), "an object in a final field can do it");
        }
        Map<Class<?>, NavigableSet<Integer>> groups = new TreeMap<>(Comparator.comparing(Class::getName));
        for (int id : receiver.numbers) {
            groups.computeIfAbsent(program.ids().get(id).getClass(), type -> new TreeSet<>())
                    .add(id);
        }
        List<Target> targets = new ArrayList<>();
        Val result = null;
        for (Map.Entry<Class<?>, NavigableSet<Integer>> group : groups.entrySet()) {
            List<Val> arguments = new ArrayList<>(values);
            arguments.set(0, Val.choice(group.getValue()));
            Function function = program.function(select(insn, group.getKey()), arguments);
            targets.add(new Target(group.getValue(), function));
            result = result == null || function.result == null
                    ? (result == null ? function.result : result)
                    : Merge.of(result, function.result, program.ids());
        }
        return new Call(Kind.FUNCTIONS, result, List.of(), targets);
    }
}
