/**
 * Elementary functions that are specified to the last bit: the same on every machine, JVM, compiler and backend.
 *
 * <p>Start at {@link org.sed4j.core.math.Elementary}. Only additions, products, quotients, comparisons and operations on bits
 * are used, all of which Java and IEEE 754 define exactly, so that the translator carries the functions over to C and CUDA C as
 * they stand. {@link java.lang.Math} allows an error of its own to each platform, {@link java.lang.StrictMath} leaves the JVM
 * for every number.
 */
@NullMarked
package org.sed4j.core.math;

import org.jspecify.annotations.NullMarked;
