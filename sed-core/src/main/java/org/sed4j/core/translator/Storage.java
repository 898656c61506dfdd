package org.sed4j.core.translator;

/**
 * An array's place in the generated program.
 *
 * @param space which memory
 * @param c the C expression of its first element's address
 * @param element what it holds
 * @param length how many
 */
record Storage(Space space, String c, Element element, int length) {}
