package org.sed4j.examples.certify;

import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.commons.SharedStock;
import org.sed4j.envs.commons.SharedStockOracle;
import org.sed4j.envs.commons.SharedStockRules;
import org.sed4j.envs.cournot.Cournot;
import org.sed4j.envs.cournot.CournotOracle;
import org.sed4j.envs.cournot.CournotRules;
import org.sed4j.envs.fishery.Adjustment;
import org.sed4j.envs.fishery.Fishery;
import org.sed4j.envs.fishery.FisheryOracle;
import org.sed4j.envs.fishery.FisheryRules;
import org.sed4j.envs.inflation.Inflation;
import org.sed4j.envs.inflation.InflationOracle;
import org.sed4j.envs.inflation.InflationRules;
import org.sed4j.envs.inflation.Regime;
import org.sed4j.envs.lineartax.LinearTax;
import org.sed4j.envs.lineartax.LinearTaxOracle;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.envs.oracle.Oracle;
import org.sed4j.envs.pricing.Pricing;
import org.sed4j.envs.pricing.PricingOracle;
import org.sed4j.envs.pricing.PricingRules;
import org.sed4j.envs.publicgoods.Sanctions;
import org.sed4j.envs.publicgoods.SanctionsOracle;
import org.sed4j.envs.publicgoods.SanctionsRules;
import org.sed4j.envs.reelection.Reelection;
import org.sed4j.envs.reelection.ReelectionOracle;
import org.sed4j.envs.reelection.ReelectionRules;

/** The economies that have an oracle, each with the usual numbers. */
public final class CertifiedEconomies {
    private CertifiedEconomies() {}

    /**
     * An economy and what theory says of it.
     *
     * @param name "linear-tax"
     * @param maker of its worlds
     * @param oracle of the same rules
     */
    public record Certified(String name, Supplier<? extends World> maker, Oracle oracle) {}

    /**
     * All of them.
     *
     * @param players n of each, 2 to 100,000
     */
    public static List<Certified> all(int players) {
        Require.atLeast(players, 2, "players");
        LinearTaxRules tax =
                LinearTaxRules.of(0.5, skills(players, 0.6, Seed.of(1).rng()));
        FisheryRules open = FisheryRules.of(players, 0.2, Adjustment.GRADUAL);
        FisheryRules rivals = FisheryRules.of(players, 0.2, Adjustment.AT_ONCE);
        SharedStockRules stock = SharedStockRules.of(players, 0.6, 0.9);
        InflationRules discretion = InflationRules.of(players, Regime.DISCRETION);
        PricingRules price = PricingRules.of(players, 4);
        CournotRules market = CournotRules.of(players);
        SanctionsRules goods = SanctionsRules.of(players, Math.min(1.6, 0.5 + players / 2.0), 0.1);
        ReelectionRules office = ReelectionRules.of(players);
        return List.of(
                new Certified("linear-tax", LinearTax.maker(tax), new LinearTaxOracle(tax)),
                new Certified("fishery-open", Fishery.maker(open), new FisheryOracle(open)),
                new Certified("fishery-rivals", Fishery.maker(rivals), new FisheryOracle(rivals)),
                new Certified("commons", SharedStock.maker(stock), new SharedStockOracle(stock)),
                new Certified("inflation", Inflation.maker(discretion), new InflationOracle(discretion)),
                new Certified("pricing", Pricing.maker(price), new PricingOracle(price)),
                new Certified("cournot", Cournot.maker(market), new CournotOracle(market)),
                new Certified("public-goods", Sanctions.maker(goods), new SanctionsOracle(goods)),
                new Certified("re-election", Reelection.maker(office), new ReelectionOracle(office)));
    }

    /**
     * Lognormal skills of median 1.
     *
     * @param spread standard deviation of their logarithm, at least 0
     */
    public static double[] skills(int players, double spread, Rng rng) {
        Require.within(spread, 0, Double.MAX_VALUE, "spread of skills");
        double[] skills = new double[players];
        for (int i = 0; i < players; i++) {
            skills[i] = Math.exp(spread * rng.gaussian());
        }
        return skills;
    }
}
