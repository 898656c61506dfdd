package org.sed4j.core.translator;

/** Where an array lies in the generated program. */
enum Space {
    /** In the record of the object whose methods are translated. */
    STATE("S"),
    /** In what a call works with and then forgets. */
    SCRATCH("K"),
    /** A constant table. */
    TABLE("T"),
    /** Given to the call, to read. */
    INPUT("I"),
    /** Given to the call, to write. */
    OUTPUT("O"),
    /** Made by a method of the program. */
    LOCAL("L");

    private final String letter;

    Space(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }

    /** Whether a program may write there. */
    boolean writable() {
        return this != TABLE && this != INPUT;
    }
}
