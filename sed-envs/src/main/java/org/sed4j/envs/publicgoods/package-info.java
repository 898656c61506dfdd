/**
 * A public good that everybody would rather have others pay for, and fines for those who do not.
 *
 * <p>Start at {@link org.sed4j.envs.publicgoods.Sanctions}; {@link org.sed4j.envs.publicgoods.SanctionsOracle} says what
 * theory says.
 */
@NullMarked
package org.sed4j.envs.publicgoods;

import org.jspecify.annotations.NullMarked;
