package org.sed4j.examples.certify;

import java.util.List;

/** Every family of the table. */
final class Families {
    private Families() {}

    static List<Family> all() {
        return List.of(
                new TaxFamily(), new FisheryFamily(), new InflationFamily(), new PricingFamily(), new ReportsFamily());
    }
}
