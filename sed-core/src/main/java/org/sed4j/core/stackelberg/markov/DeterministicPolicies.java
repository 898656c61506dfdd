package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.stackelberg.Certificate;
import org.sed4j.core.stackelberg.Deviation;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.Profiles;

/**
 * The deterministic memoryless policies Π_i = A_i^Ω_i of a finite game, enumerated: the normal form that they make of it,
 * and certificates against deviations to them.
 *
 * @paper 002, Definitions 2.2 and 2.3 (Π_i)
 */
public final class DeterministicPolicies {
    private DeterministicPolicies() {}

    /** A player's policies, numbered: choice j of a profile is the action at observation j. */
    static Profiles of(FinitePomg game, int player) {
        int[] sizes = new int[game.observations(player).size()];
        Arrays.fill(sizes, game.actions(player).size());
        return Profiles.of(sizes);
    }

    /** Policy number p of a player. */
    public static MemorylessPolicy policy(FinitePomg game, int player, int p) {
        return MemorylessPolicy.pure(
                game.actions(player).size(), of(game, player).at(p));
    }

    /** A profile of policies by its number in {@link #normalForm}. */
    public static List<MemorylessPolicy> profile(FinitePomg game, Profiles profiles, int number) {
        List<MemorylessPolicy> policies = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            policies.add(policy(game, i, profiles.choice(number, i)));
        }
        return policies;
    }

    /**
     * The normal-form game whose actions are the deterministic memoryless policies and whose payoffs are expected returns:
     * what the matrix solvers can be asked about.
     *
     * @throws IllegalArgumentException with the count and the limit if there are too many policies or profiles
     */
    public static NormalFormGame normalForm(FinitePomg game) {
        List<List<String>> names = new ArrayList<>();
        int[] sizes = new int[game.players()];
        for (int i = 0; i < sizes.length; i++) {
            Profiles own = of(game, i);
            List<String> policies = new ArrayList<>();
            for (int p = 0; p < own.count(); p++) {
                policies.add(name(game, i, own.at(p)));
            }
            sizes[i] = own.count();
            names.add(policies);
        }
        Profiles profiles = Profiles.of(sizes);
        double[][] payoffs = new double[sizes.length][profiles.count()];
        Situations situations = new Situations(game);
        for (int number = 0; number < profiles.count(); number++) {
            double[] returns = Returns.of(game, situations, profile(game, profiles, number));
            for (int i = 0; i < sizes.length; i++) {
                payoffs[i][number] = returns[i];
            }
        }
        return NormalFormGame.of(names, payoffs);
    }

    private static String name(FinitePomg game, int player, int[] plays) {
        List<String> parts = new ArrayList<>();
        for (int o = 0; o < plays.length; o++) {
            parts.add(game.observations(player).get(o) + "->"
                    + game.actions(player).get(plays[o]));
        }
        return String.join(" ", parts);
    }

    /**
     * How far a profile of policies is from a Nash equilibrium among deterministic memoryless policies; the deviation tells
     * the action at each observation.
     *
     * @paper 002, Definition 2.4 (the δ of an (ε, δ)-SSMNE)
     */
    public static Certificate nash(FinitePomg game, List<MemorylessPolicy> policies) {
        double[] returns = Returns.of(game, policies);
        List<Certificate.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            BestResponse best = BestResponse.of(game, policies, i);
            List<Integer> plays = new ArrayList<>();
            best.policy().byObservation().forEach(distribution -> plays.add(distribution.mode()));
            gaps.add(new Certificate.Gap(Math.max(best.lower() - returns[i], 0), new Deviation(i, 0, plays)));
        }
        return new Certificate(Certificate.Concept.NASH, Certificate.Proof.EXACT, gaps);
    }
}
