package org.sed4j.envs.harvest;

/** What the four steps are relative to. */
public enum Moves {
    /** To where the avatar heads: Melting Pot. */
    RELATIVE,
    /** To the map, north up; the heading turns view and beam only: SocialJax. */
    ABSOLUTE
}
