package org.sed4j.core.game;

/**
 * A policy implementation map P: Φ → M^φ, which turns a design into the rules of a running economy.
 *
 * <p>S stays as it is: {@link Economy#stateHash} must be unchanged, and the ring checks that it is. Which parts of the rest
 * φ changes is for the economy to say.
 *
 * @param <E> the economies it governs
 * @paper 002, Definition 3.1 (P)
 */
@FunctionalInterface
public interface PolicyImplementation<E extends Economy> {

    /** Puts φ in force in the running economy, which is M^φ from then on. */
    void implement(Design design, E running);

    /** φ is put in force as it is, and the economy's own rules read it. */
    static <E extends Economy> PolicyImplementation<E> direct() {
        return (design, running) -> running.enact(design);
    }
}
