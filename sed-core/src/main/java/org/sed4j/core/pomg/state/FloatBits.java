package org.sed4j.core.pomg.state;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Handles between floating-point numbers and their bits. */
final class FloatBits {
    private FloatBits() {}

    /** float to int, or double to long: the bits, NaN kept as it is. */
    static MethodHandle to(Class<?> type) {
        return type == float.class
                ? find(Float.class, "floatToRawIntBits", int.class, float.class)
                : find(Double.class, "doubleToRawLongBits", long.class, double.class);
    }

    /** int to float, or long to double. */
    static MethodHandle from(Class<?> type) {
        return type == float.class
                ? find(Float.class, "intBitsToFloat", float.class, int.class)
                : find(Double.class, "longBitsToDouble", double.class, long.class);
    }

    private static MethodHandle find(Class<?> owner, String name, Class<?> result, Class<?> argument) {
        try {
            return MethodHandles.lookup().findStatic(owner, name, MethodType.methodType(result, argument));
        } catch (NoSuchMethodException | IllegalAccessException impossible) {
            throw new IllegalStateException(owner + " has " + name, impossible);
        }
    }
}
