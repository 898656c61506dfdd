/**
 * Mechanism design as the papers define it: one-shot ({@link org.sed4j.core.mechanism.MechanismDesign}, start here), with
 * agents whose types change ({@link org.sed4j.core.mechanism.StochasticMechanismDesign}), and with history
 * ({@link org.sed4j.core.mechanism.DynamicMechanismDesign}); what turns each into a game that the theory room solves; and
 * meters of incentive compatibility. No tensors.
 */
@NullMarked
package org.sed4j.core.mechanism;

import org.jspecify.annotations.NullMarked;
