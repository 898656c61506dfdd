package org.sed4j.core.society;

import java.util.function.Function;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.welfare.Welfare;

/** What may be voted over, by name. */
public final class Objectives {
    private Objectives() {}

    /**
     * The family of a name.
     *
     * @param name {@code eta_mix}, or one objective whatever the vote: {@code utilitarian}, {@code egalitarian}, {@code nash},
     *     {@code equality_productivity}, {@code gauge}
     * @param basis the measure, or the gauge, that it is taken of
     * @param mix what {@code eta_mix} is of a basis, such as {@link Welfare#mixes(String)}
     */
    public static ObjectiveFamily of(String name, String basis, Function<String, ObjectiveFamily> mix) {
        Objective one = switch (name) {
            case "utilitarian" -> Welfare.utilitarian(basis);
            case "egalitarian" -> Welfare.egalitarian(basis);
            case "nash" -> Welfare.nash(basis);
            case "equality_productivity" -> Welfare.equalityTimesProductivity(basis);
            case "gauge" -> Welfare.gauge(basis);
            default -> null;
        };
        return one == null ? mix.apply(basis) : ObjectiveFamily.continuum(eta -> one, "eta");
    }
}
