package org.sed4j.core.game;

/**
 * A divergence D: Φ × Φ → R≥0 that says how far one design is from another, so that reform can be bounded.
 *
 * <p>D(φ, φ) = 0; it need not be symmetric nor a metric. {@link Divergences} holds the usual ones.
 *
 * @paper 002, Definition 3.1 (D)
 */
@FunctionalInterface
public interface Divergence {

    /** D(from, to). Both have the same number of entries. May be +∞. */
    double between(Design from, Design to);
}
