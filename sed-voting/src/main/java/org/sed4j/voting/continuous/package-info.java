/** Rules that choose a point of a continuum, such as η in [0, 1]. */
@NullMarked
package org.sed4j.voting.continuous;

import org.jspecify.annotations.NullMarked;
