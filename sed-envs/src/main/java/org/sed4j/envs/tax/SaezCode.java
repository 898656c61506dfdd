package org.sed4j.envs.tax;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Rng;

/**
 * A principal that sets bracket rates by Saez's formula from the incomes it has seen.
 *
 * <p>It keeps the last 500 pairs of a period's income and the marginal rate on it, from all worlds; until it has them, rates are
 * uniformly random, world by world. Then every decision uses the formula with the elasticity as estimated so far, or as given.
 *
 * <p>Needs the measure "income", and that after a tax day the world is due, the law that it was taxed by still in force; the
 * marginal rate is the economy's where it has that measure, else that law's. Source: the released code of the AI Economist. Deviations: one estimate for all worlds of a batch instead of one for each; the running average of rates
 * that the released code shows between a reset and the first decision is left out.
 */
public final class SaezCode implements Principal<Pomg> {
    /** The measure that it reads: a period's income, on the day when it is taxed. */
    static final String INCOME = "income";

    private static final int SAMPLES = 500;

    private final Brackets brackets;
    private final Phasing phasing;
    private final OptionalDouble known;
    private final SaezVariant variant;
    private final SaezFormula formula;
    private final Levy levy;
    private final IncomeElasticity elasticity = new IncomeElasticity();
    private final double[] incomes = new double[SAMPLES];
    private final double[] rates = new double[SAMPLES];
    private long seen;
    private boolean frozen;

    private SaezCode(Brackets brackets, Phasing phasing, OptionalDouble known, SaezVariant variant) {
        this.variant = variant;
        this.brackets = brackets;
        this.phasing = phasing;
        this.known = known;
        this.formula = new SaezFormula(brackets, variant);
        this.levy = brackets.levy();
    }

    /**
     * Saez's tax code.
     *
     * @param brackets the last one open
     * @param phasing the bound on rates, by rounds
     * @param known the elasticity of income, at least 0; empty to estimate it
     */
    public static SaezCode of(Brackets brackets, Phasing phasing, OptionalDouble known) {
        Require.that(
                brackets.cuts().get(brackets.count()) == Double.POSITIVE_INFINITY,
                "top bracket",
                brackets.cuts(),
                "must be open",
                "Brackets.open was meant");
        known.ifPresent(e -> Require.within(e, 0, Double.MAX_VALUE, "elasticity of income"));
        return new SaezCode(brackets, phasing, known, SaezVariant.INCOMES);
    }

    /** The same code before it has seen anything. */
    SaezCode anew() {
        return in(variant);
    }

    /** The same code before it has seen anything, its formula in another form. */
    public SaezCode in(SaezVariant other) {
        return new SaezCode(brackets, phasing, known, other);
    }

    /** e as estimated so far, or as given. */
    public double elasticity() {
        return known.orElse(elasticity.value());
    }

    /** The same code, which learns nothing more from what it sees, every rate allowed. */
    @Override
    public SaezCode frozen() {
        SaezCode copy = new SaezCode(brackets, Phasing.NONE, known, variant);
        copy.elasticity.set(elasticity.value());
        copy.seen = seen;
        copy.frozen = true;
        System.arraycopy(incomes, 0, copy.incomes, 0, SAMPLES);
        System.arraycopy(rates, 0, copy.rates, 0, SAMPLES);
        return copy;
    }

    @Override
    public Map<String, Double> figures() {
        return Map.of("elasticity", elasticity());
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        double cap = phasing.factor(mandate.round() + 1);
        Rng rng = mandate.seed().rng();
        return new Government<>() {
            @Override
            public void decide(Pomg economy) {
                economy.enactWhereDue(seen < SAMPLES ? random(economy, cap, rng) : formula(economy, cap));
            }

            @Override
            public void stepped(Pomg economy) {
                if (!frozen && economy.anyDue()) {
                    watch(economy);
                }
            }
        };
    }

    private FloatTensor random(Pomg economy, double cap, Rng rng) {
        FloatTensor designs = FloatTensor.zeros(economy.batch(), brackets.count());
        for (int at = 0; at < designs.length(); at++) {
            designs.set(at, (float) (cap * rng.uniform()));
        }
        return designs;
    }

    private FloatTensor formula(Pomg economy, double cap) {
        if (!frozen && known.isEmpty()) {
            elasticity.update(incomes, rates, SAMPLES);
        }
        double[] set = formula.rates(incomes, SAMPLES, elasticity());
        FloatTensor designs = FloatTensor.zeros(economy.batch(), set.length);
        for (int at = 0; at < designs.length(); at++) {
            designs.set(at, (float) Math.max(0, Math.min(cap, set[at % set.length])));
        }
        return designs;
    }

    /** Remembers the incomes of the worlds whose period has just closed. */
    private void watch(Pomg economy) {
        int n = economy.players();
        int measures = economy.spaces().measures().size();
        int income = economy.spaces().measures().indexOf(INCOME);
        Require.that(
                income >= 0,
                "measures",
                economy.spaces().measures(),
                "must hold \"" + INCOME + "\"",
                "this economy tells nobody what was earned");
        int rate = economy.spaces().measures().indexOf("marginal rate");
        float[] law = new float[brackets.count()];
        for (int lane = 0; lane < economy.batch() * n; lane++) {
            if (economy.now().due().get(lane / n) != 0) {
                int at = (int) (seen++ % SAMPLES);
                incomes[at] = economy.now().measures().get(lane * measures + income);
                economy.now().design().view().get(lane / n * law.length, law);
                rates[at] = rate >= 0
                        ? economy.now().measures().get(lane * measures + rate)
                        : (float) levy.marginal(incomes[at], law);
            }
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(seen);
        out.writeDouble(elasticity.value());
        for (int s = 0; s < SAMPLES; s++) {
            out.writeDouble(incomes[s]);
            out.writeDouble(rates[s]);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        seen = in.readLong();
        elasticity.set(in.readDouble());
        for (int s = 0; s < SAMPLES; s++) {
            incomes[s] = in.readDouble();
            rates[s] = in.readDouble();
        }
    }
}
