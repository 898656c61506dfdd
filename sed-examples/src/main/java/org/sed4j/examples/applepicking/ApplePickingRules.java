package org.sed4j.examples.applepicking;

import org.sed4j.core.config.Config;

/** The rules of the apple-picking configuration that join several keys. */
final class ApplePickingRules {
    private ApplePickingRules() {}

    static void check(Config config) {
        types(config);
        tax(config);
        sizes(config);
        AppleVote.of(config);
    }

    private static void types(Config config) {
        int players = config.integer("world.players");
        if (config.text("types.draw").equals("given")) {
            for (String path : new String[] {"types.selfishness", "types.trust"}) {
                require(
                        config.numbers(path).length == players,
                        config,
                        path,
                        "have one number for each of the " + players + " players",
                        "world.players was changed and the list was not");
            }
        }
        require(
                config.number("types.low") <= config.number("types.high"),
                config,
                "types.low",
                "be at most types.high (" + config.shown("types.high") + ")",
                "the two were swapped");
    }

    private static void tax(Config config) {
        double[] cuts = config.numbers("tax.brackets");
        boolean rising = cuts.length >= 2;
        for (int b = 1; b < cuts.length; b++) {
            rising &= cuts[b] > cuts[b - 1];
        }
        require(
                rising,
                config,
                "tax.brackets",
                "be two or more rising cut points",
                "two were swapped or one is given twice");
        require(
                config.numbers("tax.initial_rates").length == cuts.length - 1,
                config,
                "tax.initial_rates",
                "have one rate for each of the " + (cuts.length - 1) + " brackets",
                "tax.brackets was changed and the rates were not");
        long episode = (long) config.integer("run.steps_per_round") * config.integer("run.rounds_per_episode");
        require(
                config.integer("tax.period") <= episode,
                config,
                "tax.period",
                "be at most the " + episode + " steps of an episode (run.steps_per_round x run.rounds_per_episode)",
                "worlds begin anew before a period ends, and nobody is ever taxed");
        require(
                config.number("tax.free") + config.number("tax.ramp") <= 1,
                config,
                "tax.free",
                "leave room for tax.ramp (" + config.shown("tax.ramp") + "): together at most 1",
                "rounds were given instead of a fraction");
    }

    private static void sizes(Config config) {
        int steps = config.integer("run.steps_per_round");
        int horizon = config.integer("players.horizon");
        require(
                steps % horizon == 0,
                config,
                "players.horizon",
                "divide run.steps_per_round (" + steps + ")",
                "run.steps_per_round was changed alone: set both");
        long rows = (long) config.integer("run.worlds") * config.integer("world.players") * horizon;
        require(
                config.integer("players.minibatch") <= rows,
                config,
                "players.minibatch",
                "be at most the " + rows + " rows of an update (worlds x players x horizon)",
                "run.worlds is too small for it");
        require(
                config.integer("world.ending_first") <= config.integer("world.ending_cap"),
                config,
                "world.ending_first",
                "be at most world.ending_cap (" + config.shown("world.ending_cap") + ")",
                "the two were swapped");
    }

    private static void require(boolean holds, Config config, String path, String rule, String cause) {
        if (!holds) {
            throw config.refused(path, rule, cause);
        }
    }
}
