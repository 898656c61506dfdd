package org.sed4j.core.welfare;

import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;

/** What a gauge shows at the end: a stock of the world's own. */
record Gauge(String gauge) implements Objective {
    @Override
    public String name() {
        return "gauge(" + gauge + ")";
    }

    @Override
    public Set<String> measures() {
        return Set.of();
    }

    @Override
    public Set<String> gauges() {
        return Set.of(gauge);
    }

    @Override
    public double value(Design design, Account account) {
        return account.gauge(gauge);
    }
}
