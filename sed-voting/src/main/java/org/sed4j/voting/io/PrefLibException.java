package org.sed4j.voting.io;

/** A file that is not what its format says; the message names the file, the line and the column, counted from 1. */
public final class PrefLibException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    PrefLibException(String file, int line, int column, String what, String cause) {
        super(file + ", line " + line + ", column " + column + ": " + what + ".\nMaybe " + cause + ".");
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
