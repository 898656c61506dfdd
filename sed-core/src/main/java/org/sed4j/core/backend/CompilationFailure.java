package org.sed4j.core.backend;

/** A compiler's refusal of generated code, with its log. Either the compiler is broken or the translation is. */
public final class CompilationFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** A log repeats itself after that many characters. */
    private static final int MOST = 4_000;

    private final String log;

    CompilationFailure(String command, int status, String log) {
        super("Generated code does not compile (" + command + " ended with status " + status + "):\n" + cut(log)
                + "\nMaybe the compiler is too old; sed doctor shows its version. The backend jvm needs none.");
        this.log = log;
    }

    /** All that the compiler said. */
    public String log() {
        return log;
    }

    private static String cut(String log) {
        return log.length() <= MOST ? log.strip() : log.substring(0, MOST).strip() + "\n...";
    }
}
