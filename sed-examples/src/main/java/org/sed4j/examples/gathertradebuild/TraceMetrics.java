package org.sed4j.examples.gathertradebuild;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sed4j.envs.gtb.Census;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.Levy;

/** The metrics that the reference reports at the end of an episode, by its names. */
final class TraceMetrics {
    private static final String[] GOODS = {"Stone", "Wood"};

    private final Census census;
    private final GtbRules rules;
    private final int players;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final double[] incomes;
    private final double[] taxes;
    private double taxDays;

    TraceMetrics(Census census, GtbRules rules) {
        this.census = census;
        this.rules = rules;
        this.players = rules.players();
        this.incomes = new double[players];
        this.taxes = new double[players];
        for (int i = 0; i < players; i++) {
            values.put("Build/" + i + "/n_builds", 0.0);
        }
    }

    /** Something that compares a name, what was recorded, and what came out. */
    @FunctionalInterface
    interface Comparison {
        void compare(String what, JsonNode there, double here);
    }

    /** Counts the step just taken. */
    void count(float[] rates) {
        double reward = 0;
        for (int i = 0; i < players; i++) {
            add("Build/" + i + "/n_builds", census.built(i));
            add("Build/total_builds", census.built(i));
            reward += census.reward(i);
        }
        add("labor/warmup_integrator", reward > 0 ? 1 : 0);
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade trade = census.trade(k);
            side("Trade/" + trade.seller() + "/Sell" + GOODS[trade.good()], trade);
            side("Trade/" + trade.buyer() + "/Buy" + GOODS[trade.good()], trade);
        }
        if (census.taxDay()) {
            tax(rates);
        }
    }

    private void side(String name, Census.Trade trade) {
        add(name + "/n_sales", 1);
        add(name + "/sum", trade.price());
    }

    private void tax(float[] rates) {
        taxDays++;
        for (int b = 0; b < rates.length; b++) {
            add("rate" + b, Levy.rate(rates[b]));
        }
        for (int i = 0; i < players; i++) {
            int bracket = Math.max(0, rules.brackets().levy().bracket(census.income(i)));
            add("occupied" + bracket, 1);
            add("PeriodicTax/total_collected_taxes", census.tax(i));
            incomes[i] += Math.max(0, census.income(i));
            taxes[i] += census.tax(i);
        }
    }

    private void add(String name, double amount) {
        values.merge(name, amount, Double::sum);
    }

    private double value(String name) {
        return values.getOrDefault(name, 0.0);
    }

    /** Compares what was recorded and can be read off here. */
    void compare(JsonNode recorded, Comparison same) {
        Map<String, Double> here = new LinkedHashMap<>();
        here.put("social/productivity", census.productivity());
        here.put("social/equality", census.equality());
        here.put("social_welfare/coin_eq_times_productivity", census.welfareNow());
        here.put("social_welfare/inv_income_weighted_coin_endow", census.weightedCoin());
        here.put("social_welfare/inv_income_weighted_utility", census.weightedUtility());
        for (int i = 0; i < players; i++) {
            player(i, here);
        }
        here.put("util/p", census.objective());
        here.put("labor/weighted_cost", rules.preferences().laborCost() * census.laborWeight());
        here.put("labor/warmup_integrator", value("labor/warmup_integrator"));
        here.put("Build/total_builds", value("Build/total_builds"));
        here.put("PeriodicTax/total_collected_taxes", value("PeriodicTax/total_collected_taxes"));
        for (int b = 0; b < rules.brackets().count(); b++) {
            String cut = String.format(
                    Locale.ROOT, "%03d", (int) (double) rules.brackets().cuts().get(b));
            here.put("PeriodicTax/avg_bracket_rate/" + cut, value("rate" + b) / taxDays);
            here.put("PeriodicTax/bracket_occupancy/" + cut, value("occupied" + b) / (taxDays * players));
        }
        here.forEach((name, value) -> {
            if (recorded.has(name)) {
                same.compare("metric " + name, recorded.get(name), value);
            }
        });
    }

    private void player(int i, Map<String, Double> here) {
        here.put("endow/" + i + "/Coin", census.coin(i) + census.coinEscrow(i));
        here.put("endogenous/" + i + "/Labor", census.labor(i));
        here.put("util/" + i, census.utility(i));
        here.put("Build/" + i + "/n_builds", value("Build/" + i + "/n_builds"));
        for (int g = 0; g < GOODS.length; g++) {
            here.put("endow/" + i + "/" + GOODS[g], (double) census.good(i, g) + census.goodEscrow(i, g));
            for (String side : new String[] {"Sell", "Buy"}) {
                String name = "Trade/" + i + "/" + side + GOODS[g];
                double count = value(name + "/n_sales");
                here.put(name + "/n_sales", count);
                if (count > 0) {
                    here.put(name + "/price", value(name + "/sum") / count);
                }
            }
        }
    }
}
