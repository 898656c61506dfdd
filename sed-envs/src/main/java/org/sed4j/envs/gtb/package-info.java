/**
 * Gather-Trade-Build: players gather wood and stone, trade them in a continuous double auction, build houses for coin, and pay
 * a bracket tax each period that a principal sets.
 *
 * <p>Start at {@link org.sed4j.envs.gtb.GatherTradeBuild}, which reads like a step; {@link org.sed4j.envs.gtb.GtbRules} is
 * everything that can be chosen. The rules are those of the AI Economist (Zheng et al. 2022, "The AI Economist", Science
 * Advances 8(18), eabk2607) and of its released code; recorded traces of it replay exactly.
 */
@NullMarked
package org.sed4j.envs.gtb;

import org.jspecify.annotations.NullMarked;
