/**
 * How what a policy draws becomes a design: {@link org.sed4j.rl.head.DesignHead}, one for every shape of Φ and every kind of
 * draw.
 */
@NullMarked
package org.sed4j.rl.head;

import org.jspecify.annotations.NullMarked;
