package org.sed4j.examples.gathertradebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.gtb.Census;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.Levy;

/**
 * Replays a trace that was recorded from the reference: plays its actions and compares everything it holds, step by step.
 *
 * <p>Compared: places, purses, escrow, labour, masks before each step, rewards of players and planner, trades with both orders and
 * the price, rates, taxes with incomes, marginal rates and transfers, player 0's flat observation, and the episode's metrics.
 * The raw building skill in that observation (number 1) is noise of the reference's own generator: it must only stay the same.
 */
final class TraceReplay {
    /** What the file holds in full. */
    private static final double EXACT = 1e-9;
    /** Observations are rounded to six places in the file and are floats here. */
    private static final double ROUNDED = 1.1e-6;

    private static final String[] GOODS = {"Stone", "Wood"};
    private static final int SKILL = 1;

    private final JsonNode trace;
    private final TraceTax tax;
    private final GatherTradeBuild world;
    private final Census census;
    private final int players;
    private final View view;
    private final byte[] mask;
    private final TraceMetrics metrics;
    private double objective;

    private TraceReplay(JsonNode trace, GtbRules rules) {
        this.trace = trace;
        this.tax = TraceTax.of(trace, rules);
        this.world = GatherTradeBuild.maker(rules).get();
        this.census = world.census();
        this.players = rules.players();
        this.view = new View(
                world.spaces().codes().cells(), world.spaces().numbers().size());
        this.mask = new byte[world.spaces().choices()];
        this.metrics = new TraceMetrics(census, rules);
    }

