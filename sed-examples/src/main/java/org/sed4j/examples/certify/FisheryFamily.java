package org.sed4j.examples.certify;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.report.Painter;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.fishery.Adjustment;
import org.sed4j.envs.fishery.Fishery;
import org.sed4j.envs.fishery.FisheryOracle;
import org.sed4j.envs.fishery.FisheryRules;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.population.Context;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.principal.Principals;
import org.sed4j.rl.stackelbergpomdp.Restarting;

/** The landing tax that brings rivals at sea to the sole owner's stock. */
final class FisheryFamily implements Family {
    private static final int FISHERS = 5;
    private static final double DEARNESS = 0.2;
    private static final int STEPS = 60;
    private static final int WORLDS = 8;
    private static final double TOLERANCE = 0.03;
    private static final double STOCK_TOLERANCE = 0.05;
    private static final double EPSILON = 2;

    private final FisheryRules rules = FisheryRules.of(FISHERS, DEARNESS, Adjustment.AT_ONCE);
    private final FisheryOracle oracle = new FisheryOracle(rules);

    @Override
    public String name() {
        return "fishery";
    }

    @Override
    public String about() {
        return FISHERS + " rivals who know their mark on the stock, z = " + DEARNESS
                + " (Gordon 1954, Schaefer 1957, Clark and Munro 1975). In rows of the objective stock, value is the stock"
                + " at which the sea settles under the tax reached, beside the sole owner's K(1+z)/2.";
    }

    private FollowersPart weights() {
        return Populations.rule("multiplicative-weights", new FollowerKind.Multiplicative(EPSILON))
                .context(Context.WORLD, WORLDS);
    }

    private Society.Builder society(Objective objective) {
        return Society.of(Fishery.maker(rules))
                .objectives(ObjectiveFamily.continuum(any -> objective, "eta"))
                .vote(VotingMechanism.always(1))
                .initial(Design.of(0.4))
                .rounds(STEPS, 1 << 20);
    }

    private LivedRing ring(PrincipalPart leader, int rounds, int worlds, boolean stock) {
        Objective profits = Welfare.utilitarian(Outcome.REWARD);
        Society society = society(profits)
                .principal(leader)
                .followers(Restarting.every(1, weights()))
                .planned(rounds)
                .worlds(worlds)
                .build();
        return new LivedRing(
                society,
                true,
                0,
                5,
                Optional.of(law -> society(stock ? Welfare.gauge(Fishery.STOCK) : profits)
                        .principal("fixed", org.sed4j.core.game.Principal.fixed(law))
                        .followers(weights())
                        .planned(6)
                        .build()),
                LivedRing::law,
                tax -> stock ? oracle.stock(tax) : worth(tax));
    }

    /** What a round of these worlds is worth in all. */
    private double worth(double tax) {
        return Aim.utilitarian().value(oracle, tax) * STEPS / rules.steps();
    }

    @Override
    public List<Claim> claims() {
        double tax = oracle.utilitarian();
        double value = worth(tax);
        Claim.Truth truth =
                new Claim.Truth(tax, value, value, TOLERANCE, Rivals.of(this::worth, oracle.low(), oracle.high(), 0));
        double kept = oracle.optimalStock();
        Claim.Truth sea = new Claim.Truth(
                tax, kept, kept, STOCK_TOLERANCE, Rivals.of(oracle::stock, oracle.low(), oracle.high(), 0));
        PrincipalPart ppo = TaxRings.leader(2e-2, value);
        return List.of(
                claim("profits", "ppo", truth, ring(ppo, 40, WORLDS, false)),
                claim("profits", "cma-es", truth, ring(Principals.cmaEs(24), 2, 1, false)),
                claim("profits", "bobyqa", truth, ring(Principals.bobyqa(24), 2, 1, false)),
                claim("stock", "ppo", sea, ring(ppo, 40, WORLDS, true)),
                claim("stock", "cma-es", sea, ring(Principals.cmaEs(24), 2, 1, true)),
                claim("stock", "bobyqa", sea, ring(Principals.bobyqa(24), 2, 1, true)),
                claim("profits", "exact tax", truth, ring(fixed(tax), 1, 1, false)),
                claim("stock", "exact tax", sea, ring(fixed(tax), 1, 1, true)));
    }

    private static PrincipalPart fixed(double tax) {
        return PrincipalPart.of("fixed", org.sed4j.core.game.Principal.fixed(Design.of(tax)));
    }

    private Claim claim(String objective, String principal, Claim.Truth truth, LivedRing ring) {
        return new Claim(name(), "fixed", objective, principal, "multiplicative-weights", truth, ring);
    }

    @Override
    public List<Figure> figures(List<Judged> all) {
        List<Judged> judged = all.stream()
                .filter(one -> one.claim().objective().equals("profits"))
                .toList();
        return judged.isEmpty()
                ? List.of()
                : List.of(new Figure(
                        "fishery-profits",
                        "Profits of all by the landing tax: theory, and rings of rivals that learn by multiplicative weights.",
                        new Painter.Plot(
                                "Fishery: profits",
                                "landing tax",
                                "profits of all a round",
                                List.of(
                                        Points.line("theory", this::worth, 0, 0.8),
                                        Points.of("multiplicative-weights", judged))),
                        1));
    }
}
