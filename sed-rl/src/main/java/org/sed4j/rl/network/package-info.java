/**
 * Networks: DL4J configurations whose flat parameters are the model of record, evaluated and differentiated by a fused
 * executor over that same memory.
 *
 * <p>Start at {@link org.sed4j.rl.network.Network} and {@link org.sed4j.rl.network.Executor}; {@link
 * org.sed4j.rl.network.Architectures} has defaults. The only room that knows DL4J. Contains no loss, no policy and no
 * learner: those are written on {@link org.sed4j.rl.network.Rows} and {@link org.sed4j.rl.network.OutputLoss}.
 */
@NullMarked
package org.sed4j.rl.network;

import org.jspecify.annotations.NullMarked;
