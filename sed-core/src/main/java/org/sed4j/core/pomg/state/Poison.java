package org.sed4j.core.pomg.state;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.World;

/**
 * Fills the scratch of a world (its transient fields and its parts') with values that no rule would leave there.
 *
 * <p>Reaches transient primitives and transient arrays of primitives, arrays of arrays included, and all that a transient
 * object holds, unless the world holds that object elsewhere as well.
 */
public final class Poison {
    private final List<Object> arrays = new ArrayList<>();
    private final List<Object> owners = new ArrayList<>();
    private final List<Field> scalars = new ArrayList<>();
    private final List<@Nullable Object> scratch = new ArrayList<>();

    /** Finds the scratch of a world. */
    public static Poison of(World world) {
        Poison poison = new Poison();
        Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
        poison.visit(world, met);
        for (int i = 0; i < poison.scratch.size(); i++) {
            poison.forgotten(poison.scratch.get(i), met);
        }
        return poison;
    }

    /** How many pieces of scratch there are. */
    public int pieces() {
        return arrays.size() + scalars.size();
    }

    private void visit(@Nullable Object part, Set<Object> met) {
        if (part == null || !met.add(part) || Configuration.isLeaf(part) || part instanceof Record) {
            return;
        }
        if (part instanceof Object[] || part instanceof List) {
            for (Object element : part instanceof List<?> list ? list.toArray() : (Object[]) part) {
                visit(element, met);
            }
        } else if (!part.getClass().isArray()) {
            for (Class<?> type = part.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field(part, field, met);
                    }
                }
            }
        }
    }

    private void field(Object part, Field field, Set<Object> met) {
        if (field.isSynthetic() && field.getName().startsWith("this$")) {
            return;
        }
        if (!Modifier.isTransient(field.getModifiers())) {
            if (!field.getType().isPrimitive()) {
                field.setAccessible(true);
                visit(Fields.get(field, part), met);
            }
        } else if (field.getType().isPrimitive() && !Modifier.isFinal(field.getModifiers())) {
            field.setAccessible(true);
            owners.add(part);
            scalars.add(field);
        } else if (field.getType().isArray()) {
            field.setAccessible(true);
            array(Fields.get(field, part));
        } else if (!field.getType().isPrimitive()) {
            field.setAccessible(true);
            scratch.add(Fields.get(field, part));
        }
    }

    /** An object that is scratch as a whole, if it is nothing else. */
    private void forgotten(@Nullable Object object, Set<Object> met) {
        if (object == null
                || Configuration.isLeaf(object)
                || object instanceof Record
                || object.getClass().getClassLoader() == null
                || !met.add(object)) {
            return;
        }
        for (Class<?> type = object.getClass(); type != null && type.getClassLoader() != null; ) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    forgotten(object, field);
                }
            }
            type = type.getSuperclass();
        }
    }

    private void forgotten(Object object, Field field) {
        field.setAccessible(true);
        if (field.getType().isPrimitive()) {
            if (!Modifier.isFinal(field.getModifiers())) {
                owners.add(object);
                scalars.add(field);
            }
        } else if (field.getType().isArray()) {
            array(Fields.get(field, object));
        } else {
            scratch.add(Fields.get(field, object));
        }
    }

    private void array(@Nullable Object array) {
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                if (row != null && row.getClass().isArray()) {
                    array(row);
                }
            }
        } else if (array != null) {
            arrays.add(array);
        }
    }

    /** Overwrites it all. */
    public void spill() {
        for (Object array : arrays) {
            fill(array);
        }
        for (int i = 0; i < scalars.size(); i++) {
            Object one = Array.newInstance(scalars.get(i).getType(), 1);
            fill(one);
            try {
                scalars.get(i).set(owners.get(i), Array.get(one, 0));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(scalars.get(i) + " was made accessible", impossible);
            }
        }
    }

    private static void fill(Object array) {
        if (array instanceof byte[] bytes) {
            Arrays.fill(bytes, (byte) -77);
        } else if (array instanceof short[] shorts) {
            Arrays.fill(shorts, (short) -7_777);
        } else if (array instanceof char[] chars) {
            Arrays.fill(chars, '\uBEEF');
        } else if (array instanceof int[] ints) {
            Arrays.fill(ints, -777_777_777);
        } else if (array instanceof long[] longs) {
            Arrays.fill(longs, -777_777_777_777_777L);
        } else if (array instanceof float[] floats) {
            Arrays.fill(floats, Float.NaN);
        } else if (array instanceof double[] doubles) {
            Arrays.fill(doubles, Double.NaN);
        } else {
            boolean[] flags = (boolean[]) array;
            for (int i = 0; i < flags.length; i++) {
                flags[i] = !flags[i];
            }
        }
    }
}
