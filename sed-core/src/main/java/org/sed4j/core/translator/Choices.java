package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** C expressions that depend on which of several known objects is meant at run time. */
final class Choices {
    private final Memory memory;

    Choices(Memory memory) {
        this.memory = memory;
    }

    /** A whole number by key: a constant, an arithmetic progression or a table. */
    String number(String key, List<Integer> keys, IntFunction<Integer> values) {
        int first = keys.get(0);
        int last = keys.get(keys.size() - 1);
        int stride = 0;
        if (keys.size() > 1) {
            stride = Math.floorDiv(values.apply(1) - values.apply(0), keys.get(1) - first);
        }
        boolean even = true;
        for (int i = 0; i < keys.size(); i++) {
            even &= values.apply(i) == values.apply(0) + stride * (keys.get(i) - first);
        }
        if (even) {
            int start = values.apply(0) - stride * first;
            return stride == 0
                    ? String.valueOf(values.apply(0))
                    : "(" + (stride == 1 ? key : "(" + key + ") * " + stride) + (start == 0 ? "" : " + " + start) + ")";
        }
        List<String> table = new ArrayList<>(Collections.nCopies(last - first + 1, "0"));
        for (int i = 0; i < keys.size(); i++) {
            table.set(keys.get(i) - first, String.valueOf(values.apply(i)));
        }
        return memory.constants("int32_t", table) + "[" + key + (first == 0 ? "" : " - " + first) + "]";
    }

    /** A constant by key. */
    String constant(String type, String key, List<Integer> keys, List<String> values) {
        if (Collections.frequency(values, values.get(0)) == values.size()) {
            return values.get(0);
        }
        int first = keys.get(0);
        List<String> table = new ArrayList<>(Collections.nCopies(keys.get(keys.size() - 1) - first + 1, "0"));
        for (int i = 0; i < keys.size(); i++) {
            table.set(keys.get(i) - first, values.get(i));
        }
        return memory.constants(type, table) + "[" + key + (first == 0 ? "" : " - " + first) + "]";
    }

    /** Any expression by key. */
    static String any(String key, List<Integer> keys, List<String> values) {
        if (Collections.frequency(values, values.get(0)) == values.size()) {
            return values.get(0);
        }
        StringBuilder c = new StringBuilder("(");
        for (int i = 0; i < keys.size() - 1; i++) {
            c.append(key)
                    .append(" == ")
                    .append(keys.get(i))
                    .append(" ? ")
                    .append(values.get(i))
                    .append(" : ");
        }
        return c.append(values.get(keys.size() - 1)).append(')').toString();
    }

    /** The address of the first element of one of several arrays of one space and element. */
    String address(String key, List<Integer> keys, List<Storage> arrays) {
        Storage first = arrays.get(0);
        if (first.space() == Space.STATE) {
            return "AT(" + first.element().c() + ", "
                    + number(key, keys, i -> arrays.get(i).offset()) + ")";
        }
        boolean oneBase = arrays.stream().allMatch(a -> a.base().equals(first.base()));
        return oneBase
                ? "(" + first.base() + " + "
                        + number(key, keys, i -> arrays.get(i).offset()) + ")"
                : any(key, keys, arrays.stream().map(Storage::c).toList());
    }

    /** The length of one of several arrays. */
    String length(String key, List<Integer> keys, List<Storage> arrays) {
        return number(key, keys, i -> arrays.get(i).length());
    }

    /** A scalar of one of several objects, as an lvalue if they are of the state, else to be read only. */
    String scalar(String key, List<Integer> keys, List<Place> places) {
        Place first = places.get(0);
        if (first.space() == Space.STATE) {
            return "*AT(" + first.element().c() + ", "
                    + number(key, keys, i -> places.get(i).offset()) + ")";
        }
        return any(key, keys, places.stream().map(Place::c).toList());
    }
}
