package org.sed4j.voting.axiom;

import java.util.Optional;

/**
 * What came of checking an axiom over a domain.
 *
 * @param checked how many profiles were tried, up to the violation if there is one
 * @param witness the first violation found; empty if the axiom held on all of them
 */
public record Verdict(long checked, Optional<Witness> witness) {

    /** Whether no violation was found. */
    public boolean satisfied() {
        return witness.isEmpty();
    }
}
