package org.sed4j.core.pomg;

import java.util.Set;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Part;
import org.sed4j.core.game.PolicyImplementation;

/**
 * The policy implementation map of every {@link World}: φ is put in force in all worlds, and the world's own rules read it.
 *
 * @param changes which parts of the economy φ can change, as the world's author knows
 * @paper 002, Definition 3.1 (P)
 */
public record Enactment(Set<Part> changes) implements PolicyImplementation<Pomg> {

    public Enactment {
        changes = Set.copyOf(changes);
    }

    /** A map under which φ changes these parts. */
    public static Enactment of(Part... changes) {
        return new Enactment(Set.of(changes));
    }

    @Override
    public Pomg implement(Design design, FeasibleSet feasible, Pomg running) {
        running.admit(feasible);
        running.enact(design);
        return running;
    }
}
