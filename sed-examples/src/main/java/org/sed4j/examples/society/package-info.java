/**
 * Any vote, any principal, any economy, any followers, by their names: {@code sed society}.
 *
 * <p>Start at {@link org.sed4j.examples.society.SocietyCommand}; what there is to name is found on the class path by
 * {@link org.sed4j.core.society.Offers}.
 */
@NullMarked
package org.sed4j.examples.society;

import org.jspecify.annotations.NullMarked;
