package org.sed4j.envs.oracle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sed4j.core.game.Objective;
import org.sed4j.core.society.Truth;

/**
 * An oracle as reports ask it: objectives of {@link org.sed4j.core.welfare.Welfare}, told by their names, over the measure that
 * its utilities are of.
 *
 * @param oracle of the economy
 * @param measure whose amounts in a round are V_i
 * @param raised the measure whose total is revenue; empty if there is none
 * @param steps of the round that V_i is of
 */
public record OracleTruth(Oracle oracle, String measure, String raised, int steps) implements Truth {
    private static final Pattern NAMED = Pattern.compile("([a-z-]+)\\((?:([0-9.E-]+), )?([a-z_]+)\\)");

    @Override
    public Optional<Best> best(Objective objective) {
        Matcher named = NAMED.matcher(objective.name());
        if (!named.matches()) {
            return Optional.empty();
        }
        if (named.group(1).equals("utilitarian") && named.group(3).equals(raised)) {
            return Optional.of(answer(Aim.revenue(), 1));
        }
        if (!named.group(3).equals(measure)) {
            return Optional.empty();
        }
        return switch (named.group(1)) {
            case "utilitarian" -> Optional.of(answer(Aim.utilitarian(), 1));
            case "mean-utilitarian" -> Optional.of(answer(Aim.utilitarian(), 1.0 / oracle.players()));
            case "egalitarian" -> Optional.of(answer(Aim.egalitarian(), 1));
            case "nash" -> Optional.of(answer(Aim.nash(), 1));
            case "eta-mix" -> Optional.of(answer(Aim.mix(Double.parseDouble(named.group(2))), 1));
            default -> Optional.empty();
        };
    }

    private Best answer(Aim aim, double factor) {
        Answer best = oracle.best(aim);
        return new Best(best.design(), factor * best.value());
    }

    @Override
    public double[] ideals() {
        double[] ideals = oracle.ideals();
        for (int i = 0; i < ideals.length; i++) {
            ideals[i] = (ideals[i] - oracle.low()) / (oracle.high() - oracle.low());
        }
        return ideals;
    }
}
