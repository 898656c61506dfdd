/**
 * The report: a run folder as one self-contained page, with plots, tables and a replay, and as PNG figures.
 *
 * <p>Start at {@link org.sed4j.examples.report.Report}; {@link org.sed4j.examples.report.Panels} says which columns belong
 * together and what they mean. The page's style and script are resources beside it, written by hand; it asks nothing of any
 * network.
 */
@NullMarked
package org.sed4j.examples.report;

import org.jspecify.annotations.NullMarked;
