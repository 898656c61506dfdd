/**
 * {@code sed solve}: the leader's optimum in a finite Stackelberg game, named or read from a file. Start at
 * {@link org.sed4j.examples.solve.SolveCommand}; {@link org.sed4j.core.stackelberg.file.GameFile} is the file format.
 */
@NullMarked
package org.sed4j.examples.solve;

import org.jspecify.annotations.NullMarked;
