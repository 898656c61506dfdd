package org.sed4j.core.pomg.state;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.World;

/** The instance fields of a class and its ancestors, sorted by the rules of {@link World}; read once for each class. */
final class Fields {
    private static final MethodType READ = MethodType.methodType(long.class, Object.class);
    private static final MethodType WRITE = MethodType.methodType(void.class, Object.class, long.class);
    private static final ClassValue<List<Entry>> READINGS = new ClassValue<>() {
        @Override
        protected List<Entry> computeValue(Class<?> type) {
            return read(type);
        }
    };

    private Fields() {}

    /**
     * One instance field that is not scratch.
     *
     * @param field the field, made accessible
     * @param reader (Object) to long, for a scalar of the state: its bits; null for final fields
     * @param writer (Object, long) to void, likewise
     */
    record Entry(
            Field field,
            @Nullable MethodHandle reader,
            @Nullable MethodHandle writer) {
        /** "Class.field". */
        String name() {
            return field.getDeclaringClass().getSimpleName() + "." + field.getName();
        }
    }

    /**
     * The fields that count, ancestors' first, each class's in order of declaration.
     *
     * @throws IllegalArgumentException naming a field that is neither state nor scratch nor configuration
     */
    static List<Entry> of(Class<?> type) {
        return READINGS.get(type);
    }

    private static List<Entry> read(Class<?> type) {
        List<Entry> entries = new ArrayList<>();
        Class<?> ancestor = type.getSuperclass();
        if (ancestor != null && ancestor != Object.class && ancestor != Record.class) {
            entries.addAll(of(ancestor));
        }
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers)) {
                checkStatic(field);
            } else if (!Modifier.isTransient(modifiers)) {
                entries.add(entry(field));
            }
        }
        return List.copyOf(entries);
    }

    private static void checkStatic(Field field) {
        if (field.isSynthetic()) {
            return; // compilers and coverage tools add these
        }
        if (!Modifier.isFinal(field.getModifiers())) {
            throw Refusal.of(
                    field,
                    "is static and not final: all worlds and threads would share it",
                    "it should be a field of the world, or final");
        }
        if (field.getType().isPrimitive() || field.getType().isArray() || field.getType() == String.class) {
            return;
        }
        open(field);
        Object value = get(field, null);
        boolean loose = (value instanceof Collection || value instanceof Map) && !Refusal.immutable(value);
        if (value != null && (loose || value.getClass().getName().startsWith("java.util.concurrent."))) {
            throw Refusal.of(
                    field,
                    "is a static " + value.getClass().getSimpleName() + ": all worlds and threads would share it",
                    "it is a table: use an immutable list (List.of) or an array that is never written");
        }
    }

    private static Entry entry(Field field) {
        open(field);
        boolean fixed = Modifier.isFinal(field.getModifiers());
        if (fixed) {
            return new Entry(field, null, null);
        }
        if (!field.getType().isPrimitive()) {
            throw Refusal.of(
                    field,
                    "is a reference that can change (" + field.getType().getSimpleName() + ")",
                    field.getType().isArray()
                            ? "it can be final, its contents being the state; mark scratch transient"
                            : "an int, an enum's ordinal or a final part can say it; mark scratch transient");
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle reader = lookup.unreflectGetter(field);
            MethodHandle writer = lookup.unreflectSetter(field);
            if (field.getType() == float.class || field.getType() == double.class) {
                reader = MethodHandles.filterReturnValue(reader, FloatBits.to(field.getType()));
                writer = MethodHandles.filterArguments(writer, 1, FloatBits.from(field.getType()));
            }
            return new Entry(
                    field,
                    MethodHandles.explicitCastArguments(reader, READ),
                    MethodHandles.explicitCastArguments(writer, WRITE));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " was made accessible", impossible);
        }
    }

    private static void open(Field field) {
        try {
            field.setAccessible(true);
        } catch (InaccessibleObjectException | SecurityException closed) {
            throw Refusal.of(
                    field,
                    "cannot be read (" + closed.getMessage() + ")",
                    "its module must open the package to org.sed4j, or the field holds a library's object");
        }
    }

    /** The value of an opened field. */
    static @Nullable Object get(Field field, @Nullable Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " was made accessible", impossible);
        }
    }
}
