/**
 * Certified societies: economies whose right outcome is known exactly, and what voting rules make of them.
 *
 * <p>Start at {@link org.sed4j.examples.certify.CertifiedEconomies} and {@link org.sed4j.examples.certify.PolicyElection}.
 */
@NullMarked
package org.sed4j.examples.certify;

import org.jspecify.annotations.NullMarked;
