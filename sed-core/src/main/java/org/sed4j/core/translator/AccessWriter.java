package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Val.Form;

/** Writes what reads and writes fields and elements. */
final class AccessWriter {
    private final Body body;
    private final Program program;
    private final Choices choices;

    AccessWriter(Body body) {
        this.body = body;
        this.program = body.program;
        this.choices = new Choices(program.memory());
    }

    private Field field(AbstractInsnNode insn) {
        return program.field((FieldInsnNode) insn);
    }

    /** The C expression of a field of what is on top of the stack. */
    String field(AbstractInsnNode insn, Frame<Val> before, Val result) {
        Field field = field(insn);
        Val owner = before.getStack(before.getStackSize() - 1);
        if (owner.is(Form.RECORD) || owner.is(Form.FRESH)) {
            return body.operand(before, 0) + "." + Records.inC(field.getName());
        }
        List<Integer> keys = List.copyOf(program.ids().of(owner));
        String key = owner.is(Form.CHOICE) ? body.operand(before, 0) : "0";
        if (java.lang.reflect.Modifier.isFinal(field.getModifiers())) {
            return configured(key, keys, field, result);
        }
        List<Place> places = program.accesses().places(owner, field);
        body.touches(places.get(0).space(), false);
        if (places.get(0).space() == Space.SCRATCH) {
            places.forEach(place -> body.readsScratch(place.name()));
        }
        return owner.is(Form.KNOWN) ? places.get(0).c() : choices.scalar(key, keys, places);
    }

    private String configured(String key, List<Integer> keys, Field field, Val result) {
        List<Val> values = new ArrayList<>();
        for (int id : keys) {
            values.add(
                    Objects.requireNonNull(program.memory().fixed(program.ids().get(id), field)));
        }
        if (result.is(Form.NUMBER)) {
            List<String> constants =
                    values.stream().map(v -> Literal.of(v.value())).toList();
            return choices.constant(Element.stack(result.kind), key, keys, constants);
        }
        return chosen(key, keys, values, result);
    }

    /** The C expression of one of several known references. */
    private String chosen(String key, List<Integer> keys, List<Val> values, Val result) {
        if (result.is(Form.CHOICE)) {
            return choices.number(key, keys, i -> program.ids().of(Objects.requireNonNull(values.get(i).known)));
        }
        List<Storage> arrays = values.stream().map(Val::place).toList();
        arrays.forEach(body::writes);
        return Body.slice(
                result.place().element(), choices.address(key, keys, arrays), choices.length(key, keys, arrays));
    }

    /** Checks the index of an element that is known otherwise. */
    void check(Frame<Val> before) {
        int top = before.getStackSize() - 1;
        Val array = before.getStack(top - 1);
        String length = String.valueOf(java.lang.reflect.Array.getLength(Objects.requireNonNull(array.known)));
        body.index(before.getStack(top), body.operand(before, 0), length);
    }

    /** The C expression of an element; null if the index is always wrong. */
    @Nullable
    String element(Frame<Val> before, Val result) {
        int top = before.getStackSize() - 1;
        Val array = before.getStack(top - 1);
        String index = body.operand(before, 0);
        if (!array.isArray()) {
            Object[] elements = (Object[]) Objects.requireNonNull(array.known);
            return element(elements, elements, before.getStack(top), index, result);
        }
        String variable = body.stack(top - 1, array);
        if (!body.index(before.getStack(top), index, body.length(array, variable))) {
            return null;
        }
        body.reads(array);
        return Storage.at(array.place().space(), body.pointer(array, variable), index);
    }

    /** The C expression of an element of a known array or list of references. */
    @Nullable
    String element(Object holder, @Nullable Object[] elements, Val key, String index, Val result) {
        if (!body.index(key, index, String.valueOf(elements.length))) {
            return null;
        }
        List<Val> values = new ArrayList<>();
        for (Object each : elements) {
            values.add(program.memory().element(holder, each));
        }
        return chosen(index, IntStream.range(0, elements.length).boxed().toList(), values, result);
    }

