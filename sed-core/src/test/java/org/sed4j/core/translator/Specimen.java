package org.sed4j.core.translator;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.sed4j.core.run.Rng;

/** The state of a constructed object as pieces, and as bytes of a record with one NaN only. */
final class Specimen {
    private static final long[] EXTREMES = {
        0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 31
    };
    private static final double[] REALS = {
        0,
        -0.0,
        1,
        -1.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        1e300,
        2147483648.0,
        -2147483649.0,
        9.3e18,
        0.1,
        1e-40,
        3.4028236e38
    };

    private final List<StatePiece> pieces = new ArrayList<>();

    Specimen(Object object) throws IllegalAccessException {
        walk("", object, new IdentityHashMap<>());
    }

    List<StatePiece> pieces() {
        return pieces;
    }

    private void walk(String path, Object object, IdentityHashMap<Object, Object> met) throws IllegalAccessException {
        if (met.put(object, object) != null || object instanceof Enum || object instanceof Record) {
            return;
        }
        for (Field field : object.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            String here = path + field.getName();
            if (field.getType().isPrimitive()) {
                if (!Modifier.isFinal(field.getModifiers())) {
                    pieces.add(new StatePiece(here, object, field, field.getType(), -1));
                }
                continue;
            }
            Object value = field.get(object);
            Class<?> element = value.getClass().getComponentType();
            if (element != null && element.isPrimitive()) {
                pieces.add(new StatePiece(here, value, null, element, Array.getLength(value)));
            } else if (element != null && !element.isArray()) {
                for (int i = 0; i < Array.getLength(value); i++) {
                    walk(here + i + "_", Array.get(value, i), met);
                }
            } else if (element == null) {
                walk(here + "_", value, met);
            }
        }
    }

    /** Fills all with values that arithmetic is likely to stumble over. */
    void scramble(Rng rng) throws IllegalAccessException {
        for (StatePiece piece : pieces) {
            for (int i = 0; i < Math.max(1, piece.length()); i++) {
                Object value = value(piece.type(), rng);
                if (piece.field() != null) {
                    piece.field().set(piece.holder(), value);
                } else {
                    Array.set(piece.holder(), i, value);
                }
            }
        }
    }

    private static Object value(Class<?> type, Rng rng) {
        long whole =
                rng.below(3) == 0 ? rng.nextLong() : rng.below(2) == 0 ? rng.below(50) - 20 : EXTREMES[rng.below(8)];
        double real = rng.below(3) == 0 ? (rng.uniform() - 0.5) * 1000 : REALS[rng.below(REALS.length)];
        if (type == boolean.class) {
            return whole % 2 == 0;
        }
        if (type == float.class) {
            return (float) real;
        }
        if (type == double.class) {
            return real;
        }
        if (type == long.class) {
            return whole;
        }
        if (type == int.class) {
            return (int) whole;
        }
        if (type == char.class) {
            return (char) whole;
        }
        return type == byte.class ? (Object) (byte) whole : (Object) (short) whole;
    }

    /** Writes the state into a record of the generated program. */
    void write(List<Member> members, ByteBuffer record) throws IllegalAccessException {
        for (int m = 0; m < members.size(); m++) {
            StatePiece piece = pieces.get(m);
            int at = members.get(m).offset();
            for (int i = 0; i < Math.max(1, piece.length()); i++) {
                Object value = piece.field() != null ? piece.field().get(piece.holder()) : Array.get(piece.holder(), i);
                at += put(record, at, value);
            }
        }
    }

    private static int put(ByteBuffer record, int at, Object value) {
        if (value instanceof Boolean flag) {
            record.put(at, (byte) (flag ? 1 : 0));
            return 1;
        }
        if (value instanceof Byte b) {
            record.put(at, b);
            return 1;
        }
        if (value instanceof Short s) {
            record.putShort(at, s);
            return 2;
        }
        if (value instanceof Character c) {
            record.putChar(at, c);
            return 2;
        }
        if (value instanceof Integer i) {
            record.putInt(at, i);
            return 4;
        }
        if (value instanceof Float f) {
            record.putInt(at, Float.floatToIntBits(f));
            return 4;
        }
        record.putLong(at, value instanceof Double d ? Double.doubleToLongBits(d) : (Long) value);
        return 8;
    }

    /** Makes every NaN of a record the same. */
    static void canonical(List<Member> members, ByteBuffer record) {
        for (Member m : members) {
            for (int at = m.offset();
                    at < m.offset() + m.bytes();
                    at += Element.of(m.type()).bytes()) {
                if (m.type() == float.class) {
                    record.putInt(at, Float.floatToIntBits(record.getFloat(at)));
                } else if (m.type() == double.class) {
                    record.putLong(at, Double.doubleToLongBits(record.getDouble(at)));
                }
            }
        }
    }
}
