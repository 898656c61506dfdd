package org.sed4j.examples.certify;

import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Society;
import org.sed4j.envs.lineartax.LinearTax;
import org.sed4j.envs.lineartax.LinearTaxRules;
import org.sed4j.rl.metagradient.MetaGradRule;
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
 * tell nothing apart: they begin anew in every round, in every world on their own, and a round is long enough for them to answer.
 */
final class TaxRings {
    private static final int SCHOOL = 100;
    private static final int ROUNDS = 200;
    private static final int WORLDS = 16;
    private static final int SHORT = 4;
    private static final int LONG = 12;
    private static final int TRIALS = 24;
    private static final double QUICK = 1000;
    private static final double ENTROPY = 0.02;
    private static final Design MIDDLE = Design.of(0.5);

    private final double elasticity;
    private final double[] skills;

    TaxRings(double elasticity, double... skills) {
        this.elasticity = elasticity;
        this.skills = skills;
    }

    private Society.Builder society(Objective objective, int steps) {
        return Society.of(LinearTax.maker(LinearTaxRules.of(elasticity, skills).withSteps(steps)))
                .objectives(ObjectiveFamily.continuum(any -> objective, "eta"))
                .vote(VotingMechanism.always(1))
                .initial(MIDDLE)
                .rounds(steps, 1 << 20);
    }

    static FollowersPart ppo() {
        return Populations.ppo()
                .hidden(32, 32)
                .tuned(own ->
                        own.learningRate(5e-3).entropyBonus(ENTROPY).discount(0).traceDecay(0));
    }

    /** A large step: a round is a dozen updates. */
    private static FollowersPart weights(double epsilon) {
        return Populations.rule("multiplicative-weights", new FollowerKind.Multiplicative(epsilon))
                .context(Context.WORLD, WORLDS);
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
    private Ring schooled(Objective objective, PrincipalPart leader, int school, int rounds, int every) {
        Society society = society(objective, SHORT)
                .principal(Principals.succession(school, every, Principals.randomOpening(), leader))
                .followers(ppo())
                .planned(school + rounds)
                .worlds(WORLDS)
                .trials(WORLDS, 1, Noise.SHARED)
                .build();
        return new Ring(society, Optional.empty());
    }

    Ring ppoUnderPpo(Objective objective, double unit) {
        return schooled(objective, leader(4e-3, unit), SCHOOL, ROUNDS, 2);
    }

    Ring ppoUnderPomdp(Objective objective, double unit) {
        return schooled(objective, Principals.stackelbergPomdp(1, 1, leader(8e-3, unit)), SCHOOL, 3 * ROUNDS / 2, 2);
    }

    Ring ppoUnderSearch(Objective objective, boolean models) {
        return schooled(
                objective, models ? Principals.bobyqa(TRIALS) : Principals.cmaEs(TRIALS), SCHOOL + ROUNDS, 3, 0);
    }

    /** Whoever leads players by multiplicative weights, who forget after every so many rounds. */
    private Ring weighing(Objective objective, PrincipalPart leader, int rounds, int worlds, int term) {
        Society society = society(objective, LONG)
                .principal(leader)
                .followers(Restarting.every(term, weights(QUICK)))
                .planned(rounds)
                .worlds(worlds)
                .build();
        return new Ring(
                society,
                Optional.of(law -> society(objective, LONG)
                        .principal("fixed", Principal.fixed(law))
                        .followers(weights(QUICK))
                        .planned(4)
                        .build()));
    }

    Ring weightsUnderPpo(Objective objective, double unit) {
        return weighing(objective, leader(2e-2, unit), 60, 8, 1);
    }

    Ring weightsUnderPomdp(Objective objective, double unit) {
        return weighing(objective, Principals.stackelbergPomdp(1, 1, leader(2e-2, unit)), 100, 8, 2);
    }

    Ring weightsUnderSearch(Objective objective, boolean models) {
        return weighing(objective, models ? Principals.bobyqa(TRIALS) : Principals.cmaEs(TRIALS), 2, 1, 1);
    }

    /** MetaGrad leads players whose update it can differentiate. */
    Ring gradientUnderMetaGrad(Objective objective, double unit) {
        Society society = society(objective, SHORT)
                .principal(Principals.metaGrad()
                        .hidden(16, 16)
                        .rewardScale(1 / unit)
                        .rule(MetaGradRule.of(StepRule.adam(3e-3), 0)))
                .followers(Populations.policyGradient())
                .planned(2 * ROUNDS)
                .worlds(WORLDS)
                .build();
        return new Ring(society, Optional.empty());
    }

    /**
     * A society, and how it is measured.
     *
     * @param anew as in {@link LivedRing}
     */
    record Ring(Society society, Optional<Function<Design, Society>> anew) {}
}
