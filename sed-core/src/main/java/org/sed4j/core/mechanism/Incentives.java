package org.sed4j.core.mechanism;

import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Profiles;

/**
 * Meters of incentive compatibility and individual rationality: by how much a direct-revelation mechanism falls short, and
 * for whom.
 *
 * @param notion which kind
 * @param gap the most that a misreport gains (or that an agent loses by taking part); 0 if the mechanism is incentive
 *     compatible (individually rational)
 * @param witness the misreport that gains it, if any gains
 * @param <T> types
 * @paper 002, Definition 2.5; 000, Definition 6 (Nash, Bayesian-Nash and dominant-strategy incentive compatibility)
 */
public record Incentives<T>(Notion notion, double gap, Optional<Misreport<T>> witness) {

    /** Against what truth must be best. */
    public enum Notion {
        /** Whatever the others report. */
        DOMINANT,
        /** On average over the others' types, given one's own, if they are truthful. */
        BAYES_NASH,
        /** At one profile of true types, if the others are truthful. */
        NASH,
        /** Not a misreport but staying away, for every profile of reports of the others. */
        EX_POST_PARTICIPATION
    }

    /**
     * A report that is not the type.
     *
     * @param agent whose, counted from 0
     * @param type the true one
     * @param report the one that gains; the true one if the loss is in taking part
     * @param reports everybody's true types or reports at which it gains; for {@link Notion#BAYES_NASH}, where it gains on
     *     average, the first profile of that type
     */
    public record Misreport<T>(int agent, T type, T report, List<T> reports) {}

    /** sup over agents, types, reports and the others' reports of what a misreport gains. */
    public static <T, O> Incentives<T> dominant(MechanismDesign<T, O> design, Mechanism<T, O> mechanism) {
        Profiles profiles = checked(design, mechanism);
        Meter<T> meter = new Meter<>();
        for (int truth = 0; truth < profiles.count(); truth++) {
            atProfile(design, mechanism, profiles, truth, meter);
        }
        return meter.reading(Notion.DOMINANT);
    }

    /** The gains at one profile of true types. */
    public static <T, O> Incentives<T> nash(MechanismDesign<T, O> design, Mechanism<T, O> mechanism, List<T> truth) {
        Profiles profiles = checked(design, mechanism);
        int[] choices = new int[truth.size()];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = design.types().get(i).indexOf(truth.get(i));
            Require.that(
                    choices[i] >= 0,
                    "type of agent " + i,
                    truth.get(i),
                    "must be one of " + design.types().get(i),
                    "it is of another problem");
        }
        Meter<T> meter = new Meter<>();
        atProfile(design, mechanism, profiles, profiles.index(choices), meter);
        return meter.reading(Notion.NASH);
    }

    private static <T, O> void atProfile(
            MechanismDesign<T, O> design, Mechanism<T, O> mechanism, Profiles profiles, int truth, Meter<T> meter) {
        List<T> types = design.types(truth);
        O honest = mechanism.outcome(types);
        for (int i = 0; i < design.agents(); i++) {
            T type = types.get(i);
            double utility = design.utility().of(i, honest, type);
            for (int r = 0; r < profiles.size(i); r++) {
                O outcome = mechanism.outcome(design.types(profiles.with(truth, i, r)));
                double gain = design.utility().of(i, outcome, type) - utility;
                meter.show(gain, new Misreport<>(i, type, design.types().get(i).get(r), types));
            }
        }
    }

    /** sup over agents, types and reports of the gain conditional on the type. */
    public static <T, O> Incentives<T> bayesNash(MechanismDesign<T, O> design, Mechanism<T, O> mechanism) {
        Profiles profiles = checked(design, mechanism);
        Meter<T> meter = new Meter<>();
        for (int i = 0; i < design.agents(); i++) {
            for (int t = 0; t < profiles.size(i); t++) {
                for (int r = 0; r < profiles.size(i); r++) {
                    interim(design, mechanism, profiles, new int[] {i, t, r}, meter);
                }
            }
        }
        return meter.reading(Notion.BAYES_NASH);
    }

    private static <T, O> void interim(
            MechanismDesign<T, O> design, Mechanism<T, O> mechanism, Profiles profiles, int[] who, Meter<T> meter) {
        int i = who[0];
        T type = design.types().get(i).get(who[1]);
        double marginal = 0;
        double gain = 0;
        int first = -1;
        for (int truth = 0; truth < profiles.count(); truth++) {
            double chance = design.prior().get(truth);
            if (profiles.choice(truth, i) == who[1] && chance > 0) {
                first = first < 0 ? truth : first;
                O honest = mechanism.outcome(design.types(truth));
                O other = mechanism.outcome(design.types(profiles.with(truth, i, who[2])));
                marginal += chance;
                gain += chance
                        * (design.utility().of(i, other, type)
                                - design.utility().of(i, honest, type));
            }
        }
        if (marginal > 0) {
            T report = design.types().get(i).get(who[2]);
            meter.show(gain / marginal, new Misreport<>(i, type, report, design.types(first)));
        }
    }

    /**
     * By how much a truthful agent may regret taking part, against an outside option worth 0, whatever the others report.
     */
    public static <T, O> Incentives<T> participation(MechanismDesign<T, O> design, Mechanism<T, O> mechanism) {
        Profiles profiles = checked(design, mechanism);
        Meter<T> meter = new Meter<>();
        for (int truth = 0; truth < profiles.count(); truth++) {
            List<T> types = design.types(truth);
            O outcome = mechanism.outcome(types);
            for (int i = 0; i < design.agents(); i++) {
                double utility = design.utility().of(i, outcome, types.get(i));
                meter.show(-utility, new Misreport<>(i, types.get(i), types.get(i), types));
            }
        }
        return meter.reading(Notion.EX_POST_PARTICIPATION);
    }

    private static <T, O> Profiles checked(MechanismDesign<T, O> design, Mechanism<T, O> mechanism) {
        Require.that(
                mechanism.actions().equals(design.types()),
                "actions of a direct mechanism",
                mechanism.actions(),
                "must be the types " + design.types(),
                "the mechanism is not direct: induce its game and look for equilibria");
        return design.typeProfiles();
    }

    private static final class Meter<T> {
        private double gap;
        private Optional<Misreport<T>> witness = Optional.empty();

        void show(double gain, Misreport<T> misreport) {
            Require.that(
                    !Double.isNaN(gain),
                    "gain of agent " + misreport.agent() + " at " + misreport.reports() + " by reporting "
                            + misreport.report(),
                    gain,
                    "must be a number",
                    "a utility is NaN, or two are infinite");
            if (gain > gap) {
                gap = gain;
                witness = Optional.of(misreport);
            }
        }

        Incentives<T> reading(Notion notion) {
            return new Incentives<>(notion, gap, witness);
        }
    }
}
