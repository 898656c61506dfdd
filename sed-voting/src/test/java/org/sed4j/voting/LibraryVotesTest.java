package org.sed4j.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;

/** Votes by name: every rule can be asked for, and one that cannot be made is refused under its key. */
class LibraryVotesTest {
    private final LibraryVotes votes = new LibraryVotes();

    private Config config(String rule) {
        List<Key> keys = new ArrayList<>(List.of(Key.text("society.vote", rule)));
        keys.addAll(votes.keys());
        return Schema.of("test", Map.of("society", "names", "vote", "votes"), keys, List.of())
                .initial();
    }

    @Test
    void fixed_takesAPoint_orOne() {
        assertThat(votes.vote("fixed", "weight", config("fixed"))).isNotNull();
        assertThat(votes.vote("fixed:0.25", "weight", config("fixed:0.25"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed:abc", "fixed:2", "fixed:", "fixed:NaN", "k-approval:none", "schultze"})
    void whatCannotBeMade_isRefusedUnderItsKey(String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> votes.vote(rule, "weight", config(rule)))
                .withMessageContaining("society.vote (" + rule + ") must ")
                .withMessageContaining("\nMaybe ");
    }
}
