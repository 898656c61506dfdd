package org.sed4j.examples.certify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.envs.oracle.Oracle;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/** A vote on the policy itself: candidates are policies, voters value each by what they would get under it. */
public final class PolicyElection {
    /**
     * Ways that ties inside rounds may fall that are followed: over a grid, hundreds of majorities tie without changing who
     * wins.
     */
    private static final int BRANCHES = 16;

    private final Oracle oracle;
    private final Levels policies;
    private final UtilityProfile utilities;
    private final RankingProfile rankings;

    /**
     * The sincere vote of an oracle's players.
     *
     * @param policies the candidates, within the oracle's range
     */
    public PolicyElection(Oracle oracle, Levels policies) {
        this.oracle = oracle;
        this.policies = policies.within(oracle.low(), oracle.high(), "policy");
        List<String> names = new ArrayList<>();
        double[][] rows = new double[oracle.players()][policies.count()];
        for (int k = 0; k < policies.count(); k++) {
            names.add(String.valueOf(policies.at(k)));
            double[] at = oracle.utilities(policies.at(k));
            for (int i = 0; i < at.length; i++) {
                rows[i][k] = at[i];
            }
        }
        this.utilities = UtilityProfile.of(new Candidates(names), rows);
        this.rankings = utilities.rankings();
    }

    /** What voters get from each policy. */
    public UtilityProfile utilities() {
        return utilities;
    }

    /** How voters rank the policies. */
    public RankingProfile rankings() {
        return rankings;
    }

    /** The policies that a rule elects, rising; it counts utilities where it is defined on them, else rankings. */
    public List<Double> elect(VotingRule rule) {
        boolean cardinal = rule.info().accepts().contains(utilities.kind());
        return rule.count(cardinal ? utilities : rankings, Count.parallel().limited(BRANCHES)).winners().stream()
                .map(policies::at)
                .toList();
    }

    /** The outcome of every single-winner rule that is defined on utilities or on these rankings, by id. */
    public Map<String, List<Double>> outcomes() {
        Map<String, List<Double>> outcomes = new LinkedHashMap<>();
        List<VotingRule> rules = new ArrayList<>(Rules.ordinal());
        rules.addAll(Rules.cardinal());
        for (VotingRule rule : rules) {
            boolean defined = rule.info().accepts().contains(utilities.kind())
                    || rule.info().accepts().contains(rankings.kind());
            if (defined) {
                outcomes.put(rule.id(), elect(rule));
            }
        }
        return outcomes;
    }

    /** What an aim loses to what a rule elects, against the best policy there is: the mean over tied winners. */
    public double price(VotingRule rule, Aim aim) {
        double elected = elect(rule).stream()
                .mapToDouble(t -> aim.value(oracle, t))
                .average()
                .orElseThrow();
        return aim.value(oracle, aim.policy(oracle)) - elected;
    }
}
