/**
 * Six short programs, quoted by the guides in {@code docs/guides}: a society, a rule and an objective, a principal, followers,
 * callbacks, and a trained run in another program.
 */
@NullMarked
package org.sed4j.examples.guide;

import org.jspecify.annotations.NullMarked;
