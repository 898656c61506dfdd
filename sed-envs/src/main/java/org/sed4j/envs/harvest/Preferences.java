package org.sed4j.envs.harvest;

/** What players of the orchard want. */
public enum Preferences {
    /** As their types say: r = β ext + (1 - β) (σ a + (1 - σ) S), paper 002, section 4. */
    MIXED,
    /** Own income after tax and nothing else, r = ext, whatever the society's types are, which may still be voted with. */
    OWN
}
