/**
 * Runnable societies and the {@code sed} launcher.
 *
 * <p>Start at {@link org.sed4j.examples.Sed} (the commands), {@link org.sed4j.examples.Study} (what a command runs) and
 * {@link org.sed4j.examples.StudyCommand} (from the command line to run folders, seeds, resume and results).
 */
@NullMarked
package org.sed4j.examples;

import org.jspecify.annotations.NullMarked;
