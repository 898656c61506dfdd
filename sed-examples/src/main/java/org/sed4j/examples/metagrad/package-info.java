/** Adaptive incentive design (paper 004) in Escape Room and Cleanup: the commands, their methods and their figures. */
@NullMarked
package org.sed4j.examples.metagrad;

import org.jspecify.annotations.NullMarked;
