package org.sed4j.core.pomg.state;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.state.Layout.Piece;
import org.sed4j.core.translator.StatePiece;

/**
 * Finds the state and the configuration of one world by walking its fields, parts included.
 *
 * <p>An object that is met twice (an array that two parts hold, a part's link back to its world) counts where it is met
 * first.
 */
public final class Walk {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Object> parts = new ArrayList<>();
    private final List<Object> holders = new ArrayList<>();
    private final List<StatePiece> sources = new ArrayList<>();
    private final Map<String, @Nullable Object> configuration = new LinkedHashMap<>();
    private final IdentityHashMap<Object, String> met = new IdentityHashMap<>();

    private Walk() {}

    /**
     * Walks a world.
     *
     * @throws IllegalArgumentException naming a field that is neither state nor scratch nor configuration
     */
    public static Walk of(World world) {
        Walk walk = new Walk();
        walk.part("", world);
        Fixtures fixtures = new Fixtures(walk.configuration, walk.met);
        List.copyOf(walk.parts)
                .forEach(part -> fixtures.of(part == world ? "" : String.valueOf(walk.met.get(part)), part));
        return walk;
    }

    /** Where the state is. */
    public State state() {
        return new State(Layout.of(pieces), holders.toArray());
    }

    /** The pieces of the state, in order, each with its place in memory. */
    public List<StatePiece> sources() {
        return List.copyOf(sources);
    }

    /** Configuration by path: scalars, strings, enums, records, classes of parts. */
    public Map<String, @Nullable Object> configuration() {
        return configuration;
    }

    /** Where the configuration of another world differs, as "path (one, other)"; empty if nowhere. */
    public String difference(Walk other) {
        return Configuration.difference(configuration, other.configuration);
    }

    private void part(String path, Object part) {
        parts.add(part);
        met.put(part, path.isEmpty() ? "the world" : path);
        configuration.put(path, part.getClass());
        for (Fields.Entry entry : Fields.of(part.getClass())) {
            Field field = entry.field();
            String here = path.isEmpty() ? field.getName() : path + "." + field.getName();
            if (entry.reader() != null) {
                pieces.add(new Piece(here, field.getType(), Piece.SCALAR, entry.reader(), entry.writer()));
                holders.add(part);
                sources.add(new StatePiece(here, part, field, field.getType(), Piece.SCALAR));
            } else if (field.isSynthetic() && field.getName().startsWith("this$")) {
                outer(field, Fields.get(field, part));
            } else {
                value(here, entry.name(), field.getType().isArray(), Fields.get(field, part));
            }
        }
    }

    private void outer(Field field, @Nullable Object outer) {
        if (outer != null && !met.containsKey(outer) && hasInstanceFields(outer.getClass())) {
            throw Refusal.of(
                    field.getDeclaringClass().getSimpleName(),
                    "is an inner class and so holds the " + outer.getClass().getSimpleName() + " around it",
                    "it should be a static class");
        }
    }

    private static boolean hasInstanceFields(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!field.isSynthetic() && !Modifier.isStatic(field.getModifiers())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void value(String path, String name, boolean array, @Nullable Object value) {
        if (value == null) {
            if (array) {
                throw Refusal.of(name, "is null", "the constructor leaves it out; an empty array is allowed");
            }
            configuration.put(path, null);
        } else if (met.containsKey(value)) {
            configuration.put(path, "= " + met.get(value));
        } else if (value.getClass().isArray()) {
            array(path, name, value);
        } else if (Configuration.isLeaf(value) || value instanceof Record) {
            Configuration.check(name, value);
            configuration.put(path, value);
        } else if (value instanceof List<?> list && Refusal.immutable(list)) {
            configuration.put(path, list.size());
            for (int i = 0; i < list.size(); i++) {
                value(path + "[" + i + "]", name, false, list.get(i));
            }
        } else {
            refuseForeign(name, value);
            part(path, value);
        }
    }

    private void array(String path, String name, Object value) {
        Class<?> type = value.getClass().getComponentType();
        met.put(value, path);
        if (type.isPrimitive()) {
            int length = java.lang.reflect.Array.getLength(value);
            pieces.add(new Piece(path, type, length, null, null));
            holders.add(value);
            sources.add(new StatePiece(path, value, null, type, length));
            return;
        }
        if (type.isArray()) {
            throw Refusal.of(
                    name,
                    "is an array of arrays, whose rows could be replaced",
                    "it can be one flat array; if it is a table that never changes, a record can hold it");
        }
        Object[] elements = (Object[]) value;
        configuration.put(path, elements.length);
        for (int i = 0; i < elements.length; i++) {
            Object element = elements[i];
            if (element == null) {
                throw Refusal.of(name + "[" + i + "]", "is null", "the constructor does not fill the array");
            }
            if (Configuration.isLeaf(element) || element instanceof Record) {
                throw Refusal.of(
                        name,
                        "is an array of " + type.getSimpleName() + ", whose entries could be replaced",
                        "an immutable list (List.of) can hold configuration, an array of ints state");
            }
            value(path + "[" + i + "]", name, false, element);
        }
    }

    private static void refuseForeign(String name, Object value) {
        Class<?> type = value.getClass();
        if (value instanceof Collection || value instanceof Map) {
            throw Refusal.of(
                    name,
                    "is a " + type.getSimpleName() + ": what it holds would be lost in a copy of the world",
                    "flat arrays can hold state, and an immutable list (List.of) parts or configuration");
        }
        if (Configuration.isLambda(type)) {
            throw Refusal.of(
                    name,
                    "is a lambda that has captured something",
                    "a record or a class with that as a field can do the same");
        }
        String room = type.getName();
        for (String foreign : new String[] {"java.", "javax.", "jdk.", "sun.", "org.nd4j.", "org.bytedeco."}) {
            if (room.startsWith(foreign)) {
                String maybe = room.contains("Random")
                        ? "chance should be drawn from the Rng that reset and step are given"
                        : "primitives can hold what it holds; mark scratch transient";
                throw Refusal.of(name, "is a " + room + ", which cannot be copied with the world", maybe);
            }
        }
    }
}
