package org.sed4j.core.pomg.state;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the scratch of a world is configured with: final numbers, texts and enums inside transient objects. Backends that
 * bake configuration into code take one world's for all, so that these must agree as well.
 */
final class Fixtures {
    /** The final fields of a class of ours and of those above it, as far as they can be read. */
    private static final ClassValue<List<Field>> FINAL = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> of) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> type = of; isOurs(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    boolean counts = Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers());
                    if (counts && !field.isSynthetic() && field.trySetAccessible()) {
                        fields.add(field);
                    }
                }
            }
            return List.copyOf(fields);
        }
    };

    private final Map<String, @Nullable Object> found;
    private final Map<Object, String> met;

    /**
     * @param found takes what is found, by path
     * @param met objects that have been looked into, compared by identity
     */
    Fixtures(Map<String, @Nullable Object> found, Map<Object, String> met) {
        this.found = found;
        this.met = met;
    }

    /** Looks into the transient fields of a part. */
    void of(String path, Object part) {
        for (Field field : FINAL.get(part.getClass())) {
            if (Modifier.isTransient(field.getModifiers())) {
                value(path.isEmpty() ? field.getName() : path + "." + field.getName(), Fields.get(field, part));
            }
        }
    }

    private void value(String path, @Nullable Object value) {
        if (value == null || Configuration.isLeaf(value)) {
            found.put(path, value);
        } else if (isOurs(value.getClass()) && met.putIfAbsent(value, path) == null) {
            for (Field field : FINAL.get(value.getClass())) {
                value(path + "." + field.getName(), Fields.get(field, value));
            }
        }
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && !type.isArray()
                && type.getClassLoader() != null
                && !type.getName().startsWith("org.nd4j.");
    }
}
