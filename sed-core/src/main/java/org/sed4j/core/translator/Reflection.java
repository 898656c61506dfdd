package org.sed4j.core.translator;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Reads what has been constructed. */
final class Reflection {
    private Reflection() {}

    /** The field of that name, declared by the class or something above it. */
    static Field field(Class<?> type, String name) {
        return found(type, name, find(type, name, ""));
    }

    /** The field of that name and type, declared by the class or something above it. */
    static Field field(Class<?> type, String name, String descriptor) {
        return found(type, name, find(type, name, descriptor));
    }

    private static Field found(Class<?> type, String name, @Nullable Field found) {
        if (found == null) {
            throw new NotPortable.Reason(
                    "uses " + type.getSimpleName() + "." + name + ", which cannot be read",
                    "a library hides it; a field of the world can hold what it holds");
        }
        return found;
    }

    /** As the Java machine looks: the class, its interfaces, its superclass. */
    private static @Nullable Field find(@Nullable Class<?> type, String name, String descriptor) {
        if (type == null) {
            return null;
        }
        for (Field each : declared(type)) {
            if (each.getName().equals(name)
                    && (descriptor.isEmpty()
                            || Type.getDescriptor(each.getType()).equals(descriptor))) {
                return each;
            }
        }
        for (Class<?> face : type.getInterfaces()) {
            Field found = find(face, name, descriptor);
            if (found != null) {
                return found;
            }
        }
        return find(type.getSuperclass(), name, descriptor);
    }

    private static Field[] declared(Class<?> type) {
        try {
            return type.getDeclaredFields();
        } catch (LinkageError | TypeNotPresentException missing) {
            throw new NotPortable.Reason(
                    "uses " + type.getSimpleName() + ", of which a field's class cannot be loaded",
                    "a library is missing");
        }
    }

    /** Its value. */
    static @Nullable Object get(Field field, @Nullable Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (LinkageError failed) {
            throw new NotPortable.Reason(
                    "uses " + Memory.name(field) + ", whose class cannot be initialised ("
                            + (failed.getCause() == null ? failed : failed.getCause()) + ")",
                    "what its static fields are computed from is missing");
        } catch (IllegalArgumentException other) {
            throw new NotPortable.Reason(
                    "uses " + Memory.name(field) + " of something that has none",
                    "classes of different versions have been mixed; all can be compiled again");
        } catch (InaccessibleObjectException | IllegalAccessException closed) {
            throw new NotPortable.Reason(
                    "uses " + Memory.name(field) + ", which cannot be read",
                    "a library hides it; a field of the world can hold what it holds");
        }
    }

    /**
     * The table that Eclipse's compiler makes for a switch over an enum: by ordinal, the number of the case. Its method catches
     * what may be missing, fills the table when first asked and keeps it.
     */
    static @Nullable Object cases(Class<?> owner, String method) {
        try {
            Method table = owner.getDeclaredMethod(method);
            table.setAccessible(true);
            return table.invoke(null);
        } catch (ReflectiveOperationException
                | InaccessibleObjectException
                | LinkageError
                | NullPointerException gone) {
            throw new NotPortable.Reason(
                    "switches over an enum by " + owner.getSimpleName() + "." + method + ", which cannot be called",
                    "classes of different versions have been mixed; all can be compiled again");
        }
    }

    /** A boxed primitive as the operand stack holds it. */
    static Object onStack(@Nullable Object boxed) {
        if (boxed instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (boxed instanceof Character character) {
            return (int) character;
        }
        if (boxed instanceof Byte || boxed instanceof Short) {
            return ((Number) boxed).intValue();
        }
        if (boxed == null) {
            throw new IllegalArgumentException("no number");
        }
        return boxed;
    }

    static Class<?> load(String internalName, @Nullable ClassLoader loader) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, loader);
        } catch (ClassNotFoundException
                | LinkageError
                | RuntimeException missing) { // loaders of others throw what they like
            throw new NotPortable.Reason(
                    "names the class " + internalName + ", which cannot be loaded", "a library is missing");
        }
    }

    /** The class of a type of a descriptor; classes of the JDK only. */
    static Class<?> primitiveOrLoad(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> boolean.class;
            case Type.BYTE -> byte.class;
            case Type.CHAR -> char.class;
            case Type.SHORT -> short.class;
            case Type.INT -> int.class;
            case Type.LONG -> long.class;
            case Type.FLOAT -> float.class;
            case Type.DOUBLE -> double.class;
            default -> load(type.getInternalName(), null);
        };
    }

    /** A number of the operand stack as a parameter of that type takes it. */
    static Object asType(Number number, Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> number.intValue() != 0;
            case Type.BYTE -> number.byteValue();
            case Type.CHAR -> (char) number.intValue();
            case Type.SHORT -> number.shortValue();
            default -> number;
        };
    }

    /** I, J, F, D, A or V: what a value of that type is on the operand stack. */
    static char kind(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> 'V';
            case Type.LONG -> 'J';
            case Type.FLOAT -> 'F';
            case Type.DOUBLE -> 'D';
            case Type.OBJECT, Type.ARRAY -> 'A';
            default -> 'I';
        };
    }
}
