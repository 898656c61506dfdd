package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Profiles;

/**
 * A one-shot mechanism design problem (n, T, O, t, u, u_0) with finitely many types: who the agents may be, and what they
 * and the principal want.
 *
 * @param types T_i for each agent
 * @param prior how type profiles are distributed, as {@link Profiles} numbers them; may be correlated
 * @param utility u_i(o, t_i)
 * @param principal u_0
 * @param <T> types
 * @param <O> outcomes
 * @paper 002, Definition 2.5; 000, Definition 6. Deviation: u_0 is a function of the outcome and the true types, which a
 *     mechanism and its actions determine, so that it may be welfare
 */
public record MechanismDesign<T, O>(
        List<List<T>> types, Distribution prior, Utility<T, O> utility, Principal<T, O> principal) {

    /** What an agent gets. */
    @FunctionalInterface
    public interface Utility<T, O> {
        /** u_i(o, t_i). */
        double of(int agent, O outcome, T type);
    }

    /** What the mechanism designer wants. */
    @FunctionalInterface
    public interface Principal<T, O> {
        /** u_0 of an outcome when these are the true types. */
        double of(List<T> types, O outcome);
    }

    public MechanismDesign {
        types = types.stream().map(List::copyOf).toList();
        Require.that(
                prior.size() == Profiles.of(sizes(types)).count(),
                "type profiles of the prior",
                prior.size(),
                "must be " + Profiles.of(sizes(types)).count() + ", the profiles of types " + types,
                "it knows a type that no agent has");
    }

    private static <X> int[] sizes(List<List<X>> lists) {
        return lists.stream().mapToInt(List::size).toArray();
    }

    /** n. */
    public int agents() {
        return types.size();
    }

    /** T, numbered. */
    public Profiles typeProfiles() {
        return Profiles.of(sizes(types));
    }

    /** The types of a profile. */
    public List<T> types(int profile) {
        return choices(types, typeProfiles(), profile);
    }

    static <X> List<X> choices(List<List<X>> lists, Profiles profiles, int profile) {
        List<X> choices = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            choices.add(lists.get(i).get(profiles.choice(profile, i)));
        }
        return choices;
    }

    /**
     * The Bayesian game that a mechanism induces among the agents, and what the principal gets from it. Its pure
     * equilibria are {@link org.sed4j.core.stackelberg.PureEquilibria}'s.
     *
     * @throws IllegalArgumentException if the mechanism is for another number of agents or a utility is not finite
     */
    public <A> InducedGame induce(Mechanism<A, O> mechanism) {
        List<List<A>> actions = mechanism.actions();
        Require.that(
                actions.size() == agents(),
                "agents of the mechanism",
                actions.size(),
                "must be " + agents(),
                "it was made for another problem");
        Profiles typeProfiles = typeProfiles();
        Profiles profiles = Profiles.of(sizes(actions));
        double[][][] payoffs = new double[agents()][typeProfiles.count()][profiles.count()];
        double[][] leader = new double[typeProfiles.count()][profiles.count()];
        for (int a = 0; a < profiles.count(); a++) {
            O outcome = mechanism.outcome(choices(actions, profiles, a));
            for (int t = 0; t < typeProfiles.count(); t++) {
                List<T> own = choices(types, typeProfiles, t);
                leader[t][a] = principal.of(own, outcome);
                for (int i = 0; i < agents(); i++) {
                    payoffs[i][t][a] = utility.of(i, outcome, own.get(i));
                }
            }
        }
        return InducedGame.of(BayesianGame.of(names(types), prior, names(actions), payoffs), leader);
    }

    private static <X> List<List<String>> names(List<List<X>> lists) {
        return lists.stream()
                .map(list -> list.stream().map(String::valueOf).toList())
                .toList();
    }

    /** The direct-revelation mechanism with that outcome rule: actions are types. */
    public Mechanism<T, O> direct(Function<List<T>, O> rule) {
        return Mechanism.of(types, rule);
    }
}
