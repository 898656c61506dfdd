package org.sed4j.examples.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.report.Painter;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.pricing.Pricing;
import org.sed4j.envs.pricing.PricingOracle;
import org.sed4j.envs.pricing.PricingRules;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.population.Reasoning;
import org.sed4j.rl.principal.Principals;

/** A seller who knows how rational buyers are, one who believes that they are perfectly so, and learners who find out. */
final class PricingFamily implements Family {
    private static final int BUYERS = 10;
    private static final double HIGHEST = 3;
    private static final int STEPS = 20;
    private static final int WORLDS = 64;
    private static final List<Double> PRECISIONS = List.of(2.0, 4.0, 8.0, 16.0);
    /** Buyers who are indifferent at a price of 1 leave the good. */
    private static final double JUST_BELOW = 0.99;

    private static final double TOLERANCE = 0.02;

    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public String about() {
        return BUYERS
                + " buyers to whom the good is worth 1 and who answer a price by a logit rule of precision λ (McKelvey and"
                + " Palfrey 1995). The price of highest revenue is (1 + W(e^(λ-1)))/λ; who believes in perfect rationality asks 1,"
                + " and who believes in λ = 4 where buyers are perfectly rational asks what they all refuse or too little:"
                + " rows of believers are claims of what that costs, so their exact value is that of the believed price.";
    }

    private static PricingRules rules(double precision) {
        double[] worths = new double[BUYERS];
        Arrays.fill(worths, 1);
        return new PricingRules(worths, precision, HIGHEST, STEPS);
    }

    /** Worlds without noise: it is the buyers who err. */
    private static LivedRing ring(
            PrincipalPart leader, Reasoning buyers, int rounds, boolean keeps, PricingOracle oracle) {
        Society society = Society.of(Pricing.maker(rules(Double.POSITIVE_INFINITY)))
                .objectives(ObjectiveFamily.continuum(any -> Welfare.utilitarian(Pricing.PAID), "eta"))
                .vote(VotingMechanism.always(1))
                .initial(Design.of(0.5))
                .rounds(STEPS, 1 << 20)
                .principal(leader)
                .followers(Populations.reasoning("buyers", buyers))
                .planned(rounds)
                .worlds(WORLDS)
                .trials(WORLDS, 1, Noise.SHARED)
                .build();
        return new LivedRing(society, keeps, 0, 20, Optional.empty(), LivedRing::law, oracle::revenue);
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (double precision : PRECISIONS) {
            PricingOracle oracle = new PricingOracle(rules(precision));
            Reasoning buyers = new Reasoning.Quantal(precision);
            double knows = oracle.highestRevenue();
            String name = "revenue, lambda " + precision;
            claims.add(believer(name, "knows lambda", knows, oracle, buyers));
            claims.add(believer(name, "believes in reason", 1, oracle, buyers));
            claims.add(learner(name, "cma-es", Principals.cmaEs(24), 2, oracle, buyers));
            claims.add(learner(name, "bobyqa", Principals.bobyqa(24), 2, oracle, buyers));
            claims.add(learner(name, "ppo", TaxRings.leader(2e-2, BUYERS), 80, oracle, buyers));
        }
        PricingOracle reason = new PricingOracle(rules(Double.POSITIVE_INFINITY));
        double four = new PricingOracle(rules(4)).highestRevenue();
        claims.add(believer("revenue, perfect reason", "knows reason", JUST_BELOW, reason, new Reasoning.Trembling(0)));
        claims.add(
                believer("revenue, perfect reason", "believes in lambda 4", four, reason, new Reasoning.Trembling(0)));
        return claims;
    }

    private Claim believer(String objective, String principal, double price, PricingOracle oracle, Reasoning buyers) {
        PrincipalPart fixed = PrincipalPart.of(principal, Principal.fixed(Design.of(price)));
        return claim(objective, principal, price, oracle, buyers, ring(fixed, buyers, 1, false, oracle));
    }

    private Claim learner(
            String objective,
            String principal,
            PrincipalPart leader,
            int rounds,
            PricingOracle oracle,
            Reasoning buyers) {
        LivedRing ring = ring(leader, buyers, rounds, true, oracle);
        return claim(objective, principal, oracle.highestRevenue(), oracle, buyers, ring);
    }

    private Claim claim(
            String objective, String principal, double price, PricingOracle oracle, Reasoning buyers, LivedRing ring) {
        double best = oracle.revenue(oracle.highestRevenue());
        Claim.Truth truth = new Claim.Truth(
                price, oracle.revenue(price), best, TOLERANCE, Rivals.of(oracle::revenue, 0, HIGHEST, 0));
        String followers = buyers instanceof Reasoning.Quantal ? "quantal" : "rational";
        return new Claim(name(), "fixed", objective, principal, followers, truth, ring);
    }

    @Override
    public List<Figure> figures(List<Judged> judged) {
        if (judged.isEmpty()) {
            return List.of();
        }
        List<org.sed4j.core.report.Trace> traces = new ArrayList<>();
        for (double precision : PRECISIONS) {
            PricingOracle oracle = new PricingOracle(rules(precision));
            traces.add(Points.line("theory, lambda " + precision, oracle::revenue, 0, 2));
        }
        for (String principal : List.of("knows lambda", "believes in reason", "cma-es", "ppo")) {
            List<Judged> own = judged.stream()
                    .filter(one -> one.claim().principal().equals(principal))
                    .toList();
            if (!own.isEmpty()) {
                traces.add(Points.of(principal, own));
            }
        }
        return List.of(new Figure(
                "pricing",
                "Revenue by the price, for buyers of four precisions: theory, sellers who know or believe, and learners.",
                new Painter.Plot("Pricing: logit buyers", "price", "revenue a round", traces),
                PRECISIONS.size()));
    }
}
