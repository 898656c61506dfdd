/** Runnable societies and the sed launcher. */
@NullMarked
package org.sed4j.examples;

import org.jspecify.annotations.NullMarked;
