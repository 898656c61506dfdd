package org.sed4j.core.society;

import org.sed4j.core.config.Config;

/** A principal by name. Its keys are in the section {@code principal}. */
public interface PrincipalOffer extends Offer {

    /** The principal, configured so. */
    PrincipalPart part(Config config);
}
