/**
 * What reports of our studies have beyond the library's: figures as PNG, and the panels that several studies share.
 *
 * <p>Start at {@link org.sed4j.examples.report.Figures}, a {@link org.sed4j.core.report.Painter} by XChart.
 */
@NullMarked
package org.sed4j.examples.report;

import org.jspecify.annotations.NullMarked;
