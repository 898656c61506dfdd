package org.sed4j.core.society;

import java.util.Optional;
import java.util.function.Supplier;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.welfare.Welfare;

/** An economy by name, with what it suggests for the rest of a society. Its keys are in the section {@code economy}. */
public interface EconomyOffer extends Offer {

    /** What makes its worlds, configured so. */
    Supplier<? extends World> worlds(Config config);

    /** Θ where nobody says: uniform on [0, 1] over the columns that the economy takes up, or one column "weight". */
    default TypeSpace types(Config config, Spaces spaces) {
        String[] columns = spaces.types().isEmpty()
                ? new String[] {"weight"}
                : spaces.types().toArray(new String[0]);
        return TypeSpace.uniform(spaces.players(), columns);
    }

    /** The measure that objectives are taken of where nobody says. */
    default String basis() {
        return Outcome.REWARD;
    }

    /** O where nobody says: {η Σ + (1 - η) min} over {@link #basis}. */
    default ObjectiveFamily objectives(String basis) {
        return Welfare.mixes(basis);
    }

    /** T and τ where nobody says. */
    Rounds.Schedule schedule(Config config);

    /** What theory says of these worlds, if it has an exact answer: reports then carry the gap. */
    default Optional<Truth> truth(Config config) {
        return Optional.empty();
    }
}
