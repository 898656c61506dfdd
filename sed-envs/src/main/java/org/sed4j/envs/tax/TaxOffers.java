package org.sed4j.envs.tax;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.society.PrincipalOffer;
import org.sed4j.core.society.PrincipalPart;

/** The tax codes of {@link TaxCodes}, by name; keys are in the section {@code principal}. */
public final class TaxOffers {
    private TaxOffers() {}

    /** The US federal schedule. */
    public static final class UsFederal implements PrincipalOffer {
        @Override
        public String name() {
            return "us-federal";
        }

        @Override
        public String about() {
            return "the US federal schedule of 2018, over seven brackets";
        }

        @Override
        public PrincipalPart part(Config config) {
            return TaxCodes.usFederal();
        }
    }

    /** No tax. */
    public static final class FreeMarket implements PrincipalOffer {
        @Override
        public String name() {
            return "free-market";
        }

        @Override
        public String about() {
            return "every entry of the design 0";
        }

        @Override
        public PrincipalPart part(Config config) {
            return TaxCodes.freeMarket();
        }
    }

    /** Saez's formula. */
    public static final class Saez implements PrincipalOffer {
        @Override
        public String name() {
            return "saez";
        }

        @Override
        public String about() {
            return "Saez's formula from the incomes that were seen";
        }

        @Override
        public List<Key> keys() {
            return List.of(
                    Key.numbers("principal.cuts")
                            .from(0)
                            .means(
                                    "lower ends of the economy's brackets, the last one open; empty for the US federal ones"),
                    Key.number("principal.elasticity", -1)
                            .from(-1)
                            .to(1000)
                            .means("elasticity of income; below 0 it is estimated"),
                    Key.choice("principal.variant", "incomes", "released")
                            .means("welfare weights of incomes themselves, or as in the AI Economist's released code"));
        }

        @Override
        public PrincipalPart part(Config config) {
            double[] cuts = config.numbers("principal.cuts");
            double given = config.number("principal.elasticity");
            return TaxCodes.saez(
                    cuts.length == 0 ? Brackets.US_FEDERAL : Brackets.open(cuts),
                    given < 0 ? OptionalDouble.empty() : OptionalDouble.of(given),
                    SaezVariant.valueOf(config.text("principal.variant").toUpperCase(Locale.ROOT)));
        }
    }
}
