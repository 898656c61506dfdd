package org.sed4j.core.mechanism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.mechanism.DynamicMechanismDesign.Play;
import org.sed4j.core.mechanism.DynamicMechanismDesign.Strategies;
import org.sed4j.core.mechanism.DynamicMechanismDesign.WithHistory;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.markov.MemorylessPolicy;

/**
 * A dynamic mechanism and its problem without memory: the history is made part of the types, T' = H × T, and of the actions,
 * A' = H × A, so that p'((h', t') | (h, t), o) = 1[h' = h + (a, o)] · p(t' | t, o), u' ignores h and g'(h, a) = g(h, a).
 *
 * <p>Histories are numbered in the order of their length; they are kept up to the number of steps, less one (nothing is
 * done after the last). Exponential in the steps.
 *
 * @paper 000, proof of Proposition 1. Deviations: p' of the paper lets the history grow by (a, o) but is given only o, so
 *     outcomes here are pairs (h, a), from which o = g(h, a) follows; and where agents report different histories, of which
 *     the paper does not speak, the first agent's counts. Equal returns hold for agents who report h as it is
 */
public final class Markovization {
    private final DynamicMechanismDesign dynamic;
    private final WithHistory mechanism;
    private final Profiles actions;
    private final List<List<Play>> histories = new ArrayList<>();
    private final Map<List<Play>, Integer> numbers = new HashMap<>();

    private Markovization(DynamicMechanismDesign dynamic, WithHistory mechanism) {
        this.dynamic = dynamic;
        this.mechanism = mechanism;
        this.actions =
                Profiles.of(mechanism.actions().stream().mapToInt(List::size).toArray());
        int longest = dynamic.problem().steps() - 1;
        Profiles.enumerable(Math.pow(actions.count(), longest), "histories of " + longest + " steps");
        number(List.of());
        for (int k = 0; k < histories.size(); k++) {
            for (int a = 0; a < actions.count() && histories.get(k).size() < longest; a++) {
                number(extended(histories.get(k), a));
            }
        }
    }

    /** Markovizes a mechanism for a problem. */
    public static Markovization of(DynamicMechanismDesign dynamic, WithHistory mechanism) {
        return new Markovization(dynamic, mechanism);
    }

    private void number(List<Play> history) {
        numbers.put(history, histories.size());
        histories.add(history);
    }

    private List<Play> extended(List<Play> history, int a) {
        List<Play> longer = new ArrayList<>(history);
        longer.add(new Play(a, mechanism.outcome(history, a)));
        return List.copyOf(longer);
    }

    /** |H|, histories that can occur before the last step. */
    public int histories() {
        return histories.size();
    }

    /** (n, T', O', u', p'). Type (h, t_i) of agent i is number h · |T_i| + t_i. */
    public StochasticMechanismDesign problem() {
        StochasticMechanismDesign before = dynamic.problem();
        List<List<String>> types = new ArrayList<>();
        for (List<String> own : before.types()) {
            types.add(paired(own));
        }
        Profiles typeProfiles = before.typeProfiles();
        Map<Integer, Double> initial = new LinkedHashMap<>();
        before.initial().forEach((t, chance) -> initial.put(remembering(0, t), chance));
        return new StochasticMechanismDesign(
                types,
                initial,
                this::next,
                (i, outcome, type) -> before.utility().of(i, plain(outcome), type % typeProfiles.size(i)),
                before.steps(),
                before.discount());
    }

    private List<String> paired(List<String> names) {
        List<String> pairs = new ArrayList<>();
        for (int h = 0; h < histories.size(); h++) {
            for (String name : names) {
                pairs.add("h" + h + ":" + name);
            }
        }
        return pairs;
    }

    /** The outcome that a pair (h, a) stands for. */
    private int plain(int outcome) {
        return mechanism.outcome(histories.get(outcome / actions.count()), outcome % actions.count());
    }

    /** The profile in which everybody remembers h and has their type in t. */
    private int remembering(int h, int t) {
        Profiles before = dynamic.problem().typeProfiles();
        int profile = 0;
        for (int i = 0; i < before.players(); i++) {
            profile = profile * histories.size() * before.size(i) + h * before.size(i) + before.choice(t, i);
        }
        return profile;
    }

    private Map<Integer, Double> next(int profile, int outcome) {
        Profiles before = dynamic.problem().typeProfiles();
        int t = 0;
        int h = 0;
        int rest = profile;
        for (int i = before.players() - 1; i >= 0; i--) {
            int type = rest % (histories.size() * before.size(i));
            rest /= histories.size() * before.size(i);
            h = type / before.size(i);
            t = before.with(t, i, type % before.size(i));
        }
        int remembered = numbers.getOrDefault(extended(histories.get(h), outcome % actions.count()), h);
        Map<Integer, Double> chances = new LinkedHashMap<>();
        dynamic.problem()
                .kernel()
                .next(t, plain(outcome))
                .forEach((then, chance) -> chances.merge(remembering(remembered, then), chance, Double::sum));
        return chances;
    }

    /** ({A'_i}, g'). Action (h, a_i) of agent i is number h · |A_i| + a_i. */
    public FiniteMechanism mechanism() {
        List<List<String>> paired = new ArrayList<>();
        for (List<String> own : mechanism.actions()) {
            paired.add(paired(own));
        }
        Profiles profiles = Profiles.of(paired.stream().mapToInt(List::size).toArray());
        return new FiniteMechanism(paired, profile -> {
            int a = 0;
            for (int i = 0; i < actions.players(); i++) {
                a = actions.with(a, i, profiles.choice(profile, i) % actions.size(i));
            }
            int h = profiles.choice(profile, 0) / actions.size(0);
            return h * actions.count() + a;
        });
    }

    /** s'_i(h, t_i) = (h, s_i(h, t_i)): the same strategies, without memory. */
    public List<MemorylessPolicy> policies(Strategies strategies) {
        List<MemorylessPolicy> policies = new ArrayList<>();
        for (int i = 0; i < actions.players(); i++) {
            int types = dynamic.problem().typeProfiles().size(i);
            int[] plays = new int[histories.size() * types];
            for (int h = 0; h < histories.size(); h++) {
                for (int t = 0; t < types; t++) {
                    plays[h * types + t] = h * actions.size(i) + strategies.act(i, histories.get(h), t);
                }
            }
            policies.add(MemorylessPolicy.pure(histories.size() * actions.size(i), plays));
        }
        return policies;
    }
}
