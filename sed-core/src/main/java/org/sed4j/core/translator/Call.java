package org.sed4j.core.translator;

import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction that invokes a method comes to.
 *
 * @param kind how it is written
 * @param result what it leaves on the stack; null if it never returns
 * @param c of an intrinsic: the C function; of a choice: constants by object
 * @param targets of a call: which function for which receivers
 */
record Call(Kind kind, @Nullable Val result, List<String> c, List<Target> targets) {
    enum Kind {
        /** Nothing is to be done: the result is known, or cannot matter. */
        NOTHING,
        /** A function or operator of C. */
        INTRINSIC,
        /** The same, whose last digits differ between machines. */
        INEXACT,
        /** {@code Arrays.fill}. */
        FILL,
        /** {@code System.arraycopy}. */
        COPY,
        /** {@code array.clone()}. */
        CLONE,
        /** A number that each of several objects has. */
        CHOICE,
        /** {@code List.get} at a place known at run time only. */
        ELEMENT,
        /** Functions of the program. */
        FUNCTIONS,
        /** A constructor of a record. */
        CONSTRUCTOR
    }

    /**
     * A function for some receivers.
     *
     * @param receivers their numbers; null if there is but one, or none
     */
    record Target(@Nullable NavigableSet<Integer> receivers, Function function) {}

    static Call nothing(Val result) {
        return new Call(Kind.NOTHING, result, List.of(), List.of());
    }

    static Call of(Kind kind, Val result, String... c) {
        return new Call(kind, result, List.of(c), List.of());
    }
}
