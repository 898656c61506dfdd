/** Mechanism design: mechanisms, incentive meters, Markovization. No tensors. */
@NullMarked
package org.sed4j.core.mechanism;

import org.jspecify.annotations.NullMarked;
