package org.sed4j.examples.gathertradebuild;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.TaxSchedule;

/** Who set the rates in a trace: a tax code, or the recorded actions of a planner. */
final class TraceTax {
    private final boolean planned;
    private final int choices;
    private final double step;
    private final int period;
    private final float[] rates;

    private TraceTax(boolean planned, int choices, double step, int period, float[] rates) {
        this.planned = planned;
        this.choices = choices;
        this.step = step;
        this.period = period;
        this.rates = rates;
    }

    static TraceTax of(JsonNode trace, GtbRules rules) {
        JsonNode tax = trace.at("/config/components/3/PeriodicBracketTax");
        int count = rules.brackets().count();
        String model = tax.path("tax_model").asText("model_wrapper");
        double step = TraceRules.number(tax, "rate_disc", 0.05);
        JsonNode annealing = tax.path("tax_annealing_schedule");
        TraceRules.accept(
                annealing.isMissingNode() || annealing.isNull(),
                "PeriodicBracketTax.tax_annealing_schedule",
                annealing,
                "absent");
        float[] rates = new float[count];
        if (tax.path("disable_taxes").asBoolean()) {
            return new TraceTax(false, 1, step, rules.period(), rates);
        }
        if (model.equals("us-federal-single-filer-2018-scaled")) {
            TraceRules.accept(
                    rules.brackets().equals(TaxSchedule.US_FEDERAL.brackets()),
                    "PeriodicBracketTax.bracket_spacing",
                    tax.path("bracket_spacing"),
                    "us-federal for the US federal rates");
            rates = TaxSchedule.US_FEDERAL.design().toFloats();
        } else if (model.equals("fixed-bracket-rates")) {
            for (int b = 0; b < count; b++) {
                rates[b] = (float) tax.path("fixed_bracket_rates").path(b).asDouble();
            }
        } else {
            TraceRules.accept(
                    model.equals("model_wrapper"),
                    "PeriodicBracketTax.tax_model",
                    model,
                    "model_wrapper, us-federal-single-filer-2018-scaled or fixed-bracket-rates");
            return new TraceTax(true, 2 + (int) Math.round(1 / step), step, rules.period(), rates);
        }
        return new TraceTax(false, 1, step, rules.period(), rates);
    }

    /** The planner's mask before a step, counted from 0, as the reference writes it. */
    String mask(int t) {
        if (!planned) {
            return "1";
        }
        String head = "1" + (t % period == 0 ? "1" : "0").repeat(choices - 1);
        return head.repeat(rates.length);
    }

    /** The rates in force in a step, counted from 0. */
    float[] rates(int t, JsonNode actions) {
        if (planned && t % period == 0) {
            for (int b = 0; b < rates.length; b++) {
                int choice = actions.path(b).asInt();
                if (choice > 0) {
                    rates[b] = (float) (step * (choice - 1));
                }
            }
        }
        return Arrays.copyOf(rates, rates.length);
    }
}
