package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Seed;

/**
 * A short episode as text, to be read by people and held to the letter: any change of rules, order of events or draws
 * shows. Written anew only by {@code -Dsed.golden=write}.
 */
class HarvestGoldenTest {
    private static final String NAME = "playthrough.txt";
    private static final int STEPS = 24;

    @Test
    void playthrough_isTheSameToTheLetter() throws IOException {
        String played = playthrough();
        if ("write".equals(System.getProperty("sed.golden"))) {
            Files.writeString(Path.of("src/test/resources/org/sed4j/envs/harvest", NAME), played);
        }
        try (InputStream golden = HarvestGoldenTest.class.getResourceAsStream(NAME)) {
            assertThat(golden).as("the golden file").isNotNull();
            assertThat(played).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String playthrough() {
        HarvestRules rules = HarvestRules.preset("laptop").toBuilder()
                .map(HarvestMaps.parse("golden", """
                        WWWWWWWWWWW
                        W AA   AA W
                        WAAAAPAAAAW
                        W AAPPPAA W
                        W    P    W
                        WWWWWWWWWWW
                        """))
                .regrowth(new Regrowth(List.of(0.0, 0.05, 0.1, 0.3), 2, true))
                .zap(new Zap(true, 2, 1, 2, 1, 0, 0, 0))
                .period(8)
                .brackets(org.sed4j.envs.tax.Brackets.continuous(0, 1, 3, 100))
                .build();
        Solo solo = new Solo(rules, HarvestTypes.uniform(4, Seed.of(1).rng()), 1);
        solo.design[0] = 0.1f;
        solo.design[1] = 0.5f;
        solo.design[2] = 0.9f;
        StringBuilder text =
                new StringBuilder("Four players, rates 0.1, 0.5, 0.9 above 0, 1 and 3 apples a period of 8.\n");
        text.append(solo.picture());
        for (int t = 1; t <= STEPS; t++) {
            int[] actions = solo.stepAtRandom();
            List<String> names = new ArrayList<>();
            for (int action : actions) {
                names.add(HarvestAction.values()[action].name().toLowerCase(Locale.ROOT));
            }
            text.append(String.format(Locale.ROOT, "%nstep %d: %s%n", t, String.join(", ", names))
                    .replace("\r", ""));
            text.append("rewards ").append(Arrays.toString(solo.rewards)).append('\n');
            line(text, solo, "apples");
            line(text, solo, "zapped");
            if (solo.world.due()) {
                line(text, solo, "income");
                line(text, solo, "tax");
                line(text, solo, "transfer");
                text.append("principal sees ")
                        .append(Arrays.toString(solo.consult().numbers))
                        .append('\n');
            }
            text.append(solo.picture());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Solo solo, String measure) {
        double[] values = solo.measured(measure);
        if (Solo.sum(values) != 0) {
            text.append(measure).append(' ').append(Arrays.toString(values)).append('\n');
        }
    }
}
