/** {@code sed sweep}: many societies, side by side, as one table. */
@NullMarked
package org.sed4j.examples.sweep;

import org.jspecify.annotations.NullMarked;
