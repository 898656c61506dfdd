package org.sed4j.core.pomg;

/** Whoever acts in a POMG: a policy, a script, a population. */
@FunctionalInterface
public interface Players {

    /**
     * Chooses for every player of every world from what is published.
     *
     * @param actions [B, n · heads], to be written in whole
     */
    void act(Tensors now, IntTensor actions);

    /** Called after every step, with its rewards published and before ended worlds are reset. */
    default void stepped(Tensors now) {}
}
