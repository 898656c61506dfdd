package org.sed4j.core.translator;

/** Why something cannot be translated: where (class, method, line), what, and what to do instead. */
public final class NotPortable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String where;
    private final String reason;

    NotPortable(String where, String reason, String maybe) {
        super(where + " " + reason + ".\nMaybe " + maybe + ".");
        this.where = where;
        this.reason = reason;
    }

    /** What nobody has foreseen: the world runs on the JVM, and the fault is worth a report. */
    NotPortable(String where, Throwable unforeseen) {
        this(
                where,
                "stops the translator (" + unforeseen + ")",
                "it can be written otherwise; that is a fault of the translator and worth a report");
        initCause(unforeseen);
    }

    /** "Class.method (File.java:line)". */
    public String where() {
        return where;
    }

    /** The second half of a sentence about it. */
    public String reason() {
        return reason;
    }

    /** What is known before the line is: completed by whoever evaluates the instruction. */
    static final class Reason extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String maybe;

        Reason(String reason, String maybe) {
            super(reason, null, false, false);
            this.maybe = maybe;
        }

        NotPortable at(String where) {
            return new NotPortable(where, String.valueOf(getMessage()), maybe);
        }
    }
}
