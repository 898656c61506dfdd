package org.sed4j.core.translator;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.translator.Val.Form;

/** What is true of a slot that holds one thing on one way here and another on another way. */
final class Merge {
    private Merge() {}

    static Val of(Val a, Val b, Ids ids) {
        if (a.equals(b)) {
            return a;
        }
        if (a.is(Form.UNSET) || b.is(Form.UNSET) || a.kind != b.kind) {
            return Val.UNSET;
        }
        if (a.is(Form.MIXED) || b.is(Form.MIXED)) {
            return a.is(Form.MIXED) ? a : b;
        }
        if (a.is(Form.NUMBER)) {
            return Val.number(a.kind);
        }
        if (a.storage != null && b.storage != null) {
            return arrays(a, a.storage, b, b.storage);
        }
        if ((a.is(Form.OPAQUE) && isText(b, ids)) || (b.is(Form.OPAQUE) && isText(a, ids))) {
            return Val.OPAQUE;
        }
        Class<?> made = made(a, b);
        if (made != null) {
            return Val.record(made);
        }
        if (choosable(a) && choosable(b)) {
            NavigableSet<Integer> all = new TreeSet<>(ids.of(a));
            all.addAll(ids.of(b));
            return Val.choice(all);
        }
        return Val.mixed("is one of two things of different kinds (" + a + ", " + b + ")");
    }

    private static Val arrays(Val a, Storage s, Val b, Storage t) {
        Space space = Space.common(s.space(), t.space());
        if (space == null || s.element() != t.element()) {
            return Val.mixed("is one of two arrays of different kinds (" + a + ", " + b + ")");
        }
        NavigableSet<Integer> sites = new TreeSet<>(a.numbers);
        sites.addAll(b.numbers);
        return Val.array(space, s.element(), s.length() == t.length() ? s.length() : Storage.UNKNOWN, sites);
    }

    /** The class of records if one of them at least was made by the program. */
    private static @Nullable Class<?> made(Val a, Val b) {
        Class<?> type = a.is(Form.RECORD) ? a.type : b.is(Form.RECORD) ? b.type : null;
        return type != null && isRecord(a, type) && isRecord(b, type) ? type : null;
    }

    private static boolean isRecord(Val v, Class<?> type) {
        return v.is(Form.RECORD) ? v.type == type : v.is(Form.KNOWN) && type.isInstance(v.known);
    }

    private static boolean isText(Val v, Ids ids) {
        return v.is(Form.CHOICE)
                ? v.numbers.stream().allMatch(id -> ids.get(id) instanceof String)
                : v.known instanceof String;
    }

    private static boolean choosable(Val v) {
        return v.is(Form.CHOICE) || (v.is(Form.KNOWN) && v.known != null && v.storage == null);
    }
}