    /** Something that came out otherwise. */
    private static final class Deviation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Deviation(String message) {
            super(message);
        }
    }

    /**
     * Replays a file.
     *
     * @return the first deviation; empty if there is none
     * @throws IllegalArgumentException if the trace is of another configuration or format
     */
    static Optional<String> firstDeviation(Path file) throws IOException {
        JsonNode trace;
        try {
            trace = new ObjectMapper().readTree(file.toFile());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "trace (" + file + ") must be JSON: " + e.getOriginalMessage() + ".\nMaybe the file was cut off.",
                    e);
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        TraceReplay replay = new TraceReplay(trace, TraceRules.of(trace, folder));
        try {
            replay.play();
            return Optional.empty();
        } catch (Deviation deviation) {
            return Optional.of(String.valueOf(deviation.getMessage()));
        }
    }

    private void play() {
        Rng rng = new Rng();
        rng.seat(0, 0);
        world.reset(rng);
        for (int i = 0; i < players; i++) {
            same("reset: payment of player " + i, trace.at("/build_payment/" + i), census.payment(i));
        }
        state("reset", trace.path("reset"));
        objective = census.objective();
        JsonNode steps = trace.path("steps");
        Require.that(
                steps.size() <= world.rules().episode(),
                "steps of the trace",
                steps.size(),
                "must be at most the episode's " + world.rules().episode(),
                "the trace was recorded with another configuration");
        for (int t = 0; t < steps.size(); t++) {
            step(t, steps.get(t), rng);
        }
        if (steps.size() == world.rules().episode()) {
            metrics.compare(trace.path("metrics"), this::same);
        }
    }

    private void step(int t, JsonNode recorded, Rng rng) {
        String when = "step " + (t + 1);
        int[] actions = new int[players];
        for (int i = 0; i < players; i++) {
            JsonNode action = recorded.path("actions").path(String.valueOf(i));
            actions[i] = action.isArray() ? action.get(0).asInt() : action.asInt();
            world.allowed(i, new float[0], mask);
            same(when + ": mask of player " + i, recorded.path("mask_before").path(String.valueOf(i)), text(mask));
        }
        same(when + ": mask of the planner", recorded.path("mask_before").path("p"), tax.mask(t));
        float[] rates = tax.rates(t, recorded.path("actions").path("p"));
        for (int b = 0; b < rates.length; b++) {
            same(when + ": rate " + b, recorded.path("rates").path(b), Levy.rate(rates[b]));
        }
        rng.seat(0, t + 1);
        world.step(actions, rates, rng, new float[players]);
        metrics.count(rates);
        state(when, recorded);
        rewards(when, recorded.path("reward"));
        trades(when, recorded.path("trades"));
        taxes(when, recorded.path("tax"));
        seen(when, recorded.path("flat0"), rates);
    }

    private void state(String when, JsonNode recorded) {
        for (int i = 0; i < players; i++) {
            String of = " of player " + i;
            same(when + ": row" + of, recorded.path("loc").path(i).path(0), census.row(i));
            same(when + ": column" + of, recorded.path("loc").path(i).path(1), census.column(i));
            same(when + ": coin" + of, recorded.at("/inv/Coin/" + i), census.coin(i));
            same(when + ": coin in escrow" + of, recorded.at("/esc/Coin/" + i), census.coinEscrow(i));
            for (int g = 0; g < GOODS.length; g++) {
                same(when + ": " + GOODS[g] + of, recorded.at("/inv/" + GOODS[g] + "/" + i), census.good(i, g));
                String escrow = when + ": " + GOODS[g] + " in escrow" + of;
                same(escrow, recorded.at("/esc/" + GOODS[g] + "/" + i), census.goodEscrow(i, g));
            }
            same(when + ": labour" + of, recorded.path("labor").path(i), census.labor(i));
        }
    }

    private void rewards(String when, JsonNode recorded) {
        for (int i = 0; i < players; i++) {
            same(when + ": reward of player " + i, recorded.path(String.valueOf(i)), census.reward(i));
        }
        double before = objective;
        objective = census.objective();
        same(when + ": reward of the planner", recorded.path("p"), objective - before);
    }

    private void trades(String when, JsonNode recorded) {
        same(when + ": number of trades", recorded.size(), census.trades());
        for (int k = 0; k < census.trades(); k++) {
            Census.Trade trade = census.trade(k);
            String here = "[\"" + GOODS[trade.good()] + "\"," + trade.buyer() + "," + trade.seller() + "," + trade.bid()
                    + "," + trade.ask() + "," + trade.price() + "]";
            String there = recorded.get(k).toString().replace(".0", "");
            same(when + ": trade " + k, there, here);
        }
    }

    private void taxes(String when, JsonNode recorded) {
        same(when + ": tax day", String.valueOf(recorded.isObject()), String.valueOf(census.taxDay()));
        for (int i = 0; i < players && census.taxDay(); i++) {
            JsonNode of = recorded.path(String.valueOf(i));
            same(when + ": income of player " + i, of.path("income"), census.income(i));
            same(when + ": tax of player " + i, of.path("tax_paid"), census.tax(i));
            same(when + ": marginal rate of player " + i, of.path("marginal_rate"), census.marginalRate(i));
            same(when + ": transfer to player " + i, of.path("lump_sum"), census.transfer());
            double effective = census.tax(i) / Math.max(0.000001, census.income(i));
            same(when + ": effective rate of player " + i, of.path("effective_rate"), effective);
        }
    }

    private void seen(String when, JsonNode recorded, float[] rates) {
        world.observe(0, rates, view);
        same(when + ": length of the observation", recorded.size(), view.numbers.length);
        for (int j = 0; j < view.numbers.length; j++) {
            double here = view.numbers[j];
            double there = recorded.path(j).asDouble();
            if (j == SKILL) {
                here = trace.at("/steps/0/flat0/" + SKILL).asDouble();
            }
            if (Math.abs(here - there) > ROUNDED * Math.max(1, Math.abs(there))) {
                throw new Deviation(when + ": observation " + j + " ("
                        + world.spaces().numbers().get(j) + ") of player 0 is " + here + ", recorded " + there);
            }
        }
    }

    private static String text(byte[] mask) {
        StringBuilder text = new StringBuilder();
        for (byte m : mask) {
            text.append(m);
        }
        return text.toString();
    }

    private void same(String what, JsonNode there, double here) {
        if (!there.isNumber()) {
            throw new Deviation(what + " is " + here + ", recorded " + there);
        }
        same(what, there.asDouble(), here);
    }

    private void same(String what, JsonNode there, String here) {
        same(what, there.asText(), here);
    }

    private void same(String what, double there, double here) {
        if (!(Math.abs(here - there) <= EXACT * Math.max(1, Math.abs(there)))) {
            throw new Deviation(what + " is " + here + ", recorded " + there);
        }
    }

    private void same(String what, String there, String here) {
        if (!here.equals(there)) {
            throw new Deviation(what + " is " + here + ", recorded " + there);
        }
    }
}
