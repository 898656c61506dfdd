package org.sed4j.envs.tax;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;

/** The principals that are only a tax code, as parts of a society. */
public final class TaxCodes {
    private TaxCodes() {}

    /** The US federal income tax of 2018, for economies that tax its seven brackets. */
    public static PrincipalPart usFederal() {
        return schedule("us-federal", TaxSchedule.US_FEDERAL);
    }

    /** No tax at all: every entry 0. */
    public static PrincipalPart freeMarket() {
        return new Code("free-market", Optional.empty());
    }

    /** Fixed rates, one for each bracket of the economy. */
    public static PrincipalPart of(double... rates) {
        return new Code("tax-code", Optional.of(Design.of(rates)));
    }

    /** A schedule's rates. */
    public static PrincipalPart of(TaxSchedule schedule) {
        return schedule("tax-code", schedule);
    }

    /** A schedule's rates, phased in. */
    public static PrincipalPart of(TaxSchedule schedule, Phasing phasing) {
        PrincipalPart whole = of(schedule);
        return new PrincipalPart() {
            @Override
            public String name() {
                return whole.name();
            }

            @Override
            public Optional<String> objection(Setting setting) {
                return whole.objection(setting);
            }

            @Override
            public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
                return new TaxCode<>(schedule, phasing);
            }
        };
    }

    private static PrincipalPart schedule(String name, TaxSchedule schedule) {
        return new Code(name, Optional.of(schedule.design()));
    }

    /** Saez's formula over the US federal brackets, the elasticity of income estimated. */
    public static PrincipalPart saez() {
        return saez(Brackets.US_FEDERAL, Phasing.NONE, OptionalDouble.empty());
    }

    /**
     * Saez's formula, for economies with a measure "income" that are due when a tax period has closed.
     *
     * @param brackets those that the economy taxes, the last one open
     * @param elasticity of income, at least 0; empty to estimate it
     */
    public static PrincipalPart saez(Brackets brackets, OptionalDouble elasticity) {
        return saez(brackets, elasticity, SaezVariant.INCOMES);
    }

    /** The same in a form of the formula. */
    public static PrincipalPart saez(Brackets brackets, OptionalDouble elasticity, SaezVariant variant) {
        return saez(SaezCode.of(brackets, Phasing.NONE, elasticity).in(variant), brackets);
    }

    /** The same, phased in. */
    public static PrincipalPart saez(Brackets brackets, Phasing phasing, OptionalDouble elasticity) {
        return saez(SaezCode.of(brackets, phasing, elasticity), brackets);
    }

    private static PrincipalPart saez(SaezCode code, Brackets brackets) {
        return new PrincipalPart() {
            @Override
            public String name() {
                return "saez";
            }

            @Override
            public Optional<String> objection(Setting setting) {
                return rates(setting, brackets.count())
                        .or(() -> setting.spaces().measures().contains(SaezCode.INCOME)
                                ? Optional.empty()
                                : Optional.of("it needs the measure \"" + SaezCode.INCOME + "\", and the economy has "
                                        + setting.spaces().measures() + "; us-federal and free-market need none."));
            }

            @Override
            public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
                return code.anew();
            }
        };
    }

    /** Whether the design is so many rates. */
    private static Optional<String> rates(Setting setting, int count) {
        DesignSpace space = setting.spaces().design();
        boolean fits = space.dimension() == count
                && space instanceof DesignSpace.Box box
                && box.low().stream().allMatch(low -> low <= 0)
                && box.high().stream().allMatch(high -> high >= 1);
        return fits
                ? Optional.empty()
                : Optional.of(
                        "it sets " + count + " rates in [0, 1], one for each of its brackets, and the economy's design"
                                + " is " + space.names() + "; a code of that economy's own brackets fits"
                                + " (by name, principal.cuts are their lower ends).");
    }

    /** Fixed rates; none for 0 everywhere. */
    private record Code(String name, Optional<Design> design) implements PrincipalPart {
        @Override
        public Optional<String> objection(Setting setting) {
            DesignSpace space = setting.spaces().design();
            Design wanted = in(setting);
            String why = space.objection(wanted.toArray());
            return why.isEmpty()
                    ? Optional.empty()
                    : Optional.of("its rates " + wanted + " are not in the economy's design space: " + why + ".");
        }

        private Design in(Setting setting) {
            return design.orElse(Design.zeros(setting.spaces().design().dimension()));
        }

        @Override
        public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
            return Principal.fixed(in(setting));
        }
    }
}
