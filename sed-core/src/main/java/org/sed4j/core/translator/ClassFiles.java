package org.sed4j.core.translator;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads bytecode from class files, as they were compiled: what agents weave in at load time is not seen. */
final class ClassFiles {
    /** Classes of the JDK whose static methods are plain arithmetic, translated like anything else. */
    private static final Set<String> ARITHMETIC = Set.of(
            "java/lang/Math",
            "java/lang/StrictMath",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Boolean",
            "java/util/Arrays");

    private final Map<Class<?>, ClassNode> read = new HashMap<>();

    /** A method's code and who declares it. */
    record Code(Class<?> owner, ClassNode file, MethodNode method) {
        /** "Commons.move". */
        String name() {
            return owner.getSimpleName() + "." + method.name;
        }

        boolean inPackageOf(Code other) {
            return owner.getPackageName().equals(other.owner.getPackageName());
        }
    }

    /** The method of that name which a class declares or inherits. */
    Code find(Class<?> type, String name, String descriptor) {
        return find(type, name, descriptor, code -> true);
    }

    /**
     * The method that a call on an object of class {@code type} runs, as the Java machine selects it.
     *
     * @param named the class that the call names
     */
    Code select(Class<?> named, Class<?> type, String name, String descriptor) {
        if (isLibrary(named)) {
            return find(type, name, descriptor, ClassFiles::overrides);
        }
        for (Class<?> each = named; each != null && !isLibrary(each); each = each.getSuperclass()) {
            Code called = declared(each, name, descriptor);
            if (called != null && has(called, Opcodes.ACC_PRIVATE)) {
                return called;
            }
            if (called != null && !has(called, Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) {
                return find(type, name, descriptor, code -> overrides(code) && code.inPackageOf(called));
            }
        }
        return find(type, name, descriptor, ClassFiles::overrides);
    }

    private static boolean has(Code code, int anyOf) {
        return (code.method().access & anyOf) != 0;
    }

    private static boolean overrides(Code code) {
        return !has(code, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC);
    }

    private Code find(Class<?> type, String name, String descriptor, Predicate<Code> suits) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            Code code = isBeyond(each, name) ? null : declared(each, name, descriptor);
            if (code != null && suits.test(code)) {
                return code;
            }
        }
        Code inherited = inherited(type, name, descriptor);
        if (inherited == null) {
            throw new NotPortable.Reason(
                    "calls " + type.getSimpleName() + "." + name + ", which has no bytecode",
                    "a method of the world or of a part can do the same");
        }
        return inherited;
    }

    /** The default method that no narrower interface overrides. */
    private @Nullable Code inherited(Class<?> type, String name, String descriptor) {
        Code narrowest = null;
        for (Class<?> face : faces(type, new LinkedHashSet<>())) {
            Code code = isBeyond(face, name) ? null : declared(face, name, descriptor);
            boolean better = narrowest == null || narrowest.owner().isAssignableFrom(face);
            if (code != null && overrides(code) && better) {
                narrowest = code;
            }
        }
        return narrowest;
    }

    private static Set<Class<?>> faces(@Nullable Class<?> type, Set<Class<?>> all) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> face : each.getInterfaces()) {
                if (all.add(face)) {
                    faces(face, all);
                }
            }
        }
        return all;
    }

    /** Whether the library's classes and interfaces above a class of ours have nothing to do with the name. */
    private static boolean isBeyond(Class<?> type, String name) {
        boolean translated = ARITHMETIC.contains(type.getName().replace('.', '/'));
        return isLibrary(type)
                && !translated
                && Stream.of(type.getMethods(), type.getDeclaredMethods())
                        .flatMap(Stream::of)
                        .noneMatch(m -> m.getName().equals(name));
    }

    private static boolean isLibrary(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
    }

    private @Nullable Code declared(Class<?> type, String name, String descriptor) {
        String internal = type.getName().replace('.', '/');
        if (isLibrary(type) && !ARITHMETIC.contains(internal) && !internal.startsWith("java/lang/FdLibm")) {
            throw new NotPortable.Reason(
                    "calls " + type.getSimpleName() + "." + name + " of the library",
                    "plain loops over arrays of primitives can do the same");
        }
        for (MethodNode method : file(type).methods) {
            if (method.name.equals(name) && method.desc.equals(descriptor)) {
                if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
                    return null;
                }
                if ((method.access & Opcodes.ACC_NATIVE) != 0) {
                    throw new NotPortable.Reason(
                            "calls " + type.getSimpleName() + "." + name + ", which is native code",
                            "plain arithmetic can do the same, or a table computed by the constructor");
                }
                return new Code(type, file(type), method);
            }
        }
        return null;
    }

    private ClassNode file(Class<?> type) {
        return read.computeIfAbsent(type, ClassFiles::parse);
    }

    private static ClassNode parse(Class<?> type) {
        if (type.isHidden()) {
            throw new NotPortable.Reason(
                    "calls a lambda, whose code is in no class file",
                    "a record or a class with that method can do the same");
        }
        String name = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in =
                loader == null ? Object.class.getResourceAsStream("/" + name) : loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new NotPortable.Reason(
                        "uses " + type.getName() + ", whose class file is not to be found",
                        "it was made while running");
            }
            return parse(in.readAllBytes(), type);
        } catch (IOException broken) {
            throw unreadable(type, broken.toString());
        }
    }

    /** Reads a class file; of a form that ASM does not know, or damaged, it answers with whatever exception comes first. */
    private static ClassNode parse(byte[] bytes, Class<?> type) {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        } catch (RuntimeException | AssertionError damaged) {
            throw unreadable(type, String.valueOf(damaged.getMessage()));
        }
        if (!type.getName().replace('.', '/').equals(node.name)) {
            throw unreadable(type, "it is that of " + node.name);
        }
        return node;
    }

    private static NotPortable.Reason unreadable(Class<?> type, String why) {
        return new NotPortable.Reason(
                "uses " + type.getName() + ", whose class file cannot be read (" + why + ")",
                "it is damaged, or of a Java newer than 25");
    }
}
