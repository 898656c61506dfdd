package org.sed4j.core.pomg;

/**
 * What a batch runs on, and why.
 *
 * @param backend never {@link Backend#AUTO}
 * @param why a few words: "as asked", or what the faster ones lack
 */
public record Backing(Backend backend, String why) {

    /** One line: "native: gcc 12.2; no CUDA driver here". */
    @Override
    public String toString() {
        return backend.label() + ": " + why;
    }
}
