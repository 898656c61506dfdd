/** Harvest with taxes: the apple-picking society's economy. */
@NullMarked
package org.sed4j.envs.harvest;

import org.jspecify.annotations.NullMarked;
