package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.markov.FinitePomg;

/**
 * A mechanism design problem with stochastic agents (n, T, O, u, p): private types that move with the outcomes, and agents
 * who care for the whole course of them. Types and outcomes are numbered.
 *
 * <p>Immutable if its functions are.
 *
 * @paper 000, Definition 7. Deviation: a number of steps and a discount are part of the problem
 */
public final class StochasticMechanismDesign {
    private final List<List<String>> types;
    private final Map<Integer, Double> initial;
    private final TypeKernel kernel;
    private final OutcomeUtility utility;
    private final int steps;
    private final double discount;

    /** How types move. */
    @FunctionalInterface
    public interface TypeKernel {
        /** p(· | t, o): the type profiles that may follow, by number, with their probabilities. */
        Map<Integer, Double> next(int typeProfile, int outcome);
    }

    /** What an agent gets. */
    @FunctionalInterface
    public interface OutcomeUtility {
        /** u_i(o, t_i). */
        double of(int agent, int outcome, int type);
    }

    /**
     * The problem.
     *
     * @param types what each agent's types are called
     * @param initial the type profiles to begin with, as {@link Profiles} numbers them, and their probabilities
     * @param kernel p
     * @param utility u
     * @param steps how often the mechanism is run, at least 1
     * @param discount of utilities per step, in [0, 1]
     */
    public StochasticMechanismDesign(
            List<List<String>> types,
            Map<Integer, Double> initial,
            TypeKernel kernel,
            OutcomeUtility utility,
            int steps,
            double discount) {
        this.types = types.stream().map(List::copyOf).toList();
        this.initial = Map.copyOf(initial);
        this.kernel = kernel;
        this.utility = utility;
        this.steps = Require.atLeast(steps, 1, "steps");
        this.discount = Require.within(discount, 0, 1, "discount");
        Distribution.of(
                initial.values().stream().mapToDouble(Double::doubleValue).toArray());
        Profiles profiles = typeProfiles();
        initial.keySet()
                .forEach(profile -> Require.that(
                        profile >= 0 && profile < profiles.count(),
                        "initial type profile",
                        profile,
                        "must be from 0 to " + (profiles.count() - 1),
                        "the distribution knows a type that no agent has"));
    }

    /** T, numbered. */
    public Profiles typeProfiles() {
        return Profiles.of(types.stream().mapToInt(List::size).toArray());
    }

    /** What each agent's types are called. */
    public List<List<String>> types() {
        return types;
    }

    /** How often the mechanism is run. */
    public int steps() {
        return steps;
    }

    /** Discount per step. */
    public double discount() {
        return discount;
    }

    /** The type profiles to begin with. */
    public Map<Integer, Double> initial() {
        return initial;
    }

    /** p. */
    public TypeKernel kernel() {
        return kernel;
    }

    /** u. */
    public OutcomeUtility utility() {
        return utility;
    }

    /**
     * The Markov game that a mechanism induces: S are the type profiles that can occur, each agent observes its own type,
     * actions are reports, T = p(· | t, g(a)), r_i = u_i(g(a), t_i).
     *
     * @paper 000, proof of Proposition 1 (mechanism design with stochastic agents as a Stackelberg-Markov game)
     */
    public FinitePomg toPomg(FiniteMechanism mechanism) {
        Profiles profiles = mechanism.profiles();
        Profiles typeProfiles = typeProfiles();
        int[] outcomes = new int[profiles.count()];
        for (int a = 0; a < outcomes.length; a++) {
            outcomes[a] = mechanism.rule().applyAsInt(a);
        }
        Map<Integer, Integer> states = reachable(outcomes);
        List<Integer> reached = new ArrayList<>(states.keySet());
        List<String> names = new ArrayList<>();
        for (int profile : reached) {
            names.add(name(typeProfiles, profile));
        }
        return FinitePomg.of(names, mechanism.actions(), types)
                .initial(distribution(initial, states))
                .transition((s, a) -> distribution(kernel.next(reached.get(s), outcomes[a]), states))
                .observing(reached::get)
                .reward((s, a) -> rewards(typeProfiles, reached.get(s), outcomes[a]))
                .steps(steps, discount)
                .build();
    }

    private double[] rewards(Profiles typeProfiles, int profile, int outcome) {
        double[] rewards = new double[types.size()];
        for (int i = 0; i < rewards.length; i++) {
            rewards[i] = utility.of(i, outcome, typeProfiles.choice(profile, i));
        }
        return rewards;
    }

    private String name(Profiles typeProfiles, int profile) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            parts.add(types.get(i).get(typeProfiles.choice(profile, i)));
        }
        return String.join(",", parts);
    }

    /** Type profiles that can occur, numbered in the order in which they are met. */
    private Map<Integer, Integer> reachable(int[] outcomes) {
        Map<Integer, Integer> states = new LinkedHashMap<>();
        List<Integer> queue = new ArrayList<>();
        initial.keySet().stream().sorted().forEach(profile -> {
            states.put(profile, states.size());
            queue.add(profile);
        });
        int[] distinct = Arrays.stream(outcomes).distinct().toArray();
        for (int k = 0; k < queue.size(); k++) {
            for (int outcome : distinct) {
                for (int next : kernel.next(queue.get(k), outcome).keySet()) {
                    if (states.putIfAbsent(next, states.size()) == null) {
                        queue.add(next);
                    }
                }
            }
        }
        return states;
    }

    private static Distribution distribution(Map<Integer, Double> chances, Map<Integer, Integer> states) {
        double[] probabilities = new double[states.size()];
        chances.forEach((profile, chance) -> probabilities[states.getOrDefault(profile, 0)] += chance);
        return Distribution.of(probabilities);
    }
}
