package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.examples.applepicking.Sources.CODE;

import java.util.List;
import org.sed4j.core.config.Key;

/** The numbers of PPO, the same for whoever learns with it. The paper gives none of them, the published code all. */
final class LearnerKeys {
    private LearnerKeys() {}

    /**
     * PPO's keys in a section.
     *
     * @param minibatch rows of a minibatch if nobody says
     */
    static List<Key> ppo(String section, long minibatch) {
        String in = section + ".";
        return List.of(
                number(in + "learning_rate", 2.5e-4)
                        .above(0)
                        .to(1)
                        .means("Adam's step size")
                        .source(CODE),
                flag(in + "anneal_learning_rate", true)
                        .means("whether it falls linearly to 0 over the run")
                        .source(CODE),
                number(in + "adam_epsilon", 1e-5)
                        .above(0)
                        .to(1)
                        .means("Adam's epsilon")
                        .source(CODE),
                number(in + "discount", 0.99)
                        .from(0)
                        .to(1)
                        .means("gamma, a decision")
                        .source(CODE),
                number(in + "gae_lambda", 0.95)
                        .from(0)
                        .to(1)
                        .means("lambda of generalised advantage estimation")
                        .source(CODE),
                number(in + "clip", 0.2)
                        .above(0)
                        .to(10)
                        .means("epsilon, the range of the probability ratio")
                        .source(CODE),
                flag(in + "clip_value", true)
                        .means("whether the value's change is clipped too")
                        .source(CODE),
                number(in + "entropy_weight", 0.01)
                        .from(0)
                        .means("weight of the entropy in the loss")
                        .source(CODE),
                number(in + "value_weight", 0.5)
                        .from(0)
                        .means("weight of the value loss")
                        .source(CODE),
                number(in + "gradient_norm", 0.5)
                        .above(0)
                        .means("greatest norm of a gradient")
                        .source(CODE),
                whole(in + "epochs", 4)
                        .from(1)
                        .to(1000)
                        .means("passes over what was gathered")
                        .source(CODE),
                whole(in + "minibatch", minibatch)
                        .from(1)
                        .means("rows of a minibatch")
                        .source(CODE),
                flag(in + "normalise_advantages", true)
                        .means("whether advantages are standardised in each minibatch")
                        .source(CODE),
                number(in + "target_kl", Double.POSITIVE_INFINITY)
                        .above(0)
                        .means("KL above which the epochs of an update end; .inf is never")
                        .source(CODE));
    }
}
