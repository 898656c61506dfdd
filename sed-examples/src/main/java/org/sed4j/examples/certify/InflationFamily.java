package org.sed4j.examples.certify;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.report.Painter;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.inflation.Inflation;
import org.sed4j.envs.inflation.InflationOracle;
import org.sed4j.envs.inflation.InflationRules;
import org.sed4j.envs.inflation.Regime;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.population.Context;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.population.RulePart;
import org.sed4j.rl.principal.Principals;
import org.sed4j.rl.stackelbergpomdp.Restarting;

/** Commitment against discretion: one that announces, and one that is asked once expectations are held. */
final class InflationFamily implements Family {
    private static final int PLAYERS = 3;
    private static final int WORLDS = 8;
    private static final double TOLERANCE = 0.02;

    private final InflationOracle oracle = new InflationOracle(InflationRules.of(PLAYERS, Regime.COMMITMENT));

    @Override
    public String name() {
        return "inflation";
    }

    @Override
    public String about() {
        return "Loss of inflation and of output short of its target, b = λ = k = 1 (Kydland and Prescott 1977, Barro and"
                + " Gordon 1983): who announces inflation comes to 0, who is asked at every step after expectations are held"
                + " to λ b k = 1, and loses 1 + λ b² = 2 times as much.";
    }

    private static Society.Builder society(Regime regime) {
        int steps = steps(regime);
        InflationRules rules = new InflationRules(PLAYERS, 1, 1, 1, regime, Levels.even(-1, 2, 61), steps);
        return Society.of(Inflation.maker(rules))
                .objectives(ObjectiveFamily.continuum(any -> Welfare.meanUtilitarian(Inflation.WELFARE), "eta"))
                .vote(VotingMechanism.always(1))
                .initial(Design.of(0.5))
                .rounds(steps, 1 << 20);
    }

    /**
     * Players who begin anew have a round to come to expect what was announced: in a short one their first guesses
     * tell.
     */
    private static int steps(Regime regime) {
        return regime == Regime.COMMITMENT ? 100 : 10;
    }

    private static RulePart weights(double epsilon) {
        return Populations.rule("multiplicative-weights", new FollowerKind.Multiplicative(epsilon))
                .context(Context.WORLD, WORLDS);
    }

    private LivedRing committed(PrincipalPart leader, int rounds, int worlds) {
        Society society = society(Regime.COMMITMENT)
                .principal(leader)
                .followers(Restarting.every(1, weights(1000)))
                .planned(rounds)
                .worlds(worlds)
                .build();
        return new LivedRing(
                society,
                true,
                0,
                5,
                Optional.of(law -> society(Regime.COMMITMENT)
                        .principal("fixed", Principal.fixed(law))
                        .followers(weights(1000))
                        .planned(4)
                        .build()),
                LivedRing::law,
                inflation -> oracle.welfare(inflation, inflation));
    }

    private LivedRing discreet(FollowersPart followers) {
        Society society = society(Regime.DISCRETION)
                .principal(Principals.ppo()
                        .continuous()
                        .hidden(16, 16)
                        .tuned(own -> own.learningRate(1e-2)
                                .discount(0)
                                .traceDecay(0)
                                .entropyBonus(0)
                                .minibatches(40))
                        .annealed())
                .followers(followers)
                .planned(400)
                .worlds(WORLDS)
                .build();
        return new LivedRing(
                society,
                false,
                0,
                10,
                Optional.empty(),
                LivedRing::law,
                inflation -> oracle.welfare(inflation, inflation));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                claim(
                        "commitment",
                        "ppo",
                        "multiplicative-weights",
                        0,
                        committed(TaxRings.leader(2e-2, 1), 80, WORLDS)),
                claim("commitment", "cma-es", "multiplicative-weights", 0, committed(Principals.cmaEs(24), 2, 1)),
                claim("commitment", "bobyqa", "multiplicative-weights", 0, committed(Principals.bobyqa(24), 2, 1)),
                claim("discretion", "ppo", "multiplicative-weights", oracle.discretion(), discreet(weights(0.5))));
    }

    private Claim claim(String regime, String principal, String followers, double inflation, LivedRing ring) {
        double value = oracle.welfare(inflation, inflation);
        Claim.Truth truth = new Claim.Truth(
                inflation, value, Math.abs(value), TOLERANCE, Rivals.of(x -> oracle.welfare(x, x), 0, 2, 1));
        return new Claim(name(), "fixed", regime, principal, followers, truth, ring);
    }

    @Override
    public List<Figure> figures(List<Judged> judged) {
        return judged.isEmpty()
                ? List.of()
                : List.of(new Figure(
                        "inflation",
                        "What players have by inflation that is expected: theory, and the two regimes' rings.",
                        new Painter.Plot(
                                "Inflation: commitment and discretion",
                                "inflation",
                                "welfare a round",
                                List.of(
                                        Points.line("theory", x -> oracle.welfare(x, x), 0, 1.5),
                                        Points.of("rings", judged))),
                        1));
    }
}
