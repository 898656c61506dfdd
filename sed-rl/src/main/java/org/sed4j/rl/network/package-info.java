/** Networks: DL4J configurations, evaluated and differentiated by a fused executor. */
@NullMarked
package org.sed4j.rl.network;

import org.jspecify.annotations.NullMarked;
