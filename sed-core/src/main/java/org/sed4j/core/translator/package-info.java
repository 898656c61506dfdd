/**
 * From a constructed object's bytecode to C: partial evaluation, so that every reference is a known object and vanishes.
 *
 * <p>{@link org.sed4j.core.translator.Translator} is given the objects whose memory it should lay out and the methods to
 * translate; it evaluates their bytecode against those very objects. Final fields are constants, parts and arrays are places in
 * memory, calls are resolved by the known receiver, branches that configuration decides are dropped. What remains is
 * arithmetic on numbers, with Java's semantics, as C that a C or CUDA compiler takes. What cannot be translated is refused with
 * class, method, line and reason: {@link org.sed4j.core.translator.NotPortable}.
 */
@NullMarked
package org.sed4j.core.translator;

import org.jspecify.annotations.NullMarked;
