package org.sed4j.examples.certify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.report.Painter;
import org.sed4j.core.report.Trace;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.lineartax.LinearTax;
import org.sed4j.envs.lineartax.LinearTaxOracle;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.envs.oracle.Aim;

/** Learned rates of the linear tax, for seven objectives and every learning principal, with followers that learn. */
public final class TaxFamily implements Family {
    private static final int PLAYERS = 25;
    private static final double SPREAD = 0.6;
    private static final double ELASTICITY = 1;
    private static final double TOLERANCE = 0.02;

    private final LinearTaxOracle oracle;
    private final TaxRings rings;
    private final List<Wish> wishes;

    /**
     * What is pursued: as theory has it, and as it is measured in worlds.
     *
     * @param name of the objective
     */
    private record Wish(String name, Aim aim, Objective objective) {}

    /** 25 players with lognormal skills, elasticity 1. */
    public TaxFamily() {
        double[] skills = LinearTaxRules.lognormal(PLAYERS, SPREAD);
        this.oracle = new LinearTaxOracle(LinearTaxRules.of(ELASTICITY, skills));
        this.rings = new TaxRings(ELASTICITY, skills);
        this.wishes = wishes(skills);
    }

    private static List<Wish> wishes(double... skills) {
        double[] inverse = new double[skills.length];
        double[] lower = new double[skills.length];
        double[] lobby = new double[skills.length];
        for (int i = 0; i < skills.length; i++) {
            inverse[i] = 1 / skills[i];
            lower[i] = 2 * i < skills.length ? 1 : 0;
            lobby[i] = 0.5 + (5 * i < 2 * skills.length ? 1 : 0);
        }
        return List.of(
                new Wish("utilitarian", Aim.utilitarian(), Welfare.utilitarian(Outcome.REWARD)),
                new Wish("egalitarian", Aim.egalitarian(), Welfare.egalitarian(Outcome.REWARD)),
                new Wish("revenue", Aim.revenue(), Welfare.utilitarian(LinearTax.TAX)),
                new Wish("nash", Aim.nash(), Welfare.nash(Outcome.REWARD)),
                weighted("weights-inverse-skill", inverse),
                weighted("weights-lower-half", lower),
                weighted("weights-lobby", lobby));
    }

    private static Wish weighted(String name, double... g) {
        Objective objective = Welfare.of(name, Outcome.REWARD, amounts -> {
            double sum = 0;
            for (int i = 0; i < g.length; i++) {
                sum += g[i] * amounts[i];
            }
            return sum;
        });
        return new Wish(name, Aim.weighted(g), objective);
    }

    @Override
    public String name() {
        return "linear-tax";
    }

    @Override
    public String about() {
        return "A linear income tax on " + PLAYERS + " players with lognormal skills (deviation of the logarithm "
                + SPREAD
                + ") and labour of elasticity " + ELASTICITY + " (Romer 1975, Roberts 1977, Meltzer and Richard 1981)."
                + " Weights: inverse to skill; the lower half alone; a lobby of the lower two fifths, whose members weigh"
                + " 1.5 and others 0.5 (Grossman and Helpman 1994).";
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (Wish wish : wishes) {
            double unit = Math.abs(wish.aim().value(oracle, 0.5));
            Objective o = wish.objective();
            claims.add(claim(wish, "ppo", "ppo", rings.ppoUnderPpo(o, unit)));
            claims.add(claim(wish, "stackelberg-pomdp", "ppo", rings.ppoUnderPomdp(o, unit)));
            claims.add(claim(wish, "cma-es", "ppo", rings.ppoUnderSearch(o, false)));
            claims.add(claim(wish, "bobyqa", "ppo", rings.ppoUnderSearch(o, true)));
            claims.add(claim(wish, "ppo", "multiplicative-weights", rings.weightsUnderPpo(o, unit)));
            claims.add(claim(wish, "stackelberg-pomdp", "multiplicative-weights", rings.weightsUnderPomdp(o, unit)));
            claims.add(claim(wish, "cma-es", "multiplicative-weights", rings.weightsUnderSearch(o, false)));
            claims.add(claim(wish, "bobyqa", "multiplicative-weights", rings.weightsUnderSearch(o, true)));
            claims.add(claim(wish, "metagrad", "policy-gradient", rings.gradientUnderMetaGrad(o, unit)));
        }
        return claims;
    }

    private Claim claim(Wish wish, String principal, String followers, TaxRings.Ring parts) {
        double best = wish.aim().policy(oracle);
        double value = wish.aim().value(oracle, best);
        Claim.Truth truth = new Claim.Truth(best, value, Math.abs(value), TOLERANCE, rivals(wish.aim()));
        LivedRing ring = new LivedRing(
                parts.society(),
                true,
                0,
                10,
                parts.anew(),
                LivedRing::law,
                t -> wish.aim().value(oracle, t));
        return new Claim(name(), "fixed", wish.name(), principal, followers, truth, ring);
    }

    private Map<String, Double> rivals(Aim aim) {
        return Rivals.of(t -> aim.value(oracle, t), 0, 1, 0);
    }

    @Override
    public List<Figure> figures(List<Judged> judged) {
        List<Figure> figures = new ArrayList<>();
        for (Wish wish : wishes) {
            List<Judged> own = judged.stream()
                    .filter(j -> j.claim().objective().equals(wish.name()))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            List<Trace> traces = new ArrayList<>();
            traces.add(Points.line("theory", t -> wish.aim().value(oracle, t), 0, 0.95));
            Map<String, List<Judged>> followers = new LinkedHashMap<>();
            own.forEach(j -> followers
                    .computeIfAbsent(j.claim().followers(), f -> new ArrayList<>())
                    .add(j));
            followers.forEach((name, rows) -> traces.add(Points.of(name, rows)));
            figures.add(new Figure(
                    name() + "-" + wish.name(),
                    "What the " + wish.name() + " objective is worth by the rate: theory, and every principal's ring.",
                    new Painter.Plot("Linear tax: " + wish.name(), "tax rate t", "objective a round", traces),
                    1));
        }
        return figures;
    }
}
