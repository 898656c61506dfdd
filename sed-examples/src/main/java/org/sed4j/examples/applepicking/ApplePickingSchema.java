package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.examples.applepicking.Sources.OURS;
import static org.sed4j.examples.applepicking.Sources.PAPER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.core.society.RunKeys;
import org.sed4j.envs.harvest.HarvestKeys;

/**
 * Every number of the apple-picking society, with its range, its meaning and its source.
 *
 * <p>What nobody sets is as in paper 002, appendix A; where the paper is silent, as in the code published with it or as in
 * Melting Pot's Commons Harvest, and the source says which.
 */
public final class ApplePickingSchema {
    /** The presets, by name; each is a YAML file beside this class. */
    public static final List<String> PRESETS = List.of(
            "laptop",
            "paper-2024",
            "code-d9ef0c3",
            "melting-pot-open",
            "melting-pot-closed",
            "melting-pot-partnership");

    private ApplePickingSchema() {}

    /** The schema, with the rules that join several keys. */
    public static Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("world", "The orchard: map, apples, moves, beam, what is seen.");
        sections.put("types", "Who the players are: selfishness (sigma) and trust (beta).");
        sections.put("tax", "What the principal designs: marginal rates on the apples of a period.");
        sections.put("vote", "How the players' reports become the objective.");
        sections.put("principal", "How the design is found.");
        sections.put("players", "How the players learn.");
        sections.put("networks", "The networks of both.");
        sections.put("run", "How much, how long, on what, and what is kept.");
        List<Key> keys = new ArrayList<>();
        keys.addAll(HarvestKeys.world());
        keys.addAll(AppleKeys.types());
        keys.addAll(AppleKeys.tax());
        keys.addAll(AppleKeys.vote());
        keys.addAll(AppleKeys.principal());
        keys.addAll(AppleKeys.players());
        keys.addAll(AppleKeys.networks());
        keys.addAll(RunKeys.all(1000, 16, 0, 10));
        keys.addAll(run());
        return Schema.of("apple-picking", sections, keys, List.of(ApplePickingRules::check));
    }

    private static List<Key> run() {
        return List.of(
                whole("run.steps_per_round", 200).from(1).means("T").source(PAPER),
                whole("run.rounds_per_episode", 5)
                        .from(1)
                        .means("tau; then the worlds start anew. 5 x 200 steps are the paper's episode of 1000")
                        .source(PAPER),
                flag("run.evaluate", true)
                        .means("whether the run ends with an episode in new worlds, learned against random and untaxed")
                        .source(OURS),
                flag("run.replay", true)
                        .means("whether the first and the last round are kept for the replay")
                        .source(OURS),
                whole("run.replay_steps", 200)
                        .from(1)
                        .to(10_000)
                        .means("steps of a replay at most")
                        .source(OURS));
    }
}
