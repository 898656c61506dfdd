/** Programs that worlds have been translated to: {@code sed kernel}. */
@NullMarked
package org.sed4j.examples.kernel;

import org.jspecify.annotations.NullMarked;
