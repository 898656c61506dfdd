package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sed4j.core.translator.Val.Form;

/** Casts and {@code instanceof}: of which class a value is, found out before the program runs. */
final class Kinships {
    private final Ids ids;

    Kinships(Ids ids) {
        this.ids = ids;
    }

    /** Requires that whatever a value may be is of a class: a cast that could fail is refused. */
    void require(Val v, Class<?> type) {
        List<Object> objects = new ArrayList<>();
        if (v.is(Form.KNOWN) && v.known != null) {
            objects.add(v.known);
        } else if (v.is(Form.CHOICE)) {
            v.numbers.forEach(id -> objects.add(ids.get(id)));
        }
        for (Object each : objects) {
            if (!type.isInstance(each)) {
                throw new NotPortable.Reason(
                        "takes a " + each.getClass().getSimpleName() + " for a " + type.getSimpleName(),
                        "a method of the interface can do it");
            }
        }
    }

    /** Whether a value is of a class, if that is the same whatever it may be. */
    Val ask(Val v, Class<?> type) {
        if (v.isNull()) {
            return Val.constant(0);
        }
        Boolean is = v.is(Form.KNOWN)
                ? Boolean.valueOf(type.isInstance(v.known))
                : v.is(Form.RECORD) ? Boolean.valueOf(type.isAssignableFrom(v.type())) : null;
        for (int id : v.is(Form.CHOICE) ? v.numbers : new TreeSet<Integer>()) {
            boolean one = type.isInstance(ids.get(id));
            if (is != null && is != one) {
                is = null;
                break;
            }
            is = one;
        }
        if (is == null) {
            throw new NotPortable.Reason(
                    "asks whether something is a " + type.getSimpleName() + " (" + v + ")",
                    "a method of the interface can say it");
        }
        return Val.constant(is ? 1 : 0);
    }
}
