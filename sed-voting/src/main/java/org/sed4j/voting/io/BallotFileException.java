package org.sed4j.voting.io;

import org.sed4j.core.run.Shown;

/** A file that is not what its format says; the message names the file, the line and the column, counted from 1. */
public final class BallotFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    /** Characters of a message that come from the file and this library together. */
    private static final int MOST = 400;

    private final int line;
    private final int column;

    BallotFileException(String file, int line, int column, String what, String cause) {
        super(Shown.of(file) + ", line " + line + ", column " + column + ": " + Shown.of(what, MOST) + ".\nMaybe "
                + Shown.of(cause, MOST) + ".");
        this.line = line;
        this.column = column;
    }

    /** The line, from 1; one past the end if the file ends early. */
    public int line() {
        return line;
    }

    /** The column, from 1. */
    public int column() {
        return column;
    }
}
