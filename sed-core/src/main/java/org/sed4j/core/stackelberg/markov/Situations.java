package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Markov chain behind a partially observable game under memoryless policies: its nodes are the pairs (state, joint
 * observation) that can occur.
 */
final class Situations {
    private final FinitePomg game;
    private final List<Integer> states = new ArrayList<>();
    private final List<Integer> observations = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Integer, Double> initial = new HashMap<>();

    Situations(FinitePomg game) {
        this.game = game;
        for (int k = 0; k < game.initial().outcomes().size(); k++) {
            int s = game.initial().outcomes().get(k);
            double chance = game.initial().probabilities().get(k);
            Sparse seen = game.firstObserved(s);
            for (int o = 0; o < seen.outcomes().size(); o++) {
                int node = number(s, seen.outcomes().get(o));
                initial.merge(node, chance * seen.probabilities().get(o), Double::sum);
            }
        }
        for (int node = 0; node < states.size(); node++) { // grows as it goes
            for (int a = 0; a < game.actionProfiles().count(); a++) {
                follow(node, a, (next, chance) -> {});
            }
        }
    }

    private int number(int state, int observation) {
        long key = (long) state * game.observationProfiles().count() + observation;
        return numbers.computeIfAbsent(key, unseen -> {
            states.add(state);
            observations.add(observation);
            return states.size() - 1;
        });
    }

    int count() {
        return states.size();
    }

    int state(int node) {
        return states.get(node);
    }

    /** What a player sees at a node. */
    int observation(int node, int player) {
        return game.observationProfiles().choice(observations.get(node), player);
    }

    Map<Integer, Double> initial() {
        return initial;
    }

    /** Takes a node and its probability. */
    @FunctionalInterface
    interface Visitor {
        void visit(int node, double chance);
    }

    /** Visits the nodes that may follow one, if that joint action is played. */
    void follow(int node, int jointAction, Visitor visitor) {
        Sparse next = game.next(states.get(node), jointAction);
        for (int k = 0; k < next.outcomes().size(); k++) {
            int arrived = next.outcomes().get(k);
            Sparse seen = game.observed(arrived, jointAction);
            for (int o = 0; o < seen.outcomes().size(); o++) {
                visitor.visit(
                        number(arrived, seen.outcomes().get(o)),
                        next.probabilities().get(k) * seen.probabilities().get(o));
            }
        }
    }

    /** The probability of a joint action at a node; player {@code except}'s factor left out, nobody's if that is -1. */
    double chance(List<MemorylessPolicy> policies, int node, int jointAction, int except) {
        double chance = 1;
        for (int i = 0; i < game.players() && chance > 0; i++) {
            if (i != except) {
                chance *= policies.get(i)
                        .byObservation()
                        .get(observation(node, i))
                        .get(game.actionProfiles().choice(jointAction, i));
            }
        }
        return chance;
    }

    /** The expectation of a number per node over how the game begins. */
    double atStart(double[] values) {
        double sum = 0;
        for (Map.Entry<Integer, Double> start : initial.entrySet()) {
            sum += start.getValue() * values[start.getKey()];
        }
        return sum;
    }
}
