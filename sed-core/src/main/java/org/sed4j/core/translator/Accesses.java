package org.sed4j.core.translator;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.sed4j.core.translator.Val.Form;

/** What reading a field or an element gives. */
final class Accesses {
    private final Program program;

    Accesses(Program program) {
        this.program = program;
    }

    /** What a field of a value is. */
    Val field(Val owner, Field field) {
        return switch (owner.form) {
            case KNOWN -> {
                if (owner.known == null) {
                    throw new NotPortable.Reason(
                            "reads " + Memory.name(field) + " of something that is null in the constructed world",
                            "it can never be read");
                }
                Val fixed = program.memory().fixed(owner.known, field);
                yield fixed != null ? fixed : scalar(List.of(program.memory().scalar(owner.known, field)));
            }
            case CHOICE -> ofChoice(owner, field);
            case RECORD, FRESH -> component(field);
            default ->
                throw new NotPortable.Reason(
                        "reads " + Memory.name(field) + " of " + owner.named(), "a field of the world can hold it");
        };
    }

    /** A component of a record that the program makes. */
    static Val component(Field field) {
        return field.getType().isPrimitive()
                ? Val.number(Reflection.kind(Type.getType(field.getType())))
                : Val.record(field.getType());
    }

    private Val ofChoice(Val owner, Field field) {
        Val result = null;
        List<Place> places = new ArrayList<>();
        for (int id : owner.numbers) {
            Object object = program.ids().get(id);
            Val fixed = program.memory().fixed(object, field);
            if (fixed == null) {
                places.add(program.memory().scalar(object, field));
            } else {
                result = result == null ? fixed : Merge.of(result, fixed, program.ids());
            }
        }
        return result == null ? scalar(places) : result;
    }

    private static Val scalar(List<Place> places) {
        Place first = places.get(0);
        for (Place place : places) {
            if (place.space() != first.space()) {
                throw new NotPortable.Reason(
                        "uses a number that is state of one object and scratch of another",
                        "the objects can be kept in arrays of their own");
            }
        }
        return Val.number(first.element().kind());
    }

    /** The places of a scalar field of the objects that a value may be. */
    List<Place> places(Val owner, Field field) {
        List<Place> places = new ArrayList<>();
        for (int id : program.ids().of(owner)) {
            places.add(program.memory().scalar(program.ids().get(id), field));
        }
        return places;
    }

    /** What an element of a value is. */
    Val element(Val array, Val index) {
        if (array.isNull()) {
            throw new NotPortable.Reason("reads an element of null", "the array is made by the constructor");
        }
        if (array.isArray()) {
            return number(array, index);
        }
        if (array.is(Form.KNOWN) && array.known instanceof Object[] elements) {
            return element(elements, elements, index);
        }
        throw new NotPortable.Reason(
                "reads an element of " + array.named(), "an array in a final field, chosen by number, can do the same");
    }

    private static Val number(Val array, Val index) {
        Storage s = array.place();
        if (array.is(Form.KNOWN) && s.space() == Space.TABLE && index.isConstant()) {
            int i = index.value().intValue();
            if (i >= 0 && i < s.length()) {
                return Val.constant(
                        Reflection.onStack(java.lang.reflect.Array.get(Objects.requireNonNull(array.known), i)));
            }
        }
        return Val.number(s.element().kind());
    }

    /** Whether an index is known to be one; what is known to be none may stand where nobody comes, and faults. */
    static boolean isWithin(Val index, int length) {
        return index.isConstant() && Integer.compareUnsigned(index.value().intValue(), length) < 0;
    }

    /** What an element of a known array or list of references is. */
    Val element(Object holder, @Nullable Object[] elements, Val index) {
        if (isWithin(index, elements.length)) {
            return program.memory().element(holder, elements[index.value().intValue()]);
        }
        if (elements.length == 0) {
            throw new NotPortable.Reason("reads an element of an array without any", "nothing can ever be there");
        }
        if (isRow(elements[0])) {
            program.memory().rows(holder, elements);
        }
        Val result = null;
        for (Object each : elements) {
            if (each == null) {
                throw new NotPortable.Reason(
                        "chooses among objects one of which is null", "the constructor can fill the array");
            }
            if (!isRow(each)) {
                program.ids().of(each); // numbers in the order of the array
            }
            Val one = program.memory().element(holder, each);
            result = result == null ? one : Merge.of(result, one, program.ids());
        }
        return Objects.requireNonNull(result);
    }

    /** What the length of a value is. */
    static Val length(Val v) {
        if (v.isArray()) {
            int length = v.place().length();
            return length == Storage.UNKNOWN ? Val.number('I') : Val.constant(length);
        }
        if (v.is(Form.KNOWN) && v.known != null && v.known.getClass().isArray()) {
            return Val.constant(java.lang.reflect.Array.getLength(v.known));
        }
        throw new NotPortable.Reason("asks for the length of " + v.named(), "an array in a final field can be asked");
    }

    static boolean isRow(@Nullable Object element) {
        return element != null
                && element.getClass().isArray()
                && element.getClass().getComponentType().isPrimitive();
    }

    static void requireLength(Storage s) {
        if (s.length() == Storage.UNKNOWN) {
            throw new NotPortable.Reason(
                    "makes an array whose length is known at run time only",
                    "a constant or configuration can say the most that is needed");
        }
    }
}
