package org.sed4j.examples.certify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.report.Json;
import org.sed4j.core.report.Summary;

/**
 * A claim and what its ring came to, once a seed.
 *
 * @param claim what should be
 * @param findings what was
 */
public record Judged(Claim claim, List<Claim.Finding> findings) {
    public Judged {
        findings = List.copyOf(findings);
    }

    private Summary over(ToDoubleFunction<Claim.Finding> figure) {
        return Summary.of(findings.stream().map(figure::applyAsDouble).toList());
    }

    /** The policy reached. */
    public Summary policy() {
        return over(Claim.Finding::policy);
    }

    /** The objective as lived. */
    public Summary value() {
        return over(Claim.Finding::value);
    }

    /** Exact less lived, as a share of the unit: negative where followers who err gave the objective more than exact ones. */
    public Summary gap() {
        return over(finding ->
                (claim.truth().value() - finding.value()) / claim.truth().unit());
    }

    /** Exact less what the policy reached is worth to exact followers: at least 0, up to rounding. */
    public Summary regret() {
        return over(finding ->
                (claim.truth().value() - finding.worth()) / claim.truth().unit());
    }

    /** Whether the mean lived is within the tolerance of the exact value. */
    public boolean holds() {
        return Math.abs(gap().mean()) <= claim.truth().tolerance();
    }

    /** All of it, for a file. */
    public Map<String, Object> json() {
        Claim.Truth truth = claim.truth();
        Map<String, Object> object = new LinkedHashMap<>(Json.object(
                "society", claim.society(),
                "rule", claim.rule(),
                "objective", claim.objective(),
                "principal", claim.principal(),
                "followers", claim.followers(),
                "exact_policy", truth.policy(),
                "exact_value", truth.value(),
                "unit", truth.unit(),
                "tolerance", truth.tolerance()));
        object.put("rivals", truth.rivals());
        object.put("policies", findings.stream().map(Claim.Finding::policy).toList());
        object.put("values", findings.stream().map(Claim.Finding::value).toList());
        object.put("worths", findings.stream().map(Claim.Finding::worth).toList());
        object.put("policy", shown(policy()));
        object.put("value", shown(value()));
        object.put("gap", shown(gap()));
        object.put("regret", shown(regret()));
        object.put("holds", holds());
        return object;
    }

    private static Map<String, Object> shown(Summary summary) {
        return Json.object("mean", summary.mean(), "confidence_95", summary.halfWidth(), "seeds", summary.count());
    }
}
