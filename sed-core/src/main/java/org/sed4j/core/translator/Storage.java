package org.sed4j.core.translator;

/**
 * An array's place in the generated program.
 *
 * @param space which memory
 * @param base name of the memory it lies in; of the state, the path
 * @param offset of its first element: in bytes for the state, else in elements
 * @param element what it holds
 * @param length how many; -1 if that is known at run time only
 */
record Storage(Space space, String base, int offset, Element element, int length) {
    static final int UNKNOWN = -1;

    /** The C expression of its first element's address. */
    String c() {
        if (space == Space.STATE) {
            return "AT(" + element.c() + ", " + base + ")";
        }
        return offset == 0 ? base : "(" + base + " + " + offset + ")";
    }

    /** The C expression of an element. */
    static String at(Space space, String pointer, String index) {
        return pointer + (space == Space.STATE ? "[(" + index + ") * SED_TILE]" : "[" + index + "]");
    }

    /** The distance between elements in C. */
    String stride() {
        return space == Space.STATE ? "SED_TILE" : "1";
    }
}
