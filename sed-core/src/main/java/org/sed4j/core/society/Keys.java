package org.sed4j.core.society;

import java.util.List;
import org.sed4j.core.config.Key;

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
}
