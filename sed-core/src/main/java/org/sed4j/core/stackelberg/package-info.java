/** Games with a leader: definitions, equilibrium certificates, exact solvers. No tensors. */
@NullMarked
package org.sed4j.core.stackelberg;

import org.jspecify.annotations.NullMarked;
