package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.run.Progress;
import org.sed4j.examples.certify.CertifiedEconomies;

/** {@code sed bench certified}: the economies that have an oracle, native code against the JVM; 25 players each. */
public final class CertifiedBench implements Benchmark {
    private static final int PLAYERS = 25;

    @Override
    public String name() {
        return "certified";
    }

    @Override
    public String about() {
        return "the economies that have an oracle, 25 players each, native code against the JVM: agent steps/s and their ratio";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        return BackendRace.run(
                economies(),
                new Settings(
                        settings.batches(),
                        settings.threads(),
                        settings.seconds(),
                        settings.seed(),
                        List.of(Backend.NATIVE),
                        settings.check()),
                progress);
    }

    @Override
    public List<BackendRace.Economy> economies() {
        List<BackendRace.Economy> economies = new ArrayList<>();
        for (CertifiedEconomies.Certified each : CertifiedEconomies.all(PLAYERS)) {
            float[] middle = each.oracle()
                    .design((each.oracle().low() + each.oracle().high()) / 2)
                    .toFloats();
            economies.add(new BackendRace.Economy(each.name(), each.maker(), middle));
        }
        return economies;
    }
}
