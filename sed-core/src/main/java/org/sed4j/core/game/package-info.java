/**
 * The theory: a society votes on an objective, a principal designs an economy for it, players live in that economy, and
 * the state they end in is where the next vote begins (paper 002, section 3).
 *
 * <p>Start at {@link org.sed4j.core.game.DesignGame} (the tuple) and {@link org.sed4j.core.game.Rounds} (the loop, one
 * method). Everything else is one box of that loop. This room knows no tensor: an economy is what
 * {@link org.sed4j.core.game.Economy} says, and the batched one lives in {@code org.sed4j.core.pomg}.
 */
@NullMarked
package org.sed4j.core.game;

import org.jspecify.annotations.NullMarked;
