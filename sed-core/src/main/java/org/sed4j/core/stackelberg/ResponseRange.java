package org.sed4j.core.stackelberg;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.lp.Fractions;

/** What a leader may get from one induced game, over the equilibria of one kind. */
final class ResponseRange {
    private ResponseRange() {}

    /** The interval; empty if no equilibrium of that kind exists (pure ones need not). */
    static Optional<Interval> of(InducedGame game, Equilibrium equilibrium, Arithmetic arithmetic) {
        return switch (equilibrium) {
            case CCE, BCCE -> Optional.of(Equilibria.bcce(game, arithmetic));
            case SSE -> pure(game, arithmetic);
            case NASH -> game.followers().players() == 1 ? pure(game, arithmetic) : mixed(game, arithmetic);
        };
    }

    private static Optional<Interval> pure(InducedGame game, Arithmetic arithmetic) {
        Terms terms = Terms.of(game, arithmetic);
        Profiles strategies = game.followers().strategies();
        BayesianGame followers = game.followers();
        int worst = -1;
        int best = -1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s : PureEquilibria.of(terms, 0)) {
            double value = 0;
            for (int t = 0; t < terms.weight.length; t++) {
                value += terms.weight[t] * terms.leader[0][t][followers.play(strategies, s, t)];
            }
            if (value < low) {
                low = value;
                worst = s;
            }
            if (value > high) {
                high = value;
                best = s;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Interval(
                        terms.value(low),
                        terms.value(high),
                        followers.respond(strategies, worst),
                        followers.respond(strategies, best)));
    }

    private static Optional<Interval> mixed(InducedGame game, Arithmetic arithmetic) {
        BayesianGame followers = game.followers();
        Require.that(
                followers.players() == 2 && followers.isComplete(),
                "followers under mixed Nash equilibrium",
                followers.players() + (followers.isComplete() ? "" : " with types"),
                "must be 1, or 2 without types",
                "use sse for pure equilibria, cce or bcce for correlated ones");
        NormalFormGame nash = complete(followers);
        BigFraction[][] leader =
                new BigFraction[nash.profiles().size(0)][nash.profiles().size(1)];
        for (int a = 0; a < nash.profiles().count(); a++) {
            leader[nash.profiles().choice(a, 0)][nash.profiles().choice(a, 1)] = Fractions.simplest(game.leader(0, a));
        }
        MixedEquilibrium worst = null;
        MixedEquilibrium best = null;
        BigFraction low = BigFraction.ZERO;
        BigFraction high = BigFraction.ZERO;
        for (MixedEquilibrium candidate : SupportEnumeration.extreme(nash)) {
            BigFraction value = candidate.expectation(leader);
            if (worst == null || value.compareTo(low) < 0) {
                worst = candidate;
                low = value;
            }
            if (best == null || value.compareTo(high) > 0) {
                best = candidate;
                high = value;
            }
        }
        return worst == null || best == null
                ? Optional.empty()
                : Optional.of(new Interval(
                        value(low, arithmetic),
                        value(high, arithmetic),
                        Response.of(nash.product(worst.strategies())),
                        Response.of(nash.product(best.strategies()))));
    }

    private static Value value(BigFraction exact, Arithmetic arithmetic) {
        return arithmetic == Arithmetic.EXACT ? Value.of(exact) : Value.of(exact.doubleValue());
    }

    private static NormalFormGame complete(BayesianGame game) {
        double[][] payoffs = new double[game.players()][game.profiles().count()];
        for (int i = 0; i < payoffs.length; i++) {
            for (int a = 0; a < payoffs[i].length; a++) {
                payoffs[i][a] = game.payoff(i, 0, a);
            }
        }
        return NormalFormGame.of(List.of(game.actions(0), game.actions(1)), payoffs);
    }
}
