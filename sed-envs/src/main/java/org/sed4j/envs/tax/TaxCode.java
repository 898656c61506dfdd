package org.sed4j.envs.tax;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Principal;

/**
 * A principal that is only a tax code: fixed rates, bounded while taxation is phased in. The free market is the code of rates 0,
 * {@link TaxSchedule#free}.
 *
 * @param schedule its rates
 * @param phasing the bound on them, by rounds: what is above it is cut to it
 * @param <E> any economy whose design is these brackets' rates
 */
public record TaxCode<E extends Economy>(TaxSchedule schedule, Phasing phasing) implements Principal<E> {

    @Override
    public Government<E> govern(Mandate mandate) {
        double[] rates = schedule.rates().stream()
                .mapToDouble(rate -> phasing.cap(rate, mandate.round() + 1))
                .toArray();
        return Government.fixed(Design.of(rates));
    }

    @Override
    public TaxCode<E> frozen() {
        return new TaxCode<>(schedule, Phasing.NONE);
    }
}
