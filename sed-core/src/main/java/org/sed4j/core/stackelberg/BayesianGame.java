package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.sed4j.core.game.Require;

/**
 * A finite Bayesian game: n players with types T_i, a prior D over type profiles that may be correlated, actions A_i, and
 * payoffs P_i(t, a).
 *
 * <p>The papers let P_i depend on player i's own type; here it may depend on all of them. Immutable. Axes of the payoffs:
 * n players, |T| type profiles, |A| profiles.
 *
 * @paper 003, section 2 (Bayesian extension) and Definition 3.2
 */
public final class BayesianGame {
    private final List<List<String>> types;
    private final List<List<String>> actions;
    private final Profiles typeProfiles;
    private final Profiles profiles;
    private final Distribution prior;
    private final double[][][] payoffs;

    private BayesianGame(
            List<List<String>> types,
            List<List<String>> actions,
            Distribution prior,
            Profiles typeProfiles,
            Profiles profiles,
            double[][][] payoffs) {
        this.types = types;
        this.actions = actions;
        this.prior = prior;
        this.typeProfiles = typeProfiles;
        this.profiles = profiles;
        this.payoffs = payoffs;
    }

    /**
     * The game with these payoffs.
     *
     * @param types what each player's types are called
     * @param prior D, over type profiles as {@link Profiles} numbers them
     * @param actions what each player's actions are called, whatever the type
     * @param payoffs [n][|T|][|A|]
     * @throws IllegalArgumentException as for {@link NormalFormGame#of}, and if the prior is over other type profiles
     */
    public static BayesianGame of(
            List<List<String>> types, Distribution prior, List<List<String>> actions, double[][][] payoffs) {
        Require.that(
                types.size() == actions.size() && payoffs.length == types.size(),
                "players",
                types.size() + " with types, " + actions.size() + " with actions, " + payoffs.length + " with payoffs",
                "must be the same number",
                "the leader's payoffs are among the followers'");
        Profiles typeProfiles = Profiles.of(types.stream().mapToInt(List::size).toArray());
        Profiles profiles = Profiles.of(actions.stream().mapToInt(List::size).toArray());
        Require.that(
                prior.size() == typeProfiles.count(),
                "type profiles of the prior",
                prior.size(),
                "must be " + typeProfiles.count() + ", the profiles of types " + types,
                "it was made for other types");
        double[][][] copy = new double[payoffs.length][typeProfiles.count()][];
        for (int i = 0; i < payoffs.length; i++) {
            Require.that(
                    payoffs[i].length == typeProfiles.count(),
                    "type profiles of the payoffs of player " + i,
                    payoffs[i].length,
                    "must be " + typeProfiles.count(),
                    "the payoffs are ragged");
            for (int t = 0; t < typeProfiles.count(); t++) {
                copy[i][t] = NormalFormGame.checked(
                        payoffs[i][t], profiles, "player " + i + " under types " + Arrays.toString(typeProfiles.at(t)));
            }
        }
        return new BayesianGame(copied(types), copied(actions), prior, typeProfiles, profiles, copy);
    }

    private static List<List<String>> copied(List<List<String>> names) {
        return names.stream().map(List::copyOf).toList();
    }

    /** A game of complete information: everybody has one type. */
    public static BayesianGame of(NormalFormGame game) {
        List<List<String>> actions = new ArrayList<>();
        List<List<String>> types = new ArrayList<>();
        double[][][] payoffs = new double[game.players()][][];
        for (int i = 0; i < payoffs.length; i++) {
            actions.add(game.actions(i));
            types.add(List.of("-"));
            payoffs[i] = new double[][] {game.payoffs(i)};
        }
        return of(types, Distribution.pure(1, 0), actions, payoffs);
    }

    /** n. */
    public int players() {
        return payoffs.length;
    }

    /** T, numbered. */
    public Profiles typeProfiles() {
        return typeProfiles;
    }

    /** A, numbered. */
    public Profiles profiles() {
        return profiles;
    }

    /** What player i's types are called. */
    public List<String> types(int player) {
        return types.get(player);
    }

    /** What player i's actions are called. */
    public List<String> actions(int player) {
        return actions.get(player);
    }

    /** D. */
    public Distribution prior() {
        return prior;
    }

    /** P_i(t, a). */
    public double payoff(int player, int types, int profile) {
        return payoffs[player][types][profile];
    }

    /** Whether everybody has one type. */
    public boolean isComplete() {
        return typeProfiles.count() == 1;
    }

    /** The probability of each of player i's types. */
    public double[] marginal(int player) {
        double[] marginal = new double[typeProfiles.size(player)];
        for (int t = 0; t < typeProfiles.count(); t++) {
            marginal[typeProfiles.choice(t, player)] += prior.get(t);
        }
        return marginal;
    }

    /**
     * Pure strategies s_i: T_i → A_i, numbered for every player: strategy s of player i plays
     * {@link #action}(i, s, type).
     *
     * @throws IllegalArgumentException with the count and the limit if there are too many profiles of them
     */
    public Profiles strategies() {
        int[] sizes = new int[players()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Profiles.enumerable(
                    Math.pow(profiles.size(i), typeProfiles.size(i)), "pure strategies of player " + i);
        }
        return Profiles.of(sizes);
    }

    /** What pure strategy s of player i plays as a type: digit {@code type} of s in base |A_i|, the first type's slowest. */
    public int action(int player, int strategy, int type) {
        int digit = strategy;
        for (int k = typeProfiles.size(player) - 1; k > type; k--) {
            digit /= profiles.size(player);
        }
        return digit % profiles.size(player);
    }

    /** The action profile that a profile of pure strategies plays under a type profile. */
    public int play(Profiles strategies, int strategyProfile, int typeProfile) {
        int profile = 0;
        for (int i = 0; i < players(); i++) {
            int action = action(i, strategies.choice(strategyProfile, i), typeProfiles.choice(typeProfile, i));
            profile = profiles.with(profile, i, action);
        }
        return profile;
    }

    /**
     * The response t ↦ Dirac(s(t)) of a profile of pure strategies.
     *
     * @throws IndexOutOfBoundsException if there is no such profile
     */
    public Response respond(Profiles strategies, int strategyProfile) {
        Objects.checkIndex(strategyProfile, strategies.count());
        List<Distribution> byType = new ArrayList<>();
        for (int t = 0; t < typeProfiles.count(); t++) {
            byType.add(Distribution.pure(profiles.count(), play(strategies, strategyProfile, t)));
        }
        return new Response(byType);
    }
}
