package org.sed4j.core.backend;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for a tool: the tool, or why there is none and what it would need.
 *
 * @param <T> the tool
 */
public final class Search<T> {
    private final @Nullable T tool;
    private final String why;
    private final String remedy;

    private Search(@Nullable T tool, String why, String remedy) {
        this.tool = tool;
        this.why = why;
        this.remedy = remedy;
    }

    /** The tool is there and works. */
    public static <T> Search<T> found(T tool) {
        return new Search<>(tool, "", "");
    }

    /**
     * It is not there, or does not work.
     *
     * @param why a sentence without its full stop
     * @param remedy what to do, without a full stop
     */
    public static <T> Search<T> missing(String why, String remedy) {
        return new Search<>(null, why, remedy);
    }

    /** Whether the tool is there and works. */
    public boolean isFound() {
        return tool != null;
    }

    /**
     * The tool.
     *
     * @throws NoSuchElementException saying what is missing and what it needs
     */
    public T tool() {
        if (tool == null) {
            throw new NoSuchElementException(message());
        }
        return tool;
    }

    /** Why there is none; empty if there is. */
    public String why() {
        return why;
    }

    /** What it would need; empty if it is there. */
    public String remedy() {
        return remedy;
    }

    /** Why there is none and what it would need, as one message; empty if it is there. */
    public String message() {
        return tool != null ? "" : why + ".\nMaybe " + remedy + ".";
    }
}
