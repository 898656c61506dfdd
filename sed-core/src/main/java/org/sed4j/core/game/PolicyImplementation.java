package org.sed4j.core.game;

import java.util.Set;

/**
 * A policy implementation map P: Φ → M^φ, which turns a design into the rules of an economy.
 *
 * @param <E> the economies it governs
 * @paper 002, Definition 3.1 (P)
 */
public interface PolicyImplementation<E extends Economy> {

    /**
     * Puts φ in force in the running economy and returns the economy M^φ that it induces.
     *
     * @param design φ
     * @param feasible Φ̂: what may be enacted until the next round, within a round too
     * @param running the economy in the state s_T that the last round ended in
     * @return M^φ in that same state: {@link Economy#stateHash} is unchanged. May be {@code running} itself
     */
    E implement(Design design, FeasibleSet feasible, E running);

    /** Which parts of the economy φ can change. */
    Set<Part> changes();
}
