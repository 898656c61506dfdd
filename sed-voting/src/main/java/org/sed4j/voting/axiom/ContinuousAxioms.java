package org.sed4j.voting.axiom;

import java.util.Optional;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;

/**
 * Axioms of rules on a line, for voters whose preferences are single-peaked at their type. All these rules look at peaks only.
 *
 * <p>Source: Moulin (1980), "On strategy-proofness and single peakedness", Public Choice 35; Border and Jordan (1983),
 * "Straightforward elections, unanimity and phantom voters", Rev. Econ. Stud. 50 (uncompromising).
 */
public final class ContinuousAxioms {
    private ContinuousAxioms() {}

    /**
     * A voter, its misreport and what follows.
     *
     * @param voter who
     * @param report what it reports instead of its type
     * @param honest the choice without it
     * @param manipulated the choice with it
     */
    public record Misreport(int voter, double report, double honest, double manipulated) {}

    /**
     * A misreport from the grid {0, 1/steps, ..., 1} that some single-peaked preference gains by, if there is one: the honest
     * choice does not lie between the voter's peak and the manipulated choice.
     */
    public static Optional<Misreport> manipulation(ContinuousRule rule, TypeProfile profile, int steps) {
        return find(
                rule,
                profile,
                steps,
                (peak, report, honest, got) -> honest < Math.min(peak, got) || honest > Math.max(peak, got));
    }

    /** A voter who moves the choice although its report stays on the same side of it, if there is one (uncompromising). */
    public static Optional<Misreport> compromise(ContinuousRule rule, TypeProfile profile, int steps) {
        return find(rule, profile, steps, (peak, report, honest, got) -> {
            boolean sameSide = (peak < honest && report <= honest) || (peak > honest && report >= honest);
            return sameSide && got != honest;
        });
    }

    /** What is looked for. */
    @FunctionalInterface
    private interface Complaint {
        boolean holds(double peak, double report, double honest, double got);
    }

    private static Optional<Misreport> find(ContinuousRule rule, TypeProfile profile, int steps, Complaint complaint) {
        double honest = rule.choose(profile)[0];
        for (int i = 0; i < profile.voters(); i++) {
            double peak = profile.report(i, 0);
            for (int step = 0; step <= steps; step++) {
                double report = (double) step / steps;
                double got = rule.choose(profile.withReport(i, report))[0];
                if (complaint.holds(peak, report, honest, got)) {
                    return Optional.of(new Misreport(i, report, honest, got));
                }
            }
        }
        return Optional.empty();
    }

    /** A voter whose higher report lowers the choice, if there is one. */
    public static Optional<Misreport> reversal(ContinuousRule rule, TypeProfile profile, int steps) {
        double honest = rule.choose(profile)[0];
        for (int i = 0; i < profile.voters(); i++) {
            for (int step = 0; step <= steps; step++) {
                double report = (double) step / steps;
                double got = rule.choose(profile.withReport(i, report))[0];
                if (report >= profile.report(i, 0) && got < honest) {
                    return Optional.of(new Misreport(i, report, honest, got));
                }
            }
        }
        return Optional.empty();
    }
}
