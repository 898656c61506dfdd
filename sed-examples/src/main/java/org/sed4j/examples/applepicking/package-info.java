/**
 * The apple-picking society of paper 002: votes, taxes, picks apples and learns.
 *
 * <p>Start at {@link org.sed4j.examples.applepicking.AppleSociety}, which assembles the design game from a configuration, and
 * {@link org.sed4j.examples.applepicking.ApplePicking}, which runs it in a run folder.
 */
@NullMarked
package org.sed4j.examples.applepicking;

import org.jspecify.annotations.NullMarked;
