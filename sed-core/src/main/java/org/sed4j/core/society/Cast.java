package org.sed4j.core.society;

import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;

/**
 * Who plays an episode of a society elsewhere.
 *
 * @param principal governs
 * @param followers live there
 * @param witness looks on
 */
public record Cast(Principal<Pomg> principal, Followers<Pomg> followers, Witness<Pomg> witness) {}
