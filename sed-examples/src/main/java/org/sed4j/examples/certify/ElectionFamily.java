package org.sed4j.examples.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.report.Painter;
import org.sed4j.core.report.Trace;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Policies;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.envs.lineartax.LinearTax;
import org.sed4j.envs.lineartax.LinearTaxOracle;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.voting.Alternatives;
import org.sed4j.voting.BallotVote;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/** A vote on the tax itself: every rule for one winner over 21 rates, in the ring, against its exact outcome. */
final class ElectionFamily implements Family {
    private static final Levels RATES = Levels.even(0, 1, 21);
    /** Societies a seed: 100 in all where there are five. */
    private static final int SOCIETIES = 20;
    /** These count for seconds what others count in no time, and are Condorcet's like fifteen others: fewer societies. */
    private static final Map<String, Integer> SLOW = Map.of("river", 2);

    private static final List<Double> SPREADS = List.of(0.2, 0.4, 0.6, 0.8, 1.0);
    private static final int DRAWN = 20;
    private static final List<String> SHOWN = List.of(
            "schulze", "plurality", "borda", "anti-plurality", "approval", "utilitarian", "egalitarian", "nash");

    @Override
    public String name() {
        return "election";
    }

    @Override
    public String about() {
        return "A vote on the linear tax itself: 21 rates stand for election, voters value each by what they would get, the"
                + " elected rate is enacted. Societies of odd size from 3 to 25, elasticity from 0.2 to 2. Value is the share of"
                + " societies in which the law in force in the ring is an exact outcome of the rule, policy the mean rate,"
                + " 'exact policy' is not defined over societies; 'random' is the share of the utilitarian optimum that the"
                + " rule's outcomes cost, over the 100 societies of seeds 1 to 5.";
    }

    private static LinearTaxRules drawn(Rng rng, double spread) {
        int n = 3 + 2 * rng.below(12);
        double e = 0.2 + 1.8 * rng.uniform();
        return LinearTaxRules.of(e, CertifiedEconomies.skills(n, spread, rng)).withSteps(1);
    }

    private static LinearTaxRules drawn(Seed seed, int number) {
        Rng rng = seed.at(number).rng();
        return drawn(rng, 0.2 + rng.uniform());
    }

    /** What a rate is worth to the player whose number is its type. */
    private static Alternatives rates(LinearTaxOracle oracle) {
        List<String> names = new ArrayList<>();
        double[][] points = new double[RATES.count()][];
        for (int k = 0; k < points.length; k++) {
            names.add(String.valueOf(RATES.at(k)));
            points[k] = new double[] {RATES.at(k)};
        }
        return Alternatives.of(names, points, (columns, type, rate) -> oracle.utility((int) type[0], rate[0]));
    }

    private static double enacted(LinearTaxRules rules, VotingRule rule, Seed seed) {
        int n = rules.players();
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> new double[] {i});
        Society society = Society.of(LinearTax.maker(rules))
                .types(TypeSpace.fixed(TypeMatrix.of(List.of("player"), new double[1], rows)))
                .objectives(Policies.family(new LinearTax(rules).spaces().design()))
                .vote(BallotVote.of(rates(new LinearTaxOracle(rules)), rule))
                .principal(Policies.enacting())
                .rounds(1, 1)
                .build();
        try (Session session = society.begin(seed)) {
            return session.rounds().next().outcome().meanDesign().get(0);
        }
    }

    private static Claim.Finding play(VotingRule rule, Seed seed) {
        int societies = SLOW.getOrDefault(rule.id(), SOCIETIES);
        double right = 0;
        double mean = 0;
        for (int s = 0; s < societies; s++) {
            LinearTaxRules rules = drawn(seed, s);
            double law = enacted(rules, rule, seed);
            List<Double> exact = new PolicyElection(new LinearTaxOracle(rules), RATES).elect(rule);
            right += exact.stream().anyMatch(rate -> Math.abs(rate - law) < 1e-6) ? 1.0 / societies : 0;
            mean += law / societies;
        }
        return new Claim.Finding(mean, right, 1);
    }

    private static List<VotingRule> rules() {
        List<VotingRule> rules = new ArrayList<>(Rules.ordinal());
        rules.addAll(Rules.cardinal());
        return rules;
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (VotingRule rule : rules()) {
            Claim.Truth truth = new Claim.Truth(Double.NaN, 1, 1, 1e-9, Map.of("random", cost(rule)));
            claims.add(new Claim(
                    name(), rule.id(), "tax rate", "elected", "any", truth, seed -> play(rule, Seed.of(seed.key()))));
        }
        return claims;
    }

    /** The share of the utilitarian optimum that a rule costs, over societies of all spreads. */
    private static double cost(VotingRule rule) {
        double sum = 0;
        int count = 0;
        for (double spread : SPREADS) {
            int societies = SLOW.getOrDefault(rule.id(), DRAWN);
            sum += cost(rule, spread, societies) * societies;
            count += societies;
        }
        return sum / count;
    }

    private static double cost(VotingRule rule, double spread, int societies) {
        double cost = 0;
        for (int s = 0; s < societies; s++) {
            LinearTaxOracle oracle = new LinearTaxOracle(drawn(Seed.of(18).at(s).rng(), spread));
            double best = Aim.utilitarian().value(oracle, 0);
            cost += new PolicyElection(oracle, RATES).price(rule, Aim.utilitarian()) / best / societies;
        }
        return cost;
    }

    @Override
    public List<Figure> figures(List<Judged> judged) {
        if (judged.isEmpty()) {
            return List.of();
        }
        List<Trace> traces = new ArrayList<>();
        for (VotingRule rule : rules()) {
            if (SHOWN.contains(rule.id())) {
                List<Double> y = new ArrayList<>();
                SPREADS.forEach(spread -> y.add(100 * cost(rule, spread, DRAWN)));
                traces.add(new Trace(
                        rule.id().equals("schulze") ? "Condorcet rules" : rule.id(),
                        SPREADS,
                        y,
                        SPREADS.stream().map(s -> 0.0).toList()));
            }
        }
        return List.of(new Figure(
                "election-price",
                "The price of democracy: which share of the utilitarian optimum a rule's exact outcome costs, by how skewed"
                        + " skills are; 20 societies a point.",
                new Painter.Plot(
                        "Price of democracy",
                        "standard deviation of log skill",
                        "% of the utilitarian optimum",
                        traces),
                traces.size()));
    }
}
