package org.sed4j.core.translator;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods of the JDK that are one operation in C; the others are translated from their own bytecode. */
final class Intrinsics {
    private static final Map<String, String> C = Map.ofEntries(
            Map.entry("java/lang/Math.sqrt(D)D", "sqrt"),
            Map.entry("java/lang/StrictMath.sqrt(D)D", "sqrt"),
            Map.entry("java/lang/Math.floor(D)D", "floor"),
            Map.entry("java/lang/Math.ceil(D)D", "ceil"),
            Map.entry("java/lang/Math.rint(D)D", "rint"),
            Map.entry("java/lang/StrictMath.floor(D)D", "floor"),
            Map.entry("java/lang/StrictMath.ceil(D)D", "ceil"),
            Map.entry("java/lang/StrictMath.rint(D)D", "rint"),
            Map.entry("java/lang/Math.fma(FFF)F", "fmaf"),
            Map.entry("java/lang/Math.fma(DDD)D", "fma"),
            Map.entry("java/lang/Math.abs(F)F", "fabsf"),
            Map.entry("java/lang/Math.abs(D)D", "fabs"),
            Map.entry("java/lang/Math.min(II)I", "I_MIN"),
            Map.entry("java/lang/Math.max(II)I", "I_MAX"),
            Map.entry("java/lang/Math.min(JJ)J", "J_MIN"),
            Map.entry("java/lang/Math.max(JJ)J", "J_MAX"),
            Map.entry("java/lang/Math.min(FF)F", "F_MIN"),
            Map.entry("java/lang/Math.max(FF)F", "F_MAX"),
            Map.entry("java/lang/Math.min(DD)D", "D_MIN"),
            Map.entry("java/lang/Math.max(DD)D", "D_MAX"),
            Map.entry("java/lang/Float.floatToRawIntBits(F)I", "F_BITS"),
            Map.entry("java/lang/Float.intBitsToFloat(I)F", "BITS_F"),
            Map.entry("java/lang/Double.doubleToRawLongBits(D)J", "D_BITS"),
            Map.entry("java/lang/Double.longBitsToDouble(J)D", "BITS_D"),
            Map.entry("java/lang/Long.bitCount(J)I", "J_BIT_COUNT"),
            Map.entry("java/lang/Integer.bitCount(I)I", "I_BIT_COUNT"),
            Map.entry("java/lang/Long.numberOfTrailingZeros(J)I", "J_TRAILING"),
            Map.entry("java/lang/Integer.numberOfTrailingZeros(I)I", "I_TRAILING"),
            Map.entry("java/lang/Long.numberOfLeadingZeros(J)I", "J_LEADING"),
            Map.entry("java/lang/Integer.numberOfLeadingZeros(I)I", "I_LEADING"));

    /** Of java.lang.Math: a JVM may compute these otherwise than their bytecode does. */
    private static final Set<String> INEXACT = Set.of(
            "exp", "log", "log10", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
            "cbrt", "hypot", "expm1", "log1p", "random");

    private Intrinsics() {}

    /** The name of the C function or macro, null if there is none. */
    static @Nullable String c(String owner, String name, String descriptor) {
        if (owner.equals("java/lang/Math") && INEXACT.contains(name)) {
            throw new NotPortable.Reason(
                    "calls Math." + name + ", whose last digits differ between machines",
                    "a table computed by the constructor can say it, or StrictMath where that is written in Java");
        }
        return C.get(owner + "." + name + descriptor);
    }
}
