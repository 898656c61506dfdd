package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.examples.applepicking.Sources.CODE;
import static org.sed4j.examples.applepicking.Sources.OURS;
import static org.sed4j.examples.applepicking.Sources.PAPER;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.config.Key;

/** The keys of the tax code and of the principal who sets it. */
final class PrincipalKeys {
    private PrincipalKeys() {}

    static List<Key> tax() {
        return List.of(
                numbers("tax.brackets", 0, 10, 20, 10_000)
                        .from(0)
                        .means("apples a period; between two of them lies a bracket with its rate")
                        .source(PAPER),
                choice("tax.formula", "continuous", "integer")
                        .means("tax between cut points, or the published code's inclusive whole numbers")
                        .source(PAPER),
                numbers("tax.initial_rates", 0, 0, 0)
                        .from(0)
                        .to(1)
                        .means("phi_0, a rate for each bracket")
                        .source(PAPER),
                whole("tax.period", 50)
                        .from(1)
                        .means("steps from one decision of the principal to the next")
                        .source(PAPER),
                flag("tax.opens_with_decision", false)
                        .means(
                                "whether the principal decides before an episode's first period; if not, phi_0 holds in it")
                        .source(PAPER),
                number("tax.delta", Double.POSITIVE_INFINITY)
                        .above(0)
                        .means("greatest divergence D(phi_0, phi) allowed; .inf is no bound")
                        .source(PAPER),
                choice("tax.divergence", "l1", "l2", "linf")
                        .means("D, measured on rates")
                        .source(OURS),
                choice("tax.annealing", "bound", "transfer", "none")
                        .means("what the ramp scales: the greatest rate that can be set, or the transfers themselves")
                        .source(PAPER),
                number("tax.free", 0)
                        .from(0)
                        .to(1)
                        .means("fraction of the rounds without tax, before the ramp: the curriculum's first phase")
                        .source(CODE),
                number("tax.ramp", 0.02)
                        .from(0)
                        .to(1)
                        .means("fraction of the rounds that the ramp takes")
                        .source(CODE),
                number("tax.ramp_start", 0.1)
                        .from(0)
                        .to(1)
                        .means("where the ramp starts")
                        .source(CODE));
    }

    static List<Key> principal() {
        List<Key> keys = new ArrayList<>();
        keys.add(choice("principal.kind", "ppo", "random", "fixed")
                .means("learns, draws rates at random, or leaves phi_0 in force")
                .source(PAPER));
        keys.add(flag("principal.learns", true)
                .means("false: its parameters never move, as in the published code")
                .source(PAPER));
        keys.add(whole("principal.levels", 11)
                .from(2)
                .to(1001)
                .means("rates it can choose from, 0 to 1 in even steps")
                .source(CODE));
        keys.add(flag("principal.keep", true)
                .means("whether it may also keep a rate as it is")
                .source(CODE));
        keys.add(choice("principal.reward", "period_change", "step_change")
                .means("change of the cumulative objective a period, or of the objective of a single step")
                .source(PAPER));
        keys.add(number("principal.reward_scale", 0.01)
                .above(0)
                .means("what changes of the objective are multiplied by for learning, so that values stay near 1")
                .source(OURS));
        keys.addAll(LearnerKeys.ppo("principal", 16));
        return keys;
    }
}
