package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Schema;
import org.sed4j.core.game.Rounds;

/** What apple picking suggests to a society that names it. */
class HarvestOfferTest {

    @ParameterizedTest
    @CsvSource({
        "paper-2024, 200, 5", // episodes of 1000 steps
        "code-d9ef0c3, 200, 1", // begins anew every 200 steps
        "laptop, 125, 2", // episodes of 250 steps
        "melting-pot-open, 200, 5" // at least 1000 steps
    })
    void episodes_areAsLongAsThePresets(String preset, int steps, int rounds) {
        HarvestOffer offer = new HarvestOffer();
        Config config = Schema.of("harvest", Map.of("economy", "the orchard"), offer.keys(), List.of())
                .initial()
                .with("economy.preset", preset);
        assertThat(offer.schedule(config)).isEqualTo(new Rounds.Schedule(steps, rounds));
    }
}
