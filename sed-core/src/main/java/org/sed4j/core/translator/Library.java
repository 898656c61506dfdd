package org.sed4j.core.translator;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.sed4j.core.translator.Val.Form;

/** Methods of the JDK on values that never change: they are called while translating. */
final class Library {
    private static final Set<String> VALUES = Set.of(
            "java/util/List",
            "java/util/Set",
            "java/util/Map",
            "java/util/Collection",
            "java/lang/String",
            "java/lang/CharSequence",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Boolean",
            "java/lang/Number");
    private static final Set<String> OF_ENUMS = Set.of("ordinal", "name", "compareTo", "equals", "getDeclaringClass");

    private Library() {}

    /** Whether a class of the library, by its internal name, is one of values that never change: boxes, texts, lists. */
    static boolean isValue(String owner) {
        return VALUES.contains(owner);
    }

    /** Whether a method belongs to a value that never changes, so that it may be called now. */
    static boolean pure(String owner, String name, Object receiver) {
        if (receiver instanceof Enum) {
            return OF_ENUMS.contains(name);
        }
        boolean collection = receiver instanceof List || receiver instanceof Set || receiver instanceof java.util.Map;
        boolean fixed = !collection
                || receiver.getClass().getName().startsWith("java.util.ImmutableCollections$")
                || receiver.getClass().getName().matches("java\\.util\\.Collections\\$(Empty|Singleton|Copies).*");
        boolean looks = !name.equals("iterator") && !name.equals("stream") && !name.equals("forEach");
        return VALUES.contains(owner) && fixed && looks;
    }

    /** Calls it; null if an argument is not known. */
    static @Nullable Object call(String owner, String name, String descriptor, Object receiver, List<Val> arguments) {
        Type[] types = Type.getArgumentTypes(descriptor);
        Class<?>[] classes = new Class<?>[types.length];
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            Val v = arguments.get(i);
            if (!v.isConstant() && !v.is(Form.KNOWN)) {
                return null;
            }
            classes[i] = Reflection.primitiveOrLoad(types[i]);
            values.add(v.isConstant() ? Reflection.asType(v.value(), types[i]) : v.known);
        }
        try {
            Class<?> type = receiver instanceof Enum ? Enum.class : Reflection.load(owner, null);
            Method method = type.getMethod(name, classes);
            return method.invoke(receiver, values.toArray());
        } catch (NoSuchMethodException
                | IllegalAccessException
                | IllegalArgumentException
                | InvocationTargetException broken) {
            throw new NotPortable.Reason(
                    "calls " + Type.getObjectType(owner).getClassName() + "." + name + ", which fails",
                    "an argument lies outside what it takes");
        }
    }

    /** What it gave as a value of the program. */
    static Val result(@Nullable Object value, Type type, Memory memory, Object receiver) {
        return switch (type.getSort()) {
            case Type.VOID -> Val.VOID;
            case Type.OBJECT, Type.ARRAY -> memory.element(receiver, value);
            default -> Val.constant(Reflection.onStack(value));
        };
    }
}
