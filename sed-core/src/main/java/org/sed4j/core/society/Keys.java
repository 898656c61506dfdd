package org.sed4j.core.society;

import java.util.List;
import org.sed4j.core.config.Key;
import org.sed4j.core.pomg.Backend;

/** The keys that every society has. */
final class Keys {
    private Keys() {}

    static List<Key> types() {
        return List.of(Key.number("types.drift", 0)
                .from(0)
                .to(1)
                .means("standard deviation of what each entry of a type moves after a round, within [0, 1]"));
    }

    static List<Key> objectives() {
        return List.of(
                Key.choice(
                                "vote.objective",
                                "eta_mix",
                                "utilitarian",
                                "egalitarian",
                                "nash",
                                "equality_productivity",
                                "gauge",
                                "design")
                        .means("the family voted in: eta total + (1 - eta) minimum; one objective whatever the vote;"
                                + " or the law itself, which principal elected enacts"),
                Key.text("vote.basis", "")
                        .means("of which measure, or gauge; empty for what the economy suggests, reward for returns"),
                Key.text("vote.column", "").means("which column of types is voted with; empty for the first"));
    }

    static List<Key> design() {
        return List.of(
                Key.number("design.delta", 0).from(0).means("how far a reform may go; 0 for as far as one likes"),
                Key.choice("design.divergence", "l2", "l1", "linf", "kl").means("D, in what that is measured"),
                Key.choice("design.reference", "incumbent", "initial")
                        .means(
                                "from where: the law in force in a world when the round begins, or the first one for ever"));
    }

    static List<Key> run() {
        String[] backends =
                java.util.Arrays.stream(Backend.values()).map(Backend::label).toArray(String[]::new);
        return List.of(
                Key.whole("run.seed", 1).means("seed of all chance"),
                Key.whole("run.rounds", 50).from(1).to(100_000_000).means("rounds in all"),
                Key.whole("run.steps_per_round", 0)
                        .from(0)
                        .to(1_000_000)
                        .means("T, steps between votes; 0 for what the economy suggests"),
                Key.whole("run.rounds_per_episode", 0)
                        .from(0)
                        .to(1_000_000)
                        .means("tau, rounds until worlds start anew; 0 for what the economy suggests"),
                Key.whole("run.worlds", 16).from(1).to(1_000_000).means("B, worlds lived side by side"),
                Key.whole("run.threads", 1).from(0).to(1024).means("threads; 0 is all cores. Changes no result"),
                Key.choice("run.backend", backends).means("what the worlds run on. Changes no result"),
                Key.whole("run.checkpoint_every", 10).from(1).means("rounds between checkpoints"),
                Key.whole("run.checkpoints", 2).from(1).to(1000).means("how many checkpoints are kept"),
                Key.flag("run.evaluate", true)
                        .means("whether the end is compared with no government and with constant ones, on new worlds"),
                Key.whole("run.replay_steps", 200).from(0).to(100_000).means("steps of a replay; 0 for none"));
    }
}
