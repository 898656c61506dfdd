package org.sed4j.core.translator;

/** Where an array lies in the generated program. */
enum Space {
    /** In the record of the world. */
    STATE("of the state"),
    /** In what a call works with and then forgets. */
    SCRATCH("of scratch"),
    /** A constant table. */
    TABLE("that is a table"),
    /** Given to the call, to read. */
    INPUT("of input"),
    /** Given to the call, to write. */
    OUTPUT("of output"),
    /** Made by a method of the program. */
    LOCAL("made here");

    private final String text;

    Space(String text) {
        this.text = text;
    }

    /** "of the state". */
    String text() {
        return text;
    }

    /** Whether a program may write there. */
    boolean writable() {
        return this != TABLE && this != INPUT;
    }

    /** Where an array is that lies in one of two spaces: null if they are addressed in different ways. */
    static @org.jspecify.annotations.Nullable Space common(Space a, Space b) {
        if (a == b) {
            return a;
        }
        if (a == STATE || b == STATE) {
            return null;
        }
        return a.writable() && b.writable() ? LOCAL : INPUT;
    }
}
