package org.sed4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.report.Legend.Panel;

/** The panels of whoever learns by PPO. */
public final class LearnerPanels {
    private LearnerPanels() {}

    /**
     * The updates of one learner.
     *
     * @param prefix of its columns
     * @param who it is, in a sentence
     */
    public static List<Panel> of(String section, String prefix, String who) {
        List<Panel> panels = new ArrayList<>();
        String p = prefix + "_";
        panels.add(Panel.of(
                section,
                p + "return",
                "Return",
                "reward a round",
                "What it learns to raise, before discounting.",
                p + "return_mean",
                "mean over players",
                p + "return",
                "return"));
        panels.add(Panel.of(
                section,
                p + "losses",
                "Losses",
                "",
                "What the updates descend; a policy loss near zero is normal.",
                p + "policy_loss",
                "policy loss",
                p + "value_loss",
                "value loss"));
        panels.add(Panel.of(
                section,
                p + "entropy",
                "Entropy",
                "nats",
                "How undecided the " + who + "'s policy is; it falls as the policy makes up its mind.",
                p + "entropy",
                "entropy"));
        panels.add(Panel.of(
                section,
                p + "kl",
                "Change of the policy",
                "nats",
                "KL divergence from the policy before each update: small steps are safe steps.",
                p + "kl",
                "KL divergence"));
        panels.add(Panel.of(
                section,
                p + "clip",
                "Clipped samples",
                "fraction",
                "How many samples pushed the policy as far as an update may go.",
                p + "clip_fraction",
                "clip fraction"));
        panels.add(Panel.of(
                section,
                p + "explained",
                "Explained variance",
                "fraction",
                "How well returns are foreseen: 1 is perfectly, 0 no better than their mean.",
                p + "explained_variance",
                "explained variance"));
        panels.add(Panel.of(
                section,
                p + "rate",
                "Learning rate",
                "",
                "The step size of the updates.",
                p + "learning_rate",
                "learning rate"));
        return panels;
    }
}
