package org.sed4j.core.translator;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the objects of a constructed world lie in the generated program; what is first met in a method finds its place then. */
final class Memory {
    /** Bytes of arrays that calls keep on the stack, the largest and all together: threads of Java have 512 KiB at least. */
    private static final int LARGEST = 1 << 14;

    private static final int MOST = 1 << 17;

    private final IdentityHashMap<Object, Storage> arrays = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Map<Field, Place>> scalars = new IdentityHashMap<>();
    private final Set<Object> scratchParts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> selections = new HashMap<>();
    private final List<String> call = new ArrayList<>();
    private final List<String> locals = new ArrayList<>();
    private final StringBuilder tables = new StringBuilder();
    private int names;
    private int stack;
    private long scratchBytes;

    void array(Object array, Storage storage) {
        arrays.put(array, storage);
    }

    void scalar(Object owner, Field field, Place place) {
        scalars.computeIfAbsent(owner, o -> new HashMap<>()).put(field, place);
    }

    /** Declares an array that a call is given: a pointer of that name in the frame of a call. */
    void given(String name, Object array, boolean written) {
        Element element = Element.of(array.getClass().getComponentType());
        int length = Array.getLength(array);
        arrays.put(array, new Storage(written ? Space.OUTPUT : Space.INPUT, "k->" + name, 0, element, length));
        call.add((written ? "" : "const ") + element.c() + " *" + name);
    }

    /** What this object holds is forgotten after a call. */
    void scratch(Object part) {
        scratchParts.add(part);
    }

    /** The value of a field of a known object: a constant, an object; null if it is a scalar in memory. */
    @Nullable
    Val fixed(@Nullable Object owner, Field field) {
        if (!Modifier.isFinal(field.getModifiers())) {
            if (field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                return null;
            }
            throw new NotPortable.Reason(
                    "uses " + name(field)
                            + (Modifier.isStatic(field.getModifiers())
                                    ? ", which is static and can change"
                                    : ", a reference that can change"),
                    "the field can be final, or an int can say which of several final parts is meant");
        }
        if (field.getName().equals("$assertionsDisabled")
                && field.getDeclaringClass().getClassLoader() == null) {
            return Val.constant(1); // the library does not say, and asserts nothing unless told to
        }
        Object value = Reflection.get(field, owner);
        if (field.getType().isPrimitive()) {
            return Val.constant(Reflection.onStack(value));
        }
        boolean scratch = Modifier.isTransient(field.getModifiers()) || (owner != null && scratchParts.contains(owner));
        return object(value, scratch);
    }

    /** An element of a known array of references, or of a known list. */
    Val element(Object holder, @Nullable Object value) {
        return object(value, scratchParts.contains(holder));
    }

    /** A known object: an array finds its place, at the latest now. */
    Val object(@Nullable Object value, boolean scratch) {
        if (value == null) {
            return Val.NULL;
        }
        boolean primitives = value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive();
        if (!primitives) {
            if (scratch && !(value instanceof Enum) && !(value instanceof Record)) {
                scratchParts.add(value);
            }
            return Val.known(value, null);
        }
        Storage storage = arrays.get(value);
        if (storage == null) {
            storage = scratch ? scratchArray(value) : table(new Object[] {value}, value);
        } else if (scratch && storage.space() == Space.TABLE) {
            throw new NotPortable.Reason(
                    "uses an array as scratch that is also held by a record or a static field",
                    "each should have its own");
        }
        return Val.known(value, storage);
    }

    private Storage scratchArray(Object array) {
        Element element = Element.of(array.getClass().getComponentType());
        int length = Array.getLength(array);
        String name = "scratch_" + names++;
        call.add(element.c() + " *" + name);
        scratchBytes += (long) Math.max(1, length) * element.bytes();
        locals.add(room(element, length).replace("$", "local_" + name) + "; k->" + name + " = local_" + name + ";");
        arrays.put(array, new Storage(Space.SCRATCH, "k->" + name, 0, element, length));
        return Objects.requireNonNull(arrays.get(array));
    }

    /** The C declaration of an array {@code $} that a call works with: on the stack as long as there is room. */
    String room(Element element, int length) {
        int most = Math.max(1, length);
        boolean fits = (long) most * element.bytes() <= Math.min(LARGEST, MOST - stack);
        stack += fits ? most * element.bytes() : 0;
        return (fits ? "" : "ROOMY ") + element.c() + " $[" + most + "]";
    }

    /** Rows of one kind, to be chosen among at run time: those without a place yet become one table. */
    void rows(Object holder, @Nullable Object[] rows) {
        List<Object> fresh = new ArrayList<>();
        for (Object row : rows) {
            boolean alike = row != null && (fresh.isEmpty() || fresh.get(0).getClass() == row.getClass());
            if (alike && !arrays.containsKey(row) && !fresh.contains(row)) {
                fresh.add(row);
            }
        }
        if (!scratchParts.contains(holder) && !fresh.isEmpty()) {
            table(fresh.toArray(), fresh.get(0));
        }
    }

    private Storage table(Object[] rows, Object wanted) {
        Element element = Element.of(wanted.getClass().getComponentType());
        String name = "table_" + names++;
        List<String> values = new ArrayList<>();
        for (Object row : rows) {
            int length = Array.getLength(row);
            arrays.put(row, new Storage(Space.TABLE, name, values.size(), element, length));
            for (int i = 0; i < length; i++) {
                values.add(Literal.of(Reflection.onStack(Array.get(row, i))));
            }
        }
        define(element.c(), name, values);
        return Objects.requireNonNull(arrays.get(wanted));
    }

    private void define(String type, String name, List<String> values) {
        tables.append("TABLE ").append(type).append(' ').append(name);
        tables.append('[').append(Math.max(1, values.size())).append("] = {");
        for (int i = 0; i < values.size(); i++) {
            tables.append(i == 0 ? "" : i % 16 == 0 ? ",\n    " : ", ").append(values.get(i));
        }
        tables.append(values.isEmpty() ? "0};\n" : "};\n");
    }

    /** A scalar field of a known object. */
    Place scalar(Object owner, Field field) {
        Map<Field, Place> places = scalars.computeIfAbsent(owner, o -> new HashMap<>());
        Place found = places.get(field);
        if (found != null) {
            return found;
        }
        if (!Modifier.isTransient(field.getModifiers()) && !scratchParts.contains(owner)) {
            throw new NotPortable.Reason(
                    "uses " + name(field) + " of an object that is no part of the world",
                    "the world or one of its parts should hold that object in a final field");
        }
        Element element = Element.of(field.getType());
        Place made = new Place(Space.SCRATCH, Records.inC(field.getName()) + names++, 0, element);
        call.add(element.c() + " " + made.name());
        places.put(field, made);
        return made;
    }

    /** A table of C constants, by name; equal tables are one. */
    String constants(String type, List<String> values) {
        return selections.computeIfAbsent(type + values, key -> {
            String name = "select_" + names++;
            define(type, name, values);
            return name;
        });
    }

    static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    /** The C declarations of tables and of the frame of a call. */
    String declarations() {
        return tables + "\ntypedef struct {\n    int32_t fault;\n    int32_t lane;\n"
                + String.join(
                        "", call.stream().map(line -> "    " + line + ";\n").toList()) + "} K;\n\n";
    }

    /** Bytes of the arrays of {@link #locals}. */
    long scratchBytes() {
        return scratchBytes;
    }

    /** C declarations of scratch arrays, for the body of an entry. */
    String locals() {
        return String.join("", locals.stream().map(line -> "    " + line + "\n").toList());
    }
}
