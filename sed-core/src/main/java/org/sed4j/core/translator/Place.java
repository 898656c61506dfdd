package org.sed4j.core.translator;

/**
 * A scalar's place in the generated program.
 *
 * @param space the state or scratch
 * @param name of the state, its offset's; of scratch, its own
 * @param offset of the state, in bytes
 * @param element what it holds
 */
record Place(Space space, String name, int offset, Element element) {

    /** The C expression of what is stored. */
    String c() {
        return space == Space.STATE ? "*AT(" + element.c() + ", " + name + ")" : "k->" + name;
    }
}
