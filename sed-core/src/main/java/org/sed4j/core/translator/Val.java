package org.sed4j.core.translator;

import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Value;

/** What is known of a slot of a frame before the program runs. */
final class Val implements Value {
    /** What a value can be. */
    enum Form {
        /** Not assigned on some way here, or the upper half of a long. */
        UNSET,
        /** int, long, float or double: a constant if {@code known} is set. */
        NUMBER,
        /** One object of the constructed world, or null. */
        KNOWN,
        /** An array in a known space, whose address is computed at run time. */
        ARRAY,
        /** One of several known objects, told apart by number at run time. */
        CHOICE,
        /** A record that the program has made: its components are in variables. */
        RECORD,
        /** A record whose constructor runs, or has yet to run. */
        FRESH,
        /** A text or an exception: it cannot matter to the program. */
        OPAQUE,
        /** Different things on different ways here: any use is refused. */
        MIXED
    }

    private static final NavigableSet<Integer> NONE = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>());
    /** {@link #site} of a record whose constructor is translated, and of an array that a caller has made. */
    static final int SELF = -1;

    static final Val UNSET = new Val(Form.UNSET, 'A', null, null, null, null, NONE);
    static final Val OPAQUE = new Val(Form.OPAQUE, 'A', null, null, null, null, NONE);
    static final Val NULL = new Val(Form.KNOWN, 'A', null, null, null, null, NONE);
    /** What a void method returns. */
    static final Val VOID = new Val(Form.UNSET, 'V', null, null, null, null, NONE);

    final Form form;
    /** I, J, F, D, or A for references. */
    final char kind;
    /** The constant, or the object. */
    final @Nullable Object known;
    /** Of an array: where it lies; of one that is not {@code known}, space, element and length only. */
    final @Nullable Storage storage;
    /** Of a record: its class. */
    final @Nullable Class<?> type;
    /** Why a mixed value cannot be used. */
    final @Nullable String why;
    /** Of a choice: numbers of the objects. Of an array: the instructions that made it. Of a fresh record: likewise. */
    final NavigableSet<Integer> numbers;

    private Val(
            Form form,
            char kind,
            @Nullable Object known,
            @Nullable Storage storage,
            @Nullable Class<?> type,
            @Nullable String why,
            NavigableSet<Integer> numbers) {
        this.form = form;
        this.kind = kind;
        this.known = known;
        this.storage = storage;
        this.type = type;
        this.why = why;
        this.numbers = numbers;
    }

    static Val number(char kind) {
        return new Val(Form.NUMBER, kind, null, null, null, null, NONE);
    }

    static Val constant(Object number) {
        char kind =
                number instanceof Integer ? 'I' : number instanceof Long ? 'J' : number instanceof Float ? 'F' : 'D';
        return new Val(Form.NUMBER, kind, number, null, null, null, NONE);
    }

    static Val known(@Nullable Object object, @Nullable Storage storage) {
        return new Val(Form.KNOWN, 'A', object, storage, null, null, NONE);
    }

    static Val array(Space space, Element element, int length, NavigableSet<Integer> sites) {
        return new Val(Form.ARRAY, 'A', null, new Storage(space, "", 0, element, length), null, null, sites);
    }

    static Val choice(NavigableSet<Integer> objects) {
        return new Val(Form.CHOICE, 'A', null, null, null, null, objects);
    }

    static Val record(Class<?> type) {
        return new Val(Form.RECORD, 'A', null, null, type, null, NONE);
    }

    static Val fresh(Class<?> type, int site) {
        return new Val(Form.FRESH, 'A', null, null, type, null, one(site));
    }

    static Val mixed(String why) {
        return new Val(Form.MIXED, 'A', null, null, null, why, NONE);
    }

    static NavigableSet<Integer> one(int number) {
        NavigableSet<Integer> set = new TreeSet<>();
        set.add(number);
        return set;
    }

    boolean is(Form other) {
        return form == other;
    }

    boolean isConstant() {
        return form == Form.NUMBER && known != null;
    }

    boolean isNull() {
        return form == Form.KNOWN && known == null;
    }

    boolean isArray() {
        return storage != null;
    }

    /** Of a constant. */
    Number value() {
        return (Number) Objects.requireNonNull(known);
    }

    /** Of an array. */
    Storage place() {
        return Objects.requireNonNull(storage);
    }

    /** Of a record. */
    Class<?> type() {
        return Objects.requireNonNull(type);
    }

    /** Of a fresh record. */
    int site() {
        return numbers.first();
    }

    /** As an argument: numbers without their values, arrays without the place where they were made. */
    Val asArgument() {
        if (form == Form.ARRAY) {
            Storage s = place();
            return array(s.space(), s.element(), s.length(), numbers.isEmpty() ? NONE : one(SELF));
        }
        return isConstant() ? number(kind) : this;
    }

    @Override
    public int getSize() {
        return kind == 'J' || kind == 'D' ? 2 : 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Val v
                && form == v.form
                && kind == v.kind
                && (form == Form.KNOWN ? known == v.known : Objects.equals(known, v.known))
                && (form == Form.KNOWN || Objects.equals(storage, v.storage))
                && type == v.type
                && numbers.equals(v.numbers);
    }

    @Override
    public int hashCode() {
        Object value = form == Form.KNOWN ? System.identityHashCode(known) : Objects.hashCode(known);
        return Objects.hash(form, kind, value, type, numbers);
    }

    @Override
    public String toString() {
        return switch (form) {
            case UNSET -> "nothing";
            case NUMBER -> known == null ? String.valueOf(kind) : known.toString();
            case KNOWN ->
                known == null
                        ? "null"
                        : storage == null ? "a " + known.getClass().getSimpleName() : text(storage);
            case ARRAY -> text(place());
            case CHOICE -> "one of " + numbers.size() + " objects";
            case RECORD, FRESH -> "a new " + type().getSimpleName();
            case OPAQUE -> "a text or exception";
            case MIXED -> String.valueOf(why);
        };
    }

    /** As the object of a sentence. */
    String named() {
        return form == Form.MIXED ? "what " + why : toString();
    }

    private static String text(Storage s) {
        return s.element().java() + "[] " + s.space().text();
    }
}
