package org.sed4j.core.pomg.state;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a world is configured with: values that never change and that all worlds of a batch share. */
final class Configuration {
    private Configuration() {}

    /** Scalars, strings, enums, classes and lambdas without captures: nothing inside them can change. */
    static boolean isLeaf(Object value) {
        return value instanceof String
                || value instanceof Enum
                || value instanceof Class
                || value instanceof Boolean
                || value instanceof Character
                || (value instanceof Number && value.getClass().getName().startsWith("java.lang."))
                || (isLambda(value.getClass()) && value.getClass().getDeclaredFields().length == 0);
    }

    static boolean isLambda(Class<?> type) {
        return type.isHidden() && type.isSynthetic();
    }

    /**
     * Requires that a value cannot change: a leaf, or a record, table, immutable list or class of such.
     *
     * @throws IllegalArgumentException naming what can
     */
    static void check(String name, @Nullable Object value) {
        if (value == null || isLeaf(value)) {
            return;
        }
        if (value.getClass().isArray()) {
            if (!value.getClass().getComponentType().isPrimitive()) {
                for (Object element : (Object[]) value) {
                    check(name + "[]", element);
                }
            }
        } else if (value instanceof List<?> list) {
            if (!Refusal.immutable(list)) {
                throw Refusal.of(name, "is a list that can change", "the record should keep a copy: List.copyOf");
            }
            for (Object element : list) {
                check(name + "[]", element);
            }
        } else if (value.getClass().getName().startsWith("java.")) {
            throw Refusal.of(
                    name,
                    "is a " + value.getClass().getName() + ", which cannot be compared between worlds",
                    "a record, a list or an array can say the same");
        } else {
            for (Fields.Entry entry : Fields.of(value.getClass())) {
                String inside = name + "." + entry.field().getName();
                if (entry.reader() != null
                        || (!(value instanceof Record)
                                && entry.field().getType().isArray())) {
                    throw Refusal.of(
                            inside,
                            "(" + entry.name() + ") can change, and " + name + " is configuration",
                            "the " + value.getClass().getSimpleName()
                                    + " should be a final field of the world, not inside a record");
                }
                check(inside, Fields.get(entry.field(), value));
            }
        }
    }

    /** Where two configurations differ, as "path (one, other)"; empty if nowhere. */
    static String difference(Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        Iterator<Map.Entry<String, @Nullable Object>> others = other.entrySet().iterator();
        for (Map.Entry<String, @Nullable Object> entry : one.entrySet()) {
            if (!others.hasNext()) {
                return entry.getKey() + " (present, absent)";
            }
            Map.Entry<String, @Nullable Object> twin = others.next();
            if (!entry.getKey().equals(twin.getKey())) {
                return entry.getKey() + " (present, absent)";
            }
            String difference = difference(entry.getKey(), entry.getValue(), twin.getValue());
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return others.hasNext() ? others.next().getKey() + " (absent, present)" : "";
    }

    private static String difference(String path, @Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return "";
        }
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return path + " (" + one + ", " + other + ")";
        }
        if (isLeaf(one)) {
            return isLambda(one.getClass()) || Objects.equals(one, other) ? "" : path + " (" + one + ", " + other + ")";
        }
        if (one.getClass().isArray()) {
            return elements(path, one, other);
        }
        if (one instanceof List<?> list) {
            return elements(path, list.toArray(), ((List<?>) other).toArray());
        }
        for (Fields.Entry entry : Fields.of(one.getClass())) {
            String difference = difference(
                    path + "." + entry.field().getName(),
                    Fields.get(entry.field(), one),
                    Fields.get(entry.field(), other));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }

    private static String elements(String path, Object one, Object other) {
        int length = Array.getLength(one);
        if (length != Array.getLength(other)) {
            return path + ".length (" + length + ", " + Array.getLength(other) + ")";
        }
        for (int i = 0; i < length; i++) {
            String difference = difference(path + "[" + i + "]", Array.get(one, i), Array.get(other, i));
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return "";
    }
}
