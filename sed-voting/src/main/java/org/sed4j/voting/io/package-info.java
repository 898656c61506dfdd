/**
 * Profiles as files: the formats of PrefLib (soc, soi, toc, toi, cat), read and written.
 *
 * <p>Start at {@link org.sed4j.voting.io.PrefLib}. Errors name the line and the column.
 */
@NullMarked
package org.sed4j.voting.io;

import org.jspecify.annotations.NullMarked;
