package org.sed4j.examples.applepicking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.envs.harvest.Ending;
import org.sed4j.envs.harvest.HarvestKeys;
import org.sed4j.envs.harvest.HarvestRules;

/** A published preset of the launcher and the economy's preset of that name are the same orchard. */
class PresetRulesTest {

    static List<String> published() {
        return ApplePickingSchema.PRESETS.stream()
                .filter(preset -> !preset.equals("laptop")) // ours, and tuned with its learners
                .toList();
    }

    private static HarvestRules configured(String preset) throws IOException {
        try (InputStream in = Objects.requireNonNull(ApplePickingSchema.class.getResourceAsStream(preset + ".yaml"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return HarvestKeys.rules(ConfigReader.of(ApplePickingSchema.schema())
                    .yaml(text, preset)
                    .config());
        }
    }

    /** Endings that are no more than an episode's length are left to the ring of rounds, which starts worlds anew. */
    @ParameterizedTest
    @MethodSource("published")
    void preset_ofTheLauncher_isTheEconomysOfThatName(String preset) throws IOException {
        HarvestRules rules = configured(preset);
        HarvestRules known = HarvestRules.preset(preset);
        if (rules.ending().equals(Ending.after(Integer.MAX_VALUE))) {
            known = known.toBuilder().ending(rules.ending()).build();
        }
        assertThat(rules).isEqualTo(known);
    }
}
