package org.sed4j.voting.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The known truth table of rules on rankings: + satisfied, - failed, . not stated; a column for each {@link Axiom} in its order.
 */
final class KnownAxioms {
    private static final String TABLE = """
                                An Ne Un Pa Ma MM CW CL Sm Mo Pt PI Re Ho RS Cl II SP LH Rs ND On
            plurality           +  +  +  +  +  -  -  -  -  +  +  +  +  +  -  -  -  -  +  +  +  +
            anti-plurality      +  +  -  -  -  -  -  -  -  +  +  +  +  +  -  -  -  -  .  -  +  +
            borda               +  +  +  +  -  -  -  +  -  +  +  +  +  +  +  -  -  -  -  +  +  +
            dowdall             +  +  +  +  -  -  -  -  -  +  +  +  +  +  -  -  -  -  -  .  +  +
            condorcet           +  +  +  -  +  -  +  -  -  +  -  -  -  +  -  -  -  -  -  -  +  +
            copeland            +  +  +  +  +  +  +  +  +  +  -  -  -  +  +  -  -  -  -  -  +  +
            llull               +  +  +  +  +  +  +  +  +  +  -  -  -  +  -  -  -  -  -  -  +  +
            minimax             +  +  +  +  +  -  +  -  -  +  -  +  -  +  -  -  -  -  .  +  +  +
            minimax-wv          +  +  +  +  +  -  +  -  -  +  -  +  -  +  -  -  -  -  .  +  +  +
            minimax-opposition  +  +  +  +  +  -  +  -  -  +  -  +  -  +  -  -  -  -  +  +  +  +
            smith               +  +  +  -  +  +  +  +  +  +  -  -  -  +  +  +  -  -  -  -  +  +
            schwartz            +  +  +  -  +  +  +  +  +  +  -  -  -  +  .  +  -  -  -  -  +  +
            uncovered           +  +  +  +  +  +  +  +  +  +  -  -  -  +  .  .  -  -  -  -  +  +
            schulze             +  +  +  +  +  +  +  +  +  +  -  -  -  +  +  +  -  -  -  +  +  +
            schulze-margins     +  +  +  +  +  +  +  +  +  +  -  -  -  +  +  +  -  -  -  +  +  +
            ranked-pairs        +  +  +  +  +  +  +  +  +  +  -  -  -  +  .  +  -  -  -  +  +  +
            ranked-pairs-wv     +  +  +  +  +  +  +  +  +  +  -  -  -  +  .  +  -  -  -  +  +  +
            river               +  +  +  +  +  +  +  +  +  +  -  -  -  +  .  +  -  -  -  +  +  +
            split-cycle         +  +  +  +  +  +  +  +  +  +  -  +  -  +  +  +  -  -  .  -  +  +
            kemeny              +  +  +  +  +  +  +  +  +  +  -  -  -  +  +  -  -  -  -  .  +  +
            slater              +  +  +  +  +  +  +  +  +  +  -  -  -  +  +  -  -  -  -  -  +  +
            irv                 +  +  +  +  +  +  -  +  -  -  -  +  -  +  -  +  -  -  +  -  +  +
            top-two             +  +  +  +  +  -  -  +  -  -  -  +  -  +  -  -  -  -  +  -  +  +
            coombs              +  +  +  +  -  -  -  +  -  -  -  -  -  +  -  -  -  -  .  .  +  +
            coombs-majority     +  +  +  +  +  .  -  +  -  -  .  .  -  +  -  -  -  -  .  .  +  +
            baldwin             +  +  +  +  +  +  +  +  +  -  -  -  -  +  -  -  -  -  -  .  +  +
            nanson              +  +  +  +  +  +  +  +  +  -  -  -  -  +  -  -  -  -  -  .  +  +
            bucklin             +  +  +  +  +  +  -  -  -  +  -  -  -  +  -  -  -  -  -  -  +  +
            black               +  +  +  +  +  -  +  +  -  +  -  -  -  +  +  -  -  -  -  .  +  +
            """;

    private static final Map<String, List<String>> ROWS = TABLE.lines()
            .skip(1)
            .map(line -> List.of(line.split("\\s+")))
            .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(1, words.size())));

    private KnownAxioms() {}

    /** These facts with what is known of that rule. */
    static RuleInfo of(RuleInfo info) {
        List<String> marks = Objects.requireNonNull(ROWS.get(info.id()), info.id());
        if (marks.size() != Axiom.values().length) {
            throw new AssertionError("row of " + info.id() + " must have " + Axiom.values().length + " marks");
        }
        return info.satisfying(marked(marks, "+")).failing(marked(marks, "-"));
    }

    private static Axiom[] marked(List<String> marks, String mark) {
        return Arrays.stream(Axiom.values())
                .filter(axiom -> marks.get(axiom.ordinal()).equals(mark))
                .toArray(Axiom[]::new);
    }
}
