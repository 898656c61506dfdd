package org.sed4j.examples.certify;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Society;
import org.sed4j.envs.lineartax.LinearTax;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.population.Context;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.principal.PpoPart;
import org.sed4j.rl.principal.PpoPrincipal;
import org.sed4j.rl.principal.Principals;
import org.sed4j.rl.stackelbergpomdp.Restarting;

/**
 * Societies under the linear tax, small enough to be played by the hundred: who learns, for how long, at which rates.
 *
 * <p>Players who learn by PPO see the rate, and are schooled under random ones before a leader takes office, as in {@link
 * org.sed4j.rl.principal.Succession}; half of the rounds stay random while the leader learns. Players by multiplicative weights
 * see nothing: they begin anew in every round, in every world on their own, and a round is long enough for them to answer.
 */
final class TaxRings {
    private static final int SCHOOL = 100;
    private static final int ROUNDS = 320;
    private static final int WORLDS = 16;
    private static final int SHORT = 4;
    private static final int LONG = 12;
    private static final int TRIALS = 24;
    private static final Design MIDDLE = Design.of(0.5);

    private final double elasticity;
    private final double[] skills;

    TaxRings(double elasticity, double... skills) {
        this.elasticity = elasticity;
        this.skills = skills;
    }

    private Society.Builder society(Objective objective, int steps) {
        return Society.of(LinearTax.maker(
                        LinearTaxRules.of(elasticity, skills).withSteps(steps)))
                .objectives(ObjectiveFamily.continuum(any -> objective, "eta"))
                .vote(VotingMechanism.always(1))
                .initial(MIDDLE)
                .rounds(steps, 1 << 20);
    }

    static FollowersPart ppo() {
        return Populations.ppo().hidden(32, 32).tuned(own -> own.learningRate(5e-3)
                .entropyBonus(0.01)
                .discount(0)
                .traceDecay(0));
    }

    /** A large step: a round is a dozen updates. */
    static FollowersPart weights() {
        return Restarting.every(
                1,
                Populations.rule("multiplicative-weights", new FollowerKind.Multiplicative(1000))
                        .context(Context.WORLD, WORLDS));
    }

    /** A leader that opens each round with a rate drawn from a squashed normal of its own deviation. */
    static PpoPart leader(double rate, double unit) {
        return Principals.ppo()
                .opening()
                .continuous()
                .hidden(16, 16)
                .tuned(own -> own.learningRate(rate).entropyBonus(0).minibatches(64))
                .reward(PpoPrincipal.Reward.PERIOD_CHANGE, 1 / unit);
    }

    /** Whoever leads players that learn by PPO. */
    Society schooled(Objective objective, PrincipalPart leader, int rounds, int every) {
        return society(objective, SHORT)
                .principal(Principals.succession(SCHOOL, every, Principals.randomOpening(), leader))
                .followers(ppo())
                .planned(SCHOOL + rounds)
                .worlds(WORLDS)
                .trials(WORLDS, 1, org.sed4j.core.pomg.Noise.SHARED)
                .build();
    }

    LivedRingParts ppoUnderPpo(Objective objective, double unit) {
        return new LivedRingParts(schooled(objective, leader(4e-3, unit), ROUNDS - SCHOOL, 2), false, 2);
    }

    LivedRingParts ppoUnderPomdp(Objective objective, double unit) {
        PrincipalPart led = Principals.stackelbergPomdp(1, 1, leader(8e-3, unit));
        return new LivedRingParts(schooled(objective, led, ROUNDS - SCHOOL, 2), false, 2);
    }

    LivedRingParts ppoUnderSearch(Objective objective, boolean models) {
        PrincipalPart search = models ? Principals.bobyqa(TRIALS) : Principals.cmaEs(TRIALS);
        return new LivedRingParts(schooled(objective, search, 6, 0), true, 10);
    }

    private Society weighing(Objective objective, PrincipalPart leader, int rounds, int worlds) {
        return society(objective, LONG)
                .principal(leader)
                .followers(weights())
                .planned(rounds)
                .worlds(worlds)
                .build();
    }

    LivedRingParts weightsUnderPpo(Objective objective, double unit) {
        return new LivedRingParts(weighing(objective, leader(2e-2, unit), 60, 8), false, 1);
    }

    LivedRingParts weightsUnderPomdp(Objective objective, double unit) {
        PrincipalPart led = Principals.stackelbergPomdp(1, 1, leader(2e-2, unit));
        return new LivedRingParts(weighing(objective, led, 120, 8), false, 1);
    }

    LivedRingParts weightsUnderSearch(Objective objective, boolean models) {
        PrincipalPart search = models ? Principals.bobyqa(TRIALS) : Principals.cmaEs(TRIALS);
        return new LivedRingParts(weighing(objective, search, 2, 1), true, 1);
    }

    /** MetaGrad leads players whose update it can differentiate. */
    LivedRingParts gradientUnderMetaGrad(Objective objective, double unit) {
        Society society = society(objective, SHORT)
                .principal(Principals.metaGrad()
                        .hidden(16, 16)
                        .rewardScale(1 / unit)
                        .rule(org.sed4j.rl.metagradient.MetaGradRule.of(StepRule.adam(3e-3), 0)))
                .followers(Populations.policyGradient())
                .planned(ROUNDS)
                .worlds(WORLDS)
                .build();
        return new LivedRingParts(society, false, 2);
    }

    /** A society, and how it is measured. */
    record LivedRingParts(Society society, boolean keeps, int settling) {}
}
