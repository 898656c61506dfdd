package org.sed4j.voting.continuous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.sed4j.core.game.Require;

/**
 * Every rule on a continuum that the library has.
 *
 * <p>Which are immune to misreports when preferences are single-peaked: {@link #median()}, {@link #upperMedian()},
 * {@link #generalisedMedian}, {@link #uniformPhantom()}, {@link #min()}, {@link #max()}, {@link #dictator}; by Moulin's
 * theorem every anonymous one among those that look at peaks only is a generalised median (Moulin 1980, "On
 * strategy-proofness and single peakedness", Public Choice 35). The means are not.
 */
public final class ContinuousRules {
    private static final List<String> WITH_PARAMETER = List.of("principal-weighted", "dictator", "generalised-median");

    private ContinuousRules() {}

    /** The rules that need no parameter, for registries. */
    public static List<ContinuousRule> standard() {
        return List.of(
                mean(),
                median(),
                upperMedian(),
                midMedian(),
                uniformPhantom(),
                trimmedMean(0.1),
                winsorisedMean(0.1),
                geometricMedian(),
                min(),
                max(),
                midrange());
    }

    /** The ids of all rules; of those with a parameter, up to the colon before it. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (ContinuousRule rule : standard()) {
            ids.add(rule.id().replaceFirst(":.*", ""));
        }
        ids.addAll(WITH_PARAMETER);
        return ids;
    }

    /**
     * The rule of that id: one of {@link #standard()}, or with a parameter "trimmed-mean:0.2", "winsorised-mean:0.2",
     * "principal-weighted:0.5", "dictator:3", "generalised-median:0,0.5,1".
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ContinuousRule parse(String id) {
        for (ContinuousRule rule : standard()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        if (WITH_PARAMETER.contains(id)) {
            throw new IllegalArgumentException("parameter of continuous rule (" + id + ") must follow a colon, as in "
                    + id + ":0.\nMaybe it was left out.");
        }
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        double[] values = colon < 0 ? new double[0] : numbers(id.substring(colon + 1), id);
        Supplier<IllegalArgumentException> unknown = () -> new IllegalArgumentException("continuous rule (" + id
                + ") must be one of " + standard() + " or trimmed-mean:T, winsorised-mean:T, principal-weighted:W,"
                + " dictator:I, generalised-median:P,P,...\nMaybe it is spelled otherwise.");
        if (values.length == 0) {
            throw unknown.get();
        }
        return switch (name) {
            case "trimmed-mean" -> trimmedMean(only(values, id));
            case "winsorised-mean" -> winsorisedMean(only(values, id));
            case "principal-weighted" -> principalWeighted(only(values, id));
            case "dictator" -> dictator(whole(only(values, id)));
            case "generalised-median" -> generalisedMedian(values);
            default -> throw unknown.get();
        };
    }

    private static double only(double[] values, String id) {
        Require.that(
                values.length == 1,
                "parameters of continuous rule (" + id + ")",
                values.length,
                "must be 1",
                "a decimal comma was typed");
        return values[0];
    }

    private static int whole(double voter) {
        Require.that(voter == (int) voter, "number of the dictator", voter, "must be whole", "a weight was meant");
        return (int) voter;
    }

    private static double[] numbers(String list, String id) {
        try {
            return Arrays.stream(list.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "parameters of continuous rule (" + id + ") must be numbers apart by commas.\nMaybe a sign is off.",
                    e);
        }
    }

    /** The mean of the reports, weighted by the voters' weights: f(σ) of paper 002, section 4. */
    public static ContinuousRule mean() {
        return ContinuousRule.coordinatewise("mean", Means::mean);
    }

    /** The lower median: for an even number of voters the lower of the two middle reports. */
    public static ContinuousRule median() {
        return ContinuousRule.coordinatewise("median", (p, j) -> Medians.median(p, j, true));
    }

    /** The upper median: for an even number of voters the upper of the two middle reports. */
    public static ContinuousRule upperMedian() {
        return ContinuousRule.coordinatewise("upper-median", (p, j) -> Medians.median(p, j, false));
    }

    /** The middle of lower and upper median. Not immune to misreports for even n: the two middle voters move it. */
    public static ContinuousRule midMedian() {
        return ContinuousRule.coordinatewise("mid-median", Medians::middle);
    }

