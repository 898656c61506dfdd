/**
 * The apple-picking society of paper 002: votes, taxes, picks apples and learns.
 *
 * <p>A society of the library, {@link org.sed4j.core.society.Society}, with keys, columns and a legend of its own: start at
 * {@link org.sed4j.examples.applepicking.ApplePicking}.
 */
@NullMarked
package org.sed4j.examples.applepicking;

import org.jspecify.annotations.NullMarked;
