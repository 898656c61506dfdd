package org.sed4j.core.translator;

/** What a program makes while it runs, as far as it may. */
final class Makings {
    private final Program program;

    Makings(Program program) {
        this.program = program;
    }

    /** What {@code new} makes: a record, or an exception or text, which cannot matter. */
    Val object(String name, int at) {
        Class<?> type = program.load(name);
        if (Throwable.class.isAssignableFrom(type) || type == StringBuilder.class) {
            return Val.OPAQUE;
        }
        if (!type.isRecord()) {
            throw new NotPortable.Reason(
                    "makes a " + type.getSimpleName() + " while running",
                    "a part made by the constructor can do it, or a record of numbers");
        }
        program.records().require(type);
        return Val.fresh(type, at);
    }

    /** What {@code new T[count]} makes. */
    static Val array(Element element, Val count, int at) {
        if (!count.isConstant()) {
            throw new NotPortable.Reason(
                    "makes an array whose length is known at run time only",
                    "a constant or configuration can say the most that is needed");
        }
        return Val.array(Space.LOCAL, element, count.value().intValue(), Val.one(at));
    }

    /**
     * What {@code invokedynamic} makes: a text, which cannot matter.
     *
     * @param maker the class of the JDK that is asked to make it
     */
    static Val dynamic(String maker) {
        if (maker.equals("java/lang/invoke/StringConcatFactory")) {
            return Val.OPAQUE;
        }
        throw new NotPortable.Reason(
                maker.endsWith("ObjectMethods")
                        ? "compares or hashes a record as a whole"
                        : maker.endsWith("SwitchBootstraps") ? "switches over types" : "makes a lambda",
                "a method, or a part with that method, can do the same");
    }
}
