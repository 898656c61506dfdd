package org.sed4j.core.stackelberg.markov;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Profiles;

/**
 * A finite partially observable Markov game M = (S, A, T, r, Ω, B, γ, μ_0), in tables.
 *
 * <p>At every step each player sees its observation, all act, rewards r(s, a) are paid, the next state is drawn from T(· |
 * s, a), and the next observations from B(· | s', a), a being the actions that led to s'. The first observations have no
 * action before them and are drawn from B_0(· | s). Immutable.
 *
 * @paper 002, Definition 2.2; 000, Definition 3. Deviations: B_0 is added, the papers being silent on the first observation;
 *     a game may end after a fixed number of steps, and γ may then be 1 (the proof of Proposition 1 of 000 sums without
 *     discount)
 */
public final class FinitePomg {
    private final Builder parts;
    private final List<List<Sparse>> transitions;
    private final List<List<Sparse>> observations;
    private final List<Sparse> firstObservations;
    private final Sparse initial;
    private final double[][][] rewards;

    /** Rewards of a state and a joint action, one for each player. */
    @FunctionalInterface
    public interface Rewards {
        /** r(s, a), n numbers. */
        double[] at(int state, int jointAction);
    }

    /** A distribution that depends on a state and a joint action. */
    @FunctionalInterface
    public interface Kernel {
        /** The distribution, over all states or over all joint observations. */
        Distribution at(int state, int jointAction);
    }

    private FinitePomg(Builder parts) {
        this.parts = parts;
        Tables tables = new Tables(parts.states, parts.actionProfiles);
        int seen = parts.observationProfiles.count();
        transitions = tables.of(parts.transition, parts.states.size(), "T");
        observations = parts.seenByState ? List.of() : tables.of(parts.observation, seen, "B");
        firstObservations = tables.of(parts.firstObservation, seen, "B_0");
        rewards = tables.of(parts.reward);
        initial = Sparse.of(parts.initial, parts.states.size(), "mu_0");
    }

    /**
     * Begins a game.
     *
     * @param states what the states are called
     * @param actions what each player's actions are called
     * @param observations what each player's observations are called
     */
    public static Builder of(List<String> states, List<List<String>> actions, List<List<String>> observations) {
        return new Builder(states, actions, observations);
    }

    /** n. */
    public int players() {
        return parts.actionProfiles.players();
    }

    /** What the states are called. */
    public List<String> states() {
        return parts.states;
    }

    /** What player i's actions are called. */
    public List<String> actions(int player) {
        return parts.actions.get(player);
    }

    /** What player i's observations are called. */
    public List<String> observations(int player) {
        return parts.observations.get(player);
    }

    /** A, numbered. */
    public Profiles actionProfiles() {
        return parts.actionProfiles;
    }

    /** Ω, numbered. */
    public Profiles observationProfiles() {
        return parts.observationProfiles;
    }

    /** γ. */
    public double discount() {
        return parts.discount;
    }

    /** After how many steps the game ends; empty if never. */
    public OptionalInt horizon() {
        return parts.horizon > 0 ? OptionalInt.of(parts.horizon) : OptionalInt.empty();
    }

    /** r_i(s, a). */
    public double reward(int player, int state, int jointAction) {
        return rewards[state][jointAction][player];
    }

    Sparse initial() {
        return initial;
    }

    Sparse next(int state, int jointAction) {
        return transitions.get(state).get(jointAction);
    }

    Sparse observed(int state, int jointAction) {
        return parts.seenByState
                ? firstObservations.get(state)
                : observations.get(state).get(jointAction);
    }

    Sparse firstObserved(int state) {
        return firstObservations.get(state);
    }

    /** Gathers the parts of a game; {@link #build} checks them. */
    public static final class Builder {
        private final List<String> states;
        private final List<List<String>> actions;
        private final List<List<String>> observations;
        private final Profiles actionProfiles;
        private final Profiles observationProfiles;
        private Kernel transition;
        private Kernel observation;
        private IntFunction<Distribution> firstObservation;
        private Rewards reward;
        private Distribution initial;
        private double discount;
        private int horizon;
        private boolean seenByState;

        private Builder(List<String> states, List<List<String>> actions, List<List<String>> observations) {
            this.states = List.copyOf(states);
            this.actions = actions.stream().map(List::copyOf).toList();
            this.observations = observations.stream().map(List::copyOf).toList();
            Require.atLeast(states.size(), 1, "states");
            this.actionProfiles =
                    Profiles.of(actions.stream().mapToInt(List::size).toArray());
            this.observationProfiles =
                    Profiles.of(observations.stream().mapToInt(List::size).toArray());
            Require.that(
                    actions.size() == observations.size(),
                    "players with observations",
                    observations.size(),
                    "must be " + actions.size() + ", the players with actions",
                    "a player was added without its observations");
            this.transition = (s, a) -> Distribution.pure(states.size(), s);
            this.observation = (s, a) -> Distribution.uniform(observationProfiles.count());
            this.firstObservation = s -> observation.at(s, 0);
            this.reward = (s, a) -> new double[actions.size()];
            this.initial = Distribution.pure(states.size(), 0);
            this.horizon = 1;
            this.discount = 1;
        }

        /** T(· | s, a); the state stays unless this is said. */
        public Builder transition(Kernel kernel) {
            transition = kernel;
            return this;
        }

        /** r(s, a); 0 unless this is said. */
        public Builder reward(Rewards rewards) {
            reward = rewards;
            return this;
        }

        /** B(· | s', a) over joint observations; {@link #firstObservation} too if that does not depend on a. */
        public Builder observation(Kernel kernel) {
            observation = kernel;
            seenByState = false;
            return this;
        }

        /** B_0(· | s) over joint observations; B(· | s, the first joint action) unless this is said. */
        public Builder firstObservation(IntFunction<Distribution> kernel) {
            firstObservation = kernel;
            seenByState = false;
            return this;
        }

        /** Every player sees the joint observation of that number in a state, whatever was done. */
        public Builder observing(IntFunction<Integer> jointObservation) {
            int count = observationProfiles.count();
            firstObservation = s -> Distribution.pure(count, jointObservation.apply(s));
            observation = (s, a) -> firstObservation.apply(s);
            seenByState = true;
            return this;
        }

        /** μ_0; state 0 unless this is said. */
        public Builder initial(Distribution distribution) {
            initial = distribution;
            return this;
        }

        /** A game without end, γ ∈ [0, 1). */
        public Builder forEver(double gamma) {
            Require.that(
                    gamma >= 0 && gamma < 1,
                    "gamma",
                    gamma,
                    "must lie in [0, 1) where a game never ends",
                    "a horizon was meant: use steps");
            discount = gamma;
            horizon = 0;
            return this;
        }

        /** A game of so many steps, γ ∈ [0, 1]. One undiscounted step unless this or {@link #forEver} is said. */
        public Builder steps(int count, double gamma) {
            horizon = Require.atLeast(count, 1, "steps");
            discount = Require.within(gamma, 0, 1, "gamma");
            return this;
        }

        /**
         * The game.
         *
         * @throws IllegalArgumentException naming the table and the entry that is wrong
         */
        public FinitePomg build() {
            return new FinitePomg(this);
        }
    }
}
