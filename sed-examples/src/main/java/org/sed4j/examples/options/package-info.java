/**
 * Options that several commands have in common, each set said once: picocli mixins.
 *
 * <p>Start at {@link org.sed4j.examples.options.Output}. Studies have options of their own, in {@code StudyCommand}.
 */
@NullMarked
package org.sed4j.examples.options;

import org.jspecify.annotations.NullMarked;