    /** Writes an assignment to a field or an element. */
    void store(AbstractInsnNode insn, Frame<Val> before) {
        if (insn.getOpcode() == PUTFIELD) {
            assign(field(insn), before);
            return;
        }
        int top = before.getStackSize() - 1;
        Val array = before.getStack(top - 2);
        requireWritable(array);
        String variable = body.stack(top - 2, array);
        String index = body.operand(before, 1);
        if (!body.index(before.getStack(top - 1), index, body.length(array, variable))) {
            return;
        }
        Storage s = array.place();
        body.touches(s.space(), true);
        body.writes(s);
        body.line(Storage.at(s.space(), body.pointer(array, variable), index) + " = "
                + s.element().stored(body.operand(before, 0)) + ";");
    }

    /** Requires that an array may be written. */
    static void requireWritable(Val array) {
        if (!array.isArray()) {
            throw new NotPortable.Reason("writes to " + array.named(), "an array in a final field can be written");
        }
        if (!array.place().space().writable()) {
            throw new NotPortable.Reason(
                    "writes to an array " + array.place().space().text(),
                    "an array that changes should be a field of the world, not of a record, and not static");
        }
    }

    private void assign(Field field, Frame<Val> before) {
        int top = before.getStackSize() - 1;
        Val owner = before.getStack(top - 1);
        Val value = before.getStack(top);
        if (owner.is(Form.FRESH) && owner.site() == Val.SELF) {
            Val component = Accesses.component(field);
            String c = body.converted(value, body.stack(top, value), component);
            body.line("self." + Records.inC(field.getName()) + " = " + c + ";");
            return;
        }
        if (!field.getType().isPrimitive()) {
            throw new NotPortable.Reason(
                    "changes " + Memory.name(field) + ", a reference",
                    "an int can say which of several final parts is meant");
        }
        if (!owner.is(Form.KNOWN) && !owner.is(Form.CHOICE)) {
            throw new NotPortable.Reason("writes " + Memory.name(field) + " of " + owner.named(), "a part can hold it");
        }
        List<Place> places = program.accesses().places(owner, field);
        Place first = places.get(0);
        body.touches(first.space(), true);
        places.forEach(place -> body.function.scratch.writes(place.name()));
        String c = first.element().stored(body.operand(before, 0));
        if (owner.is(Form.KNOWN)) {
            body.line(first.c() + " = " + c + ";");
            return;
        }
        List<Integer> keys = List.copyOf(program.ids().of(owner));
        String key = body.operand(before, 1);
        if (first.space() == Space.STATE) {
            body.line(choices.scalar(key, keys, places) + " = " + c + ";");
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            body.line("if (" + key + " == " + keys.get(i) + ") " + places.get(i).c() + " = " + c + ";");
        }
    }

    /** The C expression of an array that is made here. */
    String made(int site, Val array, Frame<Val> before) {
        Storage s = array.place();
        String name = "a" + site;
        if (s.length() < 0) {
            throw new NotPortable.Reason("makes an array of negative length", "a number has the wrong sign");
        }
        body.declare(name, program.memory().room(s.element(), s.length()));
        body.line("fill_" + s.element().slice() + "(" + name + ", 1, 0, " + s.length() + ", 0);");
        return Body.slice(s.element(), name, String.valueOf(s.length()));
    }

    /** Writes a copy of an array; its C expression. */
    String cloned(int site, Val source, @Nullable String variable) {
        Storage s = source.place();
        String name = "a" + site;
        body.declare(name, program.memory().room(s.element(), s.length()));
        body.reads(source);
        body.line("copy_" + s.element().slice() + "(" + body.pointer(source, variable) + ", " + s.stride() + ", 0, "
                + name + ", 1, 0, " + s.length() + ");");
        return Body.slice(s.element(), name, String.valueOf(s.length()));
    }

    /** A constant that each of several objects has. */
    String constant(Val receiver, String key, char kind, List<String> values) {
        NavigableSet<Integer> keys = program.ids().of(receiver);
        return choices.constant(Element.stack(kind), key, List.copyOf(keys), values);
    }
}
