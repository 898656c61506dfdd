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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the objects of a constructed world lie in the generated program. */
final class Memory implements Val.Numbering {
    /** A scalar field of one object. */
    private record Slot(int owner, Field field) {}

    /**
     * A scalar's place.
     *
     * @param c the C expression of what is stored
     */
    record Scalar(Space space, String c, Element element) {}

    private final IdentityHashMap<Object, Storage> arrays = new IdentityHashMap<>();
    private final Map<Slot, Scalar> scalars = new HashMap<>();
    private final IdentityHashMap<Object, Integer> identities = new IdentityHashMap<>();
    private final Set<Object> scratchParts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Class<?>, List<Object>> classes = new HashMap<>();
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> offsets = new HashMap<>();
    private final StringBuilder record = new StringBuilder();
    private final StringBuilder call = new StringBuilder();
    private final StringBuilder tables = new StringBuilder();
    private final Map<String, String> selections = new HashMap<>();
    private int names;
    private int bytes;
    private int alignment = 1;

    /** Adds a scalar to the record; its offset. */
    int state(String path, Object owner, Field field) {
        Element element = Element.of(field.getType());
        String name = fresh(path);
        scalars.put(slot(owner, field), new Scalar(Space.STATE, "w->" + name, element));
        record.append("    ").append(element.c()).append(' ').append(name).append(";\n");
        return place(name, element, 1);
    }

    /** Adds an array to the record; its offset. */
    int state(String path, Object array) {
        Element element = Element.of(array.getClass().getComponentType());
        int length = Array.getLength(array);
        String name = fresh(path);
        arrays.put(array, new Storage(Space.STATE, "w->" + name, element, length));
        if (length == 0) {
            return bytes;
        }
        record.append("    ").append(element.c()).append(' ').append(name).append('[').append(length).append("];\n");
        return place(name, element, length);
    }

    private int place(String name, Element element, int count) {
        bytes = Math.floorDiv(bytes + element.bytes() - 1, element.bytes()) * element.bytes();
        alignment = Math.max(alignment, element.bytes());
        int offset = bytes;
        offsets.put("w->" + name, offset);
        bytes = Math.addExact(bytes, element.bytes() * count);
        return offset;
    }

    /** Length of a record in C. */
    int recordBytes() {
        return Math.max(1, Math.floorDiv(bytes + alignment - 1, alignment) * alignment);
    }

    /** Declares an array that a call is given. */
    void given(String name, Object array, boolean written) {
        Element element = Element.of(array.getClass().getComponentType());
        arrays.put(
                array,
                new Storage(
                        written ? Space.OUTPUT : Space.INPUT, "k->" + name, element, Array.getLength(array)));
        call.append("    ").append(written ? "" : "const ").append(element.c()).append(" *").append(name).append(";\n");
    }

    /** What this object holds is forgotten after a call. */
    void scratch(Object part) {
        scratchParts.add(part);
    }

    /** The value of a field of a known object: a constant, an object; null if it is a scalar in memory. */
    @Nullable
    Val fixed(@Nullable Object owner, Field field) {
        boolean isFinal = Modifier.isFinal(field.getModifiers());
        if (!isFinal) {
            if (field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                return null;
            }
            throw new NotPortable.Reason(
                    "uses " + name(field) + ", a reference that can change",
                    "the field can be final, or an int can say which of several final parts is meant");
        }
        Object value = Reflection.get(field, owner);
        if (field.getType().isPrimitive()) {
            return Val.constant(Reflection.onStack(value));
        }
        boolean scratch = Modifier.isTransient(field.getModifiers())
                || (owner != null && scratchParts.contains(owner) && !(owner instanceof Record));
        if (scratch && value != null && !value.getClass().isArray()) {
            scratchParts.add(value);
        }
        return object(value, scratch);
    }

    /** A known object: an array finds its place, at the latest now. */
    Val object(@Nullable Object value, boolean scratch) {
        if (value == null || !value.getClass().isArray()) {
            return Val.known(value, null);
        }
        if (!value.getClass().getComponentType().isPrimitive()) {
            return Val.known(value, null);
        }
        Storage storage = arrays.get(value);
        if (storage == null) {
            storage = scratch ? scratchArray(value) : table(value);
            arrays.put(value, storage);
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
        String name = fresh("scratch");
        call.append("    ").append(element.c()).append(' ').append(name).append('[').append(Math.max(1, length)).append("];\n");
        return new Storage(Space.SCRATCH, "k->" + name, element, length);
    }

    private Storage table(Object array) {
        Element element = Element.of(array.getClass().getComponentType());
        int length = Array.getLength(array);
        String name = fresh("table");
        tables.append("TABLE ").append(element.c()).append(' ').append(name).append('[').append(Math.max(1, length)).append("] = {");
        for (int i = 0; i < length; i++) {
            tables.append(i == 0 ? "" : ", ").append(i % 16 == 15 ? "\n    " : "");
            tables.append(Literal.of(Reflection.onStack(Array.get(array, i))));
        }
        tables.append(length == 0 ? "0};\n" : "};\n");
        return new Storage(Space.TABLE, name, element, length);
    }

    /** A scalar field of a known object. */
    Scalar scalar(Object owner, Field field) {
        Scalar found = scalars.get(slot(owner, field));
        if (found != null) {
            return found;
        }
        if (!Modifier.isTransient(field.getModifiers()) && !scratchParts.contains(owner)) {
            throw new NotPortable.Reason(
                    "uses " + name(field) + " of an object that is no part of the world",
                    "the world or one of its parts should hold that object in a final field");
        }
        Element element = Element.of(field.getType());
        Scalar made = new Scalar(Space.SCRATCH, "k->" + fresh(field.getName()), element);
        call.append("    ").append(element.c()).append(' ').append(made.c().substring(3)).append(";\n");
        scalars.put(slot(owner, field), made);
        return made;
    }

    private Slot slot(Object owner, Field field) {
        return new Slot(identities.computeIfAbsent(owner, o -> identities.size()), field);
    }

    /** Numbers an object among those of its class. */
    @Override
    public int number(Object object) {
        return numbers.computeIfAbsent(object, o -> {
            List<Object> all = classes.computeIfAbsent(o.getClass(), c -> new ArrayList<>());
            all.add(o);
            return all.size() - 1;
        });
    }

    /** The object with a number. */
    Object numbered(Class<?> type, int number) {
        return List.copyOf(classes.getOrDefault(type, List.of())).get(number);
    }

    /** Where a member lies in the record; -1 if it is no member. */
    int offset(String member) {
        return offsets.getOrDefault(member, -1);
    }

    /** A table of C constants, by name; equal tables are one. */
    String constants(String type, String values) {
        return selections.computeIfAbsent(type + values, key -> {
            String name = fresh("select");
            tables.append("TABLE ").append(type).append(' ').append(name).append("[] = {").append(values).append("};\n");
            return name;
        });
    }

    private String fresh(String path) {
        return path.replaceAll("[^A-Za-z0-9]+", "_") + "_" + names++;
    }

    static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    /** The C declarations of record, call and tables. */
    String declarations() {
        return "typedef struct {\n" + (bytes == 0 ? "    char nothing;\n" : record) + "} W;\n\ntypedef struct {\n    int32_t fault;\n"
                + call + "} K;\n\n" + tables;
    }
}
