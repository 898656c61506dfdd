package org.sed4j.core.society;

import org.sed4j.core.config.Config;

/** Followers by name. Their keys are in the section {@code players}. */
public interface FollowersOffer extends Offer {

    /** The followers, configured so. */
    FollowersPart part(Config config);
}
