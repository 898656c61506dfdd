package org.sed4j.rl.noregret;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Response;

/**
 * What followers play once their dynamics have run, read out of their rules and their history. A part of a world; what it
 * reads belongs to the {@link FollowerGroup}.
 */
final class Responses {
    private final FollowerShape shape;
    private final FollowerRule[] rules;
    private final int[] history; // [|T|,|A|]
    private final transient double[] mixture;

    Responses(FollowerShape shape, FollowerRule[] rules, int[] history) {
        this.shape = shape;
        this.rules = rules;
        this.history = history;
        this.mixture = new double[shape.mostActions()];
    }

    /** The profile that followers of these types play; types that the history has never seen play the last mixture. */
    int draw(int types, Readout readout, Rng rng) {
        if (readout == Readout.EMPIRICAL) {
            int past = past(types, rng.uniform());
            if (past >= 0) {
                return past;
            }
        }
        int reply = 0;
        for (int i = 0; i < rules.length; i++) {
            int type = shape.type(types, i);
            int choice = readout == Readout.ARGMAX ? rules[i].best(type) : drawn(i, type, rng);
            reply = reply * shape.actionSizes()[i] + choice;
        }
        return reply;
    }

    private int drawn(int follower, int type, Rng rng) {
        rules[follower].strategy(type, mixture);
        return Weights.draw(mixture, shape.actionSizes()[follower], rng.uniform());
    }

    private int past(int types, double uniform) {
        long seen = 0;
        for (int a = 0; a < shape.profiles(); a++) {
            seen += history[types * shape.profiles() + a];
        }
        long left = (long) (uniform * seen);
        for (int a = 0; a < shape.profiles() && seen > 0; a++) {
            left -= history[types * shape.profiles() + a];
            if (left < 0) {
                return a;
            }
        }
        return -1;
    }

    /** What {@link #draw} draws from. */
    Response all(Readout readout) {
        Distribution[] byType = new Distribution[shape.typeProfiles()];
        for (int t = 0; t < shape.typeProfiles(); t++) {
            double[] joint = new double[shape.profiles()];
            double seen = 0;
            for (int a = 0; a < shape.profiles(); a++) {
                joint[a] = readout == Readout.EMPIRICAL ? history[t * shape.profiles() + a] : 0;
                seen += joint[a];
            }
            byType[t] = seen > 0 ? Distribution.proportional(joint) : independent(t, readout);
        }
        return new Response(List.of(byType));
    }

    private Distribution independent(int t, Readout readout) {
        double[] joint = new double[shape.profiles()];
        Arrays.fill(joint, 1);
        for (int i = 0; i < rules.length; i++) {
            int type = shape.type(t, i);
            rules[i].strategy(type, mixture);
            for (int a = 0; a < shape.profiles(); a++) {
                int choice = shape.choice(a, i);
                joint[a] *= readout == Readout.ARGMAX ? (choice == rules[i].best(type) ? 1 : 0) : mixture[choice];
            }
        }
        return Distribution.proportional(joint);
    }
}
