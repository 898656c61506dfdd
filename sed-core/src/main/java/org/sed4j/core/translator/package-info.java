/**
 * From a constructed world's bytecode to C and CUDA C: partial evaluation, so that every reference is a known object and
 * vanishes.
 *
 * <p>{@link org.sed4j.core.translator.Translation} evaluates the bytecode of a world's methods against one instance. Final
 * fields are constants, parts and arrays are places in memory, calls are resolved by the known receiver, branches that
 * configuration decides are dropped. What remains is arithmetic on numbers, with Java's semantics, as C that a C or CUDA
 * compiler takes. What cannot be translated is refused with class, method, line and reason:
 * {@link org.sed4j.core.translator.NotPortable}.
 *
 * <p>The way through this room: {@code Moves} and {@code Looks} ask a {@code Program} for functions; {@code Analysis} follows a method's
 * instructions with {@code Evaluator} over {@code Val}; {@code Memory} says where things lie; {@code Writer} writes what is
 * left.
 */
@NullMarked
package org.sed4j.core.translator;

import org.jspecify.annotations.NullMarked;
