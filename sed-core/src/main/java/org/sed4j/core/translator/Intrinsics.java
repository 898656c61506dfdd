package org.sed4j.core.translator;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods of the JDK that are one operation in C; the others are translated from their own bytecode. */
final class Intrinsics {
    private static final Map<String, String> C = Map.ofEntries(
            Map.entry("sqrt(D)D", "sqrt"),
            Map.entry("floor(D)D", "floor"),
            Map.entry("ceil(D)D", "ceil"),
            Map.entry("rint(D)D", "rint"),
            Map.entry("scalb(DI)D", "scalbn"),
            Map.entry("scalb(FI)F", "scalbnf"),
            Map.entry("fma(FFF)F", "fmaf"),
            Map.entry("fma(DDD)D", "fma"),
            Map.entry("abs(F)F", "fabsf"),
            Map.entry("abs(D)D", "fabs"),
            Map.entry("min(II)I", "I_MIN"),
            Map.entry("max(II)I", "I_MAX"),
            Map.entry("min(JJ)J", "J_MIN"),
            Map.entry("max(JJ)J", "J_MAX"),
            Map.entry("min(FF)F", "F_MIN"),
            Map.entry("max(FF)F", "F_MAX"),
            Map.entry("min(DD)D", "D_MIN"),
            Map.entry("max(DD)D", "D_MAX"));

    private static final Map<String, String> BITS = Map.of(
            "java/lang/Float.floatToRawIntBits(F)I", "F_BITS",
            "java/lang/Float.intBitsToFloat(I)F", "BITS_F",
            "java/lang/Double.doubleToRawLongBits(D)J", "D_BITS",
            "java/lang/Double.longBitsToDouble(J)D", "BITS_D",
            "java/lang/Long.bitCount(J)I", "J_BIT_COUNT",
            "java/lang/Integer.bitCount(I)I", "I_BIT_COUNT",
            "java/lang/Long.numberOfTrailingZeros(J)I", "J_TRAILING",
            "java/lang/Integer.numberOfTrailingZeros(I)I", "I_TRAILING",
            "java/lang/Long.numberOfLeadingZeros(J)I", "J_LEADING",
            "java/lang/Integer.numberOfLeadingZeros(I)I", "I_LEADING");

    /** C has them, but the last digits differ between machines. */
    private static final Set<String> INEXACT = Set.of(
            "exp", "log", "log10", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
            "cbrt", "hypot", "expm1", "log1p");

    private Intrinsics() {}

    /** The name of the C function or macro, null if there is none that is exact. */
    static @Nullable String exact(String owner, String name, String descriptor) {
        if (isMath(owner)) {
            return C.get(name + descriptor);
        }
        return BITS.get(owner + "." + name + descriptor);
    }

    /** The name of the C function for what is not exactly specified; null if it is not of that kind. */
    static @Nullable String inexact(String owner, String name) {
        boolean exactInJava = owner.equals("java/lang/StrictMath") && (name.equals("cbrt") || name.equals("hypot"));
        return isMath(owner) && INEXACT.contains(name) && !exactInJava ? name : null;
    }

    private static boolean isMath(String owner) {
        return owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath");
    }
}
