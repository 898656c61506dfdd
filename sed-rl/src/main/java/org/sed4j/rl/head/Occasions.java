package org.sed4j.rl.head;

import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;

/** When an economy asks its principal. */
public final class Occasions {
    private Occasions() {}

    /** Whether its worlds ever are due: one that does not say when is designed at the start of a round. */
    public static boolean everDue(Pomg economy) {
        try {
            return economy.portrait(0).getClass().getMethod("due").getDeclaringClass() != World.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible); // the interface has it
        }
    }
}
