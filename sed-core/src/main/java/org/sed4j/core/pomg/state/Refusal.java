package org.sed4j.core.pomg.state;

import java.lang.reflect.Field;
import java.util.Collections;

/** Why a field cannot belong to a world, said in one way. */
final class Refusal {
    private static final String RULE = "State is primitives, final arrays of primitives and final parts;"
            + " final scalars, strings, enums and records are configuration; transient is scratch.";

    private Refusal() {}

    static IllegalArgumentException of(Field field, String why, String maybe) {
        return of(field.getDeclaringClass().getSimpleName() + "." + field.getName(), why, maybe);
    }

    /**
     * @param where "Class.field"
     * @param why the second half of a sentence about it
     * @param maybe what to do, without a full stop
     */
    static IllegalArgumentException of(String where, String why, String maybe) {
        return new IllegalArgumentException(where + " " + why + ". " + RULE + "\nMaybe " + maybe + ".");
    }

    /** Whether a collection is one that nobody can change. */
    static boolean immutable(Object collection) {
        String type = collection.getClass().getName();
        return type.startsWith("java.util.ImmutableCollections$")
                || type.equals(Collections.nCopies(1, "").getClass().getName())
                || type.equals(Collections.emptyList().getClass().getName());
    }
}