    /**
     * The median of the n reports and of fixed phantom reports, the lower one if their number is even.
     *
     * @param phantoms at least one number; n + 1 of them give every anonymous rule of Moulin's theorem for n voters, n - 1
     *     every efficient one
     */
    public static ContinuousRule generalisedMedian(double... phantoms) {
        Require.atLeast(phantoms.length, 1, "phantoms of a generalised median");
        double[] fixed = phantoms.clone();
        for (double phantom : fixed) {
            Require.finite(phantom, "phantom of a generalised median");
        }
        StringBuilder id = new StringBuilder("generalised-median:");
        for (int i = 0; i < fixed.length; i++) {
            id.append(i == 0 ? "" : ",").append(fixed[i]);
        }
        return ContinuousRule.coordinatewise(id.toString(), (p, j) -> Medians.withPhantoms(p, j, fixed));
    }

    /**
     * The median of the n reports in [0, 1] and the n + 1 phantoms k/n: the most proportional of generalised medians
     * (Caragiannis, Procaccia and Shah 2016 and Freeman, Pennock, Peters and Wortman Vaughan 2021 study it).
     *
     * <p>If a share s of voters reports 1 and the others 0 it chooses s. Unweighted voters only.
     */
    public static ContinuousRule uniformPhantom() {
        return ContinuousRule.coordinatewise("uniform-phantom", Medians::uniformPhantom);
    }

    /** The mean without the lowest and the highest {@code share} of reports (rounded down), share in [0, 0.5). */
    public static ContinuousRule trimmedMean(double share) {
        requireShare(share);
        return ContinuousRule.coordinatewise(
                String.format(Locale.ROOT, "trimmed-mean:%s", share), (p, j) -> Means.trimmed(p, j, share, false));
    }

    /** The mean with the lowest and the highest {@code share} of reports drawn in to the next one left, share in [0, 0.5). */
    public static ContinuousRule winsorisedMean(double share) {
        requireShare(share);
        return ContinuousRule.coordinatewise(
                String.format(Locale.ROOT, "winsorised-mean:%s", share), (p, j) -> Means.trimmed(p, j, share, true));
    }

    private static void requireShare(double share) {
        Require.that(
                share >= 0 && share < 0.5,
                "share cut off at each end",
                share,
                "must lie in [0, 0.5)",
                "it was meant for both ends together");
    }

    /** The point with the least sum of Euclidean distances to the reports (Weiszfeld 1937), 100 iterations. */
    public static ContinuousRule geometricMedian() {
        return new GeometricMedian(100);
    }

    /** The lowest report. */
    public static ContinuousRule min() {
        return ContinuousRule.coordinatewise("min", (p, j) -> Means.extreme(p, j, true));
    }

    /** The highest report. */
    public static ContinuousRule max() {
        return ContinuousRule.coordinatewise("max", (p, j) -> Means.extreme(p, j, false));
    }

    /** The middle of the lowest and the highest report. */
    public static ContinuousRule midrange() {
        return ContinuousRule.coordinatewise(
                "midrange", (p, j) -> (Means.extreme(p, j, true) + Means.extreme(p, j, false)) / 2);
    }

    /** The report of voter {@code voter}. */
    public static ContinuousRule dictator(int voter) {
        Require.atLeast(voter, 0, "number of the dictator");
        return ContinuousRule.coordinatewise("dictator:" + voter, (p, j) -> {
            Require.that(
                    voter < p.voters(),
                    "number of the dictator",
                    voter,
                    "must be below " + p.voters(),
                    "voters are counted from 0");
            return p.report(voter, j);
        });
    }

    /** w·θ_0 + (1-w)·mean: the principal's own row counts for a share {@code w} in [0, 1]. */
    public static ContinuousRule principalWeighted(double weight) {
        Require.within(weight, 0, 1, "weight of the principal");
        return ContinuousRule.coordinatewise("principal-weighted:" + weight, (p, j) -> {
            double own = p.principal()
                    .orElseThrow(() -> new IllegalArgumentException("principal-weighted (weight " + weight
                            + ") needs the principal's row.\nMaybe the profile was made from voters alone."))[j];
            return weight * own + (1 - weight) * Means.mean(p, j);
        });
    }
}
