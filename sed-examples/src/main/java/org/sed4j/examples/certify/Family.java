package org.sed4j.examples.certify;

import java.util.List;
import org.sed4j.core.report.Painter;

/** A family of societies with exact answers: what is claimed of it, and how that is drawn. */
public interface Family {

    /** "linear-tax". */
    String name();

    /** What is claimed, in a sentence or two, and where theory has it from. */
    String about();

    /** Its rows. */
    List<Claim> claims();

    /** Its figures: theory as lines, rings as points. */
    List<Figure> figures(List<Judged> judged);

    /**
     * A figure.
     *
     * @param name of its file
     * @param caption what is to be seen
     * @param plot lines, then points
     * @param lines how many of the plot's traces are lines
     */
    record Figure(String name, String caption, Painter.Plot plot, int lines) {}
}
