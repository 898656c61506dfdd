package org.sed4j.rl.ppo;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;

/** The numbers of PPO as keys of a configuration, the same for whoever learns with it. */
public final class PpoKeys {
    private PpoKeys() {}

    /**
     * All of them, in a section, with what they are if nobody says.
     *
     * @param source where those numbers come from
     */
    public static List<Key> all(String section, PpoSettings usual, String source) {
        String in = section + ".";
        List<Key> keys = new ArrayList<>();
        keys.add(Key.number(in + "learning_rate", usual.learningRate())
                .above(0)
                .to(10)
                .means("alpha of Adam at the start"));
        keys.add(Key.number(in + "adam_epsilon", usual.adamEpsilon())
                .above(0)
                .to(1)
                .means("Adam's epsilon"));
        keys.add(Key.number(in + "discount", usual.discount()).from(0).to(1).means("gamma, from decision to decision"));
        keys.add(Key.number(in + "gae_lambda", usual.traceDecay())
                .from(0)
                .to(1)
                .means("lambda of generalised advantage estimation"));
        keys.add(Key.number(in + "clip", usual.clipRange())
                .above(0)
                .to(10)
                .means("epsilon, the range of the probability ratio"));
        keys.add(Key.flag(in + "clip_value", usual.clipsValue()).means("whether the value's change is clipped too"));
        keys.add(Key.number(in + "entropy_weight", usual.entropyBonus())
                .from(0)
                .to(100)
                .means("weight of the entropy in the loss"));
        keys.add(Key.number(in + "value_weight", usual.valueWeight())
                .from(0)
                .to(1000)
                .means("weight of the value loss"));
        keys.add(Key.number(in + "gradient_norm", usual.gradientNorm())
                .above(0)
                .means("greatest norm of a gradient; .inf is any"));
        keys.add(Key.whole(in + "epochs", usual.epochs()).from(1).to(1000).means("passes over what was gathered"));
        keys.add(Key.whole(in + "minibatch", usual.minibatch()).from(1).means("rows of a minibatch"));
        keys.add(Key.flag(in + "normalise_advantages", usual.normalisesAdvantages())
                .means("whether advantages are standardised in each minibatch"));
        keys.add(Key.number(in + "target_kl", usual.stopDivergence())
                .above(0)
                .means("KL above which the epochs of an update end; .inf is never"));
        return keys.stream().map(key -> key.source(source)).toList();
    }

    /** Those of {@link #all} with these names, in that order. */
    public static List<Key> some(String section, PpoSettings usual, String source, String... names) {
        List<Key> all = all(section, usual, source);
        List<Key> some = new ArrayList<>();
        for (String name : names) {
            all.stream().filter(key -> key.path().equals(section + "." + name)).forEach(some::add);
        }
        return some;
    }

    /** Settings in which every number that a configuration has a key for is the configuration's. */
    public static PpoSettings over(PpoSettings told, String section, Config config) {
        Reader in = new Reader(section + ".", config);
        return new PpoSettings(
                in.number("learning_rate", told.learningRate()),
                in.number("adam_epsilon", told.adamEpsilon()),
                in.number("discount", told.discount()),
                in.number("gae_lambda", told.traceDecay()),
                in.number("clip", told.clipRange()),
                in.flag("clip_value", told.clipsValue()),
                in.number("entropy_weight", told.entropyBonus()),
                in.number("value_weight", told.valueWeight()),
                in.number("gradient_norm", told.gradientNorm()),
                in.whole("epochs", told.epochs()),
                in.whole("minibatch", told.minibatch()),
                in.flag("normalise_advantages", told.normalisesAdvantages()),
                in.number("target_kl", told.stopDivergence()));
    }

    private record Reader(String section, Config config) {
        boolean has(String name) {
            return config.schema().keys().stream().anyMatch(key -> key.path().equals(section + name));
        }

        double number(String name, double otherwise) {
            return has(name) ? config.number(section + name) : otherwise;
        }

        int whole(String name, int otherwise) {
            return has(name) ? config.integer(section + name) : otherwise;
        }

        boolean flag(String name, boolean otherwise) {
            return has(name) ? config.flag(section + name) : otherwise;
        }
    }
}
