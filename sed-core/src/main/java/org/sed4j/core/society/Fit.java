package org.sed4j.core.society;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;

/** Whether the parts of a society fit each other: one message that names both, before anything runs. */
final class Fit {
    private Fit() {}

    static void check(Society society) {
        types(society);
        objective(society.elected(Seed.of(0)), society.spaces());
        try (Crew nobody = Crew.of(1)) {
            Setting setting = society.setting(nobody);
            part("principal", society.principal().name(), society.principal().objection(setting, society.followers()));
            part("followers", society.followers().name(), society.followers().objection(setting));
        }
    }

    private static void part(String kind, String name, Optional<String> objection) {
        objection.ifPresent(why -> {
            throw new IllegalArgumentException(kind + " (" + name + ") must fit the rest of the society: " + why);
        });
    }

    private static void types(Society society) {
        TypeMatrix types = society.game().types().draw(Seed.of(0));
        Spaces spaces = society.spaces();
        Require.that(
                types.players() == spaces.players(),
                "players in the type space",
                types.players(),
                "must be the economy's " + spaces.players(),
                "the type space was made for another economy");
        for (String name : spaces.types()) {
            Require.that(
                    types.names().contains(name),
                    "columns of the type space",
                    types.names(),
                    "must hold " + spaces.types() + ", which the economy takes up",
                    "the type space was made for another economy");
        }
    }

    private static void objective(Objective elected, Spaces spaces) {
        for (String measure : elected.measures()) {
            boolean known = measure.equals(Outcome.REWARD) || spaces.measures().contains(measure);
            known(
                    known,
                    "measure of " + elected.name(),
                    measure,
                    "\"" + Outcome.REWARD + "\" or one of ",
                    spaces.measures());
        }
        for (String gauge : elected.gauges()) {
            known(spaces.gauges().contains(gauge), "gauge of " + elected.name(), gauge, "one of ", spaces.gauges());
        }
    }

    private static void known(boolean known, String what, String name, String rule, List<String> names) {
        Require.that(
                known, what, name, "must be " + rule + Set.copyOf(names), "the objective was made for another economy");
    }
}
