package org.sed4j.examples.gathertradebuild;

import java.util.List;
import java.util.function.Consumer;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;

/**
 * A principal who governs as another does, while others look on after every step.
 *
 * @param principal who governs
 * @param onlookers told of the economy after each step, before ended worlds start anew
 */
record Watched(Principal<Pomg> principal, List<Consumer<Pomg>> onlookers) implements Principal<Pomg> {
    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Government<Pomg> government = principal.govern(mandate);
        return new Government<>() {
            @Override
            public Design design() {
                return government.design();
            }

            @Override
            public void decide(Pomg economy) {
                government.decide(economy);
            }

            @Override
            public void stepped(Pomg economy) {
                government.stepped(economy);
                onlookers.forEach(onlooker -> onlooker.accept(economy));
            }
        };
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        principal.learn(mandate, outcome);
    }
}
