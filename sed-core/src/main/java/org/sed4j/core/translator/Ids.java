package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.sed4j.core.translator.Val.Form;

/** Numbers of the known objects that a program chooses among at run time. */
final class Ids {
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final List<Object> objects = new ArrayList<>();

    /** An object's number. */
    int of(Object object) {
        return numbers.computeIfAbsent(object, o -> {
            objects.add(o);
            return objects.size() - 1;
        });
    }

    /** Numbers of the objects that a value may be. */
    NavigableSet<Integer> of(Val v) {
        return v.is(Form.CHOICE) ? v.numbers : Val.one(of(Objects.requireNonNull(v.known)));
    }

    /** Numbers of all these. */
    NavigableSet<Integer> of(List<Object> all) {
        NavigableSet<Integer> set = new TreeSet<>();
        for (Object each : all) {
            set.add(of(each));
        }
        return set;
    }

    /** The object with that number. */
    Object get(int number) {
        return objects.get(number);
    }
}
