package org.sed4j.core.translator;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** A program in the making: the functions that have been needed so far, and what they share. */
final class Program {
    private static final int DEEPEST = 200;
    /**
     * Instructions that are followed, each for every set of arguments and as often as less is known of it; the largest of our
     * own economies takes a hundredth.
     */
    private static final long MOST = 20_000_000;

    private final @Nullable ClassLoader loader;
    private final ClassFiles files = new ClassFiles();
    private final Memory memory = new Memory();
    private final Ids ids = new Ids();
    private final Records records = new Records();
    private final Accesses accesses = new Accesses(this);
    private final Calls calls = new Calls(this);
    private final Map<Key, Function> functions = new HashMap<>();
    private final Set<Key> running = new HashSet<>();
    private final List<Written> written = new ArrayList<>();
    private final Soundness soundness = new Soundness();
    private int count;
    private long followed;

    /** What tells functions apart. */
    private record Key(Class<?> owner, String method, List<Val> arguments) {}

    private record Written(Function function, String text) {}

    Program(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    ClassFiles files() {
        return files;
    }

    Memory memory() {
        return memory;
    }

    Ids ids() {
        return ids;
    }

    Records records() {
        return records;
    }

    Accesses accesses() {
        return accesses;
    }

    Calls calls() {
        return calls;
    }

    Class<?> load(String internalName) {
        return Reflection.load(internalName, loader);
    }

    /** One more instruction is followed; a translation ends, whatever it is given. */
    void follow() {
        if (++followed > MOST) {
            throw new NotPortable.Reason(
                    "has to be followed on too many ways (" + MOST + " instructions)",
                    "methods with fewer references to choose among can do the same");
        }
    }

    /** The field that an instruction names: by name and type, since obfuscators give one name to several. */
    Field field(FieldInsnNode insn) {
        Field field = Reflection.field(load(insn.owner), insn.name, insn.desc);
        boolean isStatic = insn.getOpcode() == Opcodes.GETSTATIC || insn.getOpcode() == Opcodes.PUTSTATIC;
        if (Modifier.isStatic(field.getModifiers()) != isStatic) {
            throw new NotPortable.Reason(
                    "uses " + Memory.name(field) + ", which is " + (isStatic ? "not " : "") + "static now",
                    "classes of different versions have been mixed; all can be compiled again");
        }
        return field;
    }

    /** A method for certain arguments, receiver first; analysed. */
    Function function(ClassFiles.Code code, List<Val> values) {
        List<Val> arguments = values.stream().map(Val::asArgument).toList();
        Key key = new Key(code.owner(), code.method().name + code.method().desc, arguments);
        Function known = functions.get(key);
        if (running.contains(key) || running.size() > DEEPEST) {
            throw new NotPortable.Reason("calls itself (" + code.name() + ")", "a loop can do the same");
        }
        if (known != null) {
            return known;
        }
        if ((code.method().access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            throw new NotPortable.Reason(
                    "calls " + code.name() + ", which is synchronized",
                    "a world is stepped by one thread at a time anyway");
        }
        soundness.require(code);
        Function function = new Function(code, arguments, count++);
        running.add(key);
        try {
            new Analysis(this, function).run();
        } catch (NotPortable refused) {
            throw atCaller(code, refused);
        } finally {
            running.remove(key);
        }
        functions.put(key, function);
        return function;
    }

    /** The function that a call on a known object runs. */
    Function entry(Object receiver, String name, String descriptor, List<Val> arguments) {
        List<Val> values = new ArrayList<>();
        values.add(Val.known(receiver, null));
        values.addAll(arguments);
        try {
            Function function = function(files.find(receiver.getClass(), name, descriptor), values);
            write(function);
            return function;
        } catch (NotPortable.Reason reason) {
            throw reason.at(receiver.getClass().getSimpleName());
        }
    }

    /** Writes a function, those that it calls first. */
    void write(Function function) {
        if (!function.isWritten()) {
            try {
                written.add(new Written(function, new Writer(this, function).write()));
            } catch (NotPortable refused) {
                throw atCaller(function.code, refused);
            }
        }
    }

    /** What is refused within the library is told of the line that calls the library. */
    private static RuntimeException atCaller(ClassFiles.Code code, NotPortable refused) {
        return code.owner().getName().startsWith("java.")
                ? new NotPortable.Reason(
                        "calls " + code.name() + ", which " + refused.reason(), "a method of the world can do the same")
                : refused;
    }

    /** The C text of all functions, in an order in which none comes before what it calls. */
    String text() {
        StringBuilder c = new StringBuilder();
        for (Written each : written) {
            c.append("/* ").append(Where.of(each.function().code, 0)).append(" */\n");
            c.append(each.function().isSmall() ? "SMALL " : "LARGE ").append(each.text());
        }
        return c.toString();
    }
}
