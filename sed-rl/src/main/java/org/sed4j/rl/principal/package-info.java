/**
 * Principals: who designs the economy, and how.
 *
 * <p>Start at {@link org.sed4j.rl.principal.PpoPrincipal}, which learns to set designs at an economy's decision points.
 */
@NullMarked
package org.sed4j.rl.principal;

import org.jspecify.annotations.NullMarked;
