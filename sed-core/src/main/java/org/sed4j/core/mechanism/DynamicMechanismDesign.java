package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.markov.Returns;

/**
 * A dynamic mechanism design problem (n, T, O, u, p, H): as with stochastic agents, but mechanism and agents remember the
 * public history of all actions and outcomes.
 *
 * @param problem types, kernel, utilities and the number of steps
 * @paper 000, Definition 8
 */
public record DynamicMechanismDesign(StochasticMechanismDesign problem) {

    /**
     * One entry (a, o) of the public history.
     *
     * @param actions the action profile, by number
     * @param outcome what the mechanism made of it
     */
    public record Play(int actions, int outcome) {}

    /** A mechanism with memory. */
    public interface WithHistory {
        /** What each agent's actions are called, whatever the history. */
        List<List<String>> actions();

        /** g(h, a). */
        int outcome(List<Play> history, int actions);
    }

    /** A pure strategy profile with memory. */
    @FunctionalInterface
    public interface Strategies {
        /** s_i(h, t_i), an action by number. */
        int act(int agent, List<Play> history, int type);
    }

    /**
     * The distribution of the agents' discounted utilities, by the definition: every course that types may take is
     * followed, with the history kept.
     *
     * @return from the vector of utilities (to 1e-9) to its probability
     */
    public Map<List<Double>, Double> returns(WithHistory mechanism, Strategies strategies) {
        Profiles profiles =
                Profiles.of(mechanism.actions().stream().mapToInt(List::size).toArray());
        Map<List<Double>, Double> distribution = new HashMap<>();
        Courses courses = new Courses(problem, mechanism, strategies, profiles, distribution);
        int agents = problem.types().size();
        problem.initial().forEach((types, chance) -> courses.from(List.of(), types, chance, new double[agents], 1));
        return distribution;
    }

    private record Courses(
            StochasticMechanismDesign problem,
            WithHistory mechanism,
            Strategies strategies,
            Profiles profiles,
            Map<List<Double>, Double> distribution) {

        void from(List<Play> history, int types, double chance, double[] utilities, double weight) {
            if (history.size() == problem.steps()) {
                Returns.add(distribution, utilities, chance);
                return;
            }
            Profiles typeProfiles = problem.typeProfiles();
            int actions = 0;
            for (int i = 0; i < utilities.length; i++) {
                actions = profiles.with(actions, i, strategies.act(i, history, typeProfiles.choice(types, i)));
            }
            int outcome = mechanism.outcome(history, actions);
            double[] paid = utilities.clone();
            for (int i = 0; i < paid.length; i++) {
                paid[i] += weight * problem.utility().of(i, outcome, typeProfiles.choice(types, i));
            }
            List<Play> longer = new ArrayList<>(history);
            longer.add(new Play(actions, outcome));
            problem.kernel()
                    .next(types, outcome)
                    .forEach((next, then) -> from(longer, next, chance * then, paid, weight * problem.discount()));
        }
    }
}
