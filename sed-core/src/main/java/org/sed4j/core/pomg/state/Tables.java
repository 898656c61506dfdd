package org.sed4j.core.pomg.state;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.World;

/** The contents of what worlds share, as text, so that a check can see it written to. */
public final class Tables {
    private Tables() {}

    /** Static arrays of the classes of a world and its parts, and its configuration. */
    public static String of(World world, Map<String, @Nullable Object> configuration) {
        StringBuilder text = new StringBuilder();
        Set<Class<?>> classes = new LinkedHashSet<>();
        classes.add(world.getClass());
        configuration.forEach((path, value) -> {
            if (value instanceof Class<?> part) {
                classes.add(part);
            } else {
                line(text, path, value);
            }
        });
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                boolean table = field.getType().isArray() && Modifier.isStatic(field.getModifiers());
                if (table && !field.isSynthetic()) {
                    field.setAccessible(true);
                    line(text, type.getSimpleName() + "." + field.getName(), Fields.get(field, null));
                }
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String path, @Nullable Object value) {
        text.append(path).append(" = ");
        print(text, value);
        text.append('\n');
    }

    private static void print(StringBuilder text, @Nullable Object value) {
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                text.append(i == 0 ? "[" : ", ");
                print(text, Array.get(value, i));
            }
            text.append(']');
        } else if (value instanceof Record) {
            for (Fields.Entry entry : Fields.of(value.getClass())) {
                text.append(entry.field().getName()).append(' ');
                print(text, Fields.get(entry.field(), value));
                text.append(' ');
            }
        } else {
            text.append(value);
        }
    }
}
