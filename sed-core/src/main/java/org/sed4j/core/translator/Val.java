package org.sed4j.core.translator;

import java.util.Objects;
import java.util.SortedSet;
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
        /** One of several objects of one class, told apart by number at run time. */
        CHOICE,
        /** A text or an exception: it cannot matter to the program. */
        OPAQUE,
        /** Different things on different ways here: any use is refused. */
        MIXED
    }

    static final Val UNSET = new Val(Form.UNSET, 'A', null, null, null, null, new TreeSet<>());
    static final Val OPAQUE = new Val(Form.OPAQUE, 'A', null, null, null, null, new TreeSet<>());
    static final Val NULL = new Val(Form.KNOWN, 'A', null, null, null, null, new TreeSet<>());
    /** What a void method returns. */
    static final Val VOID = new Val(Form.UNSET, 'V', null, null, null, null, new TreeSet<>());

    final Form form;
    /** I, J, F, D, or A for references. */
    final char kind;
    /** The constant, or the object. */
    final @Nullable Object known;
    /** Of an array: where it lies; the address counts only if {@code known}. */
    final @Nullable Storage storage;
    /** Of a choice: the class. */
    final @Nullable Class<?> type;
    /** Why a mixed value cannot be used. */
    final @Nullable String why;
    /** Of a choice: numbers of the objects. Of an array: the instructions that made it. */
    final SortedSet<Integer> numbers;

    private Val(
            Form form,
            char kind,
            @Nullable Object known,
            @Nullable Storage storage,
            @Nullable Class<?> type,
            @Nullable String why,
            SortedSet<Integer> numbers) {
        this.form = form;
        this.kind = kind;
        this.known = known;
        this.storage = storage;
        this.type = type;
        this.why = why;
        this.numbers = numbers;
    }

    static Val number(char kind) {
        return new Val(Form.NUMBER, kind, null, null, null, null, new TreeSet<>());
    }

    static Val constant(Object number) {
        char kind = number instanceof Integer ? 'I' : number instanceof Long ? 'J' : number instanceof Float ? 'F' : 'D';
        return new Val(Form.NUMBER, kind, number, null, null, null, new TreeSet<>());
    }

    static Val known(Object object, @Nullable Storage storage) {
        return new Val(Form.KNOWN, 'A', object, storage, null, null, new TreeSet<>());
    }

    /** @param length -1 if it is known at run time only */
    static Val array(Space space, Element element, int length, SortedSet<Integer> sites) {
        return new Val(Form.ARRAY, 'A', null, new Storage(space, "", element, length), null, null, sites);
    }

    static Val choice(Class<?> type, SortedSet<Integer> objects) {
        return new Val(Form.CHOICE, 'A', null, null, type, null, objects);
    }

    static Val mixed(String why) {
        return new Val(Form.MIXED, 'A', null, null, null, why, new TreeSet<>());
    }

    boolean isConstant() {
        return form == Form.NUMBER && known != null;
    }

    boolean isArray() {
        return storage != null;
    }

    /** Of a constant int. */
    int asInt() {
        return ((Number) Objects.requireNonNull(known)).intValue();
    }

    Storage place() {
        return Objects.requireNonNull(storage);
    }

    /** Forgets the value of a number, keeps everything else. */
    Val widened() {
        return isConstant() ? number(kind) : this;
    }

    /** What is true of a slot that holds this on one way and that on another. */
    static Val merge(Val a, Val b, Numbering objects) {
        if (a.equals(b)) {
            return a;
        }
        if (a.form == Form.UNSET || b.form == Form.UNSET || a.kind != b.kind) {
            return UNSET;
        }
        if (a.form == Form.MIXED || b.form == Form.MIXED) {
            return a.form == Form.MIXED ? a : b;
        }
        if (a.form == Form.NUMBER) {
            return number(a.kind);
        }
        if (a.storage != null && b.storage != null) {
            return mergeArrays(a, a.storage, b, b.storage);
        }
        Class<?> type = a.classOf();
        if (type != null && type == b.classOf() && a.storage == null && b.storage == null) {
            SortedSet<Integer> all = new TreeSet<>(a.objects(objects));
            all.addAll(b.objects(objects));
            return choice(type, all);
        }
        return mixed("is one of two things of different kinds (" + a + ", " + b + ")");
    }

    private static Val mergeArrays(Val a, Storage s, Val b, Storage t) {
        if (s.space() != t.space() || s.element() != t.element()) {
            return mixed("is one of two arrays of different kinds (" + a + ", " + b + ")");
        }
        SortedSet<Integer> sites = new TreeSet<>(a.numbers);
        sites.addAll(b.numbers);
        return array(s.space(), s.element(), s.length() == t.length() ? s.length() : -1, sites);
    }

    /** The class of an object or a choice of objects; null if there is no one class. */
    @Nullable
    Class<?> classOf() {
        return form == Form.KNOWN && known != null ? known.getClass() : type;
    }

    /** Numbers of the objects that it may be. */
    SortedSet<Integer> objects(Numbering objects) {
        if (form == Form.KNOWN && known != null) {
            SortedSet<Integer> one = new TreeSet<>();
            one.add(objects.number(known));
            return one;
        }
        return numbers;
    }

    /** Numbers objects among those of their class. */
    interface Numbering {
        int number(Object object);
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
            case KNOWN -> known == null
                    ? "null"
                    : storage == null ? "a " + known.getClass().getSimpleName() : text(storage);
            case ARRAY -> text(place());
            case CHOICE -> "a " + Objects.requireNonNull(type).getSimpleName();
            case OPAQUE -> "a text or exception";
            case MIXED -> String.valueOf(why);
        };
    }

    private static String text(Storage s) {
        String space =
                switch (s.space()) {
                    case STATE -> "of the state";
                    case SCRATCH -> "of scratch";
                    case TABLE -> "that is a table";
                    case INPUT -> "of input";
                    case OUTPUT -> "of output";
                    case LOCAL -> "made here";
                };
        return s.element().java() + "[] " + space;
    }
}
