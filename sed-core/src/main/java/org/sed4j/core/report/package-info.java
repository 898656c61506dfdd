/**
 * The report: a run folder as one self-contained page, with plots, tables and a replay.
 *
 * <p>Start at {@link org.sed4j.core.report.Report}; what columns mean is said by the run, in its
 * {@link org.sed4j.core.report.Legend}. The page's style and script are resources beside it, written by hand; it asks nothing of
 * any network. Figures as PNG are drawn by whoever brings a {@link org.sed4j.core.report.Painter}. Knows no study.
 */
@NullMarked
package org.sed4j.core.report;

import org.jspecify.annotations.NullMarked;
