package org.sed4j.core.backend;

/**
 * A compiler's refusal of generated code, with its log, or the machine's to load what was made of it. The compiler is broken,
 * the machine forbids it, or the translation is wrong.
 */
public final class CompilationFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** A log repeats itself after that many characters. */
    private static final int MOST = 4_000;

    private final String log;
    private final String summary;

    CompilationFailure(String command, int status, String log) {
        super("Generated code does not compile (" + command + " ended with status " + status + "):\n" + cut(log)
                + "\nMaybe the compiler is too old, or was stopped for want of memory or disk; sed doctor shows its"
                + " version. The backend jvm needs none.");
        this.log = log;
        this.summary = "Generated code does not compile: " + firstLine(log);
    }

    /** Code that compiles but is not loaded. */
    CompilationFailure(String where, LinkageError cause) {
        super(
                "Compiled code cannot be loaded from " + where + ": " + NativeProgram.said(cause)
                        + ".\nMaybe no program may run from there (noexec); the property " + ProgramCache.PROPERTY
                        + " names another folder.",
                cause);
        this.log = String.valueOf(cause.getMessage());
        this.summary = "Compiled code cannot be loaded: " + NativeProgram.said(cause);
    }

    /** Code for which there is no place. */
    CompilationFailure(Search<?> nowhere) {
        super(nowhere.message());
        this.log = nowhere.why();
        this.summary = nowhere.why();
    }

    /** All that the compiler or the loader said. */
    public String log() {
        return log;
    }

    /** What happened, in a line without its full stop. */
    public String inShort() {
        return summary;
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("it says nothing");
    }

    private static String cut(String log) {
        return log.length() <= MOST ? log.strip() : log.substring(0, MOST).strip() + "\n...";
    }
}
