/** Runs beside each other: figures and a table of what several run folders measured. */
@NullMarked
package org.sed4j.examples.compare;

import org.jspecify.annotations.NullMarked;
