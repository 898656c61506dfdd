package org.sed4j.rl.noregret;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.Response;

/**
 * The followers of a game, adapting side by side: who they are, what they want to know next, and what they have played.
 *
 * <p>One update: types are drawn and frozen and everybody draws an action from its mixture ({@link #draw}). Then, if they
 * learn from counterfactuals, every follower asks for each of its actions a' what it would get if all others played what was
 * drawn: Σ|A_i| queries ({@link #query}, {@link #answer}). After the last answer all learn at once. The answers do not depend
 * on their order, so they may be asked for one by one or in a batch. Followers that learn from play alone ask one query.
 *
 * <p>A part of a world: all state is primitive. Axes of the history: |T| type profiles, |A| action profiles.
 *
 * @paper 003, Algorithms 1 and 2. Deviation: weights move once a sweep is whole, which gives the same weights
 */
public final class Population {
    private final Shape shape;
    private final FollowerRule[] rules;
    private final boolean sweeps;
    private final int queries;
    private final double[] gains; // [Σ|A_i|] of the sweep under way
    private final int[] history; // [|T|,|A|]
    private int types;
    private int profile;
    private int cursor;
    private long updates;
    private long asked;
    private final transient double[] mixture;
    private final transient double[] own;

    /** Who plays: |T_i| and |A_i| of each, |T|, |A| and the prior. Its arrays are never written. */
    private record Shape(int[] typeSizes, int[] actionSizes, int typeProfiles, int profiles, double[] prior) {
        static Shape of(BayesianGame game) {
            int n = game.players();
            int[] types = new int[n];
            int[] actions = new int[n];
            for (int i = 0; i < n; i++) {
                types[i] = game.typeProfiles().size(i);
                actions[i] = game.profiles().size(i);
            }
            int typeProfiles = game.typeProfiles().count();
            return new Shape(
                    types,
                    actions,
                    typeProfiles,
                    game.profiles().count(),
                    game.prior().toArray());
        }
    }

    /**
     * The followers of a game.
     *
     * @param game types, prior and actions; payoffs are not read
     * @param rules how each adapts; all learn from counterfactuals, or none does
     */
    public Population(BayesianGame game, List<? extends FollowerRule> rules) {
        this.shape = Shape.of(game);
        int n = game.players();
        Require.that(
                rules.size() == n && n > 0,
                "rules",
                rules.size(),
                "must be one for each of " + n + " followers, at least one",
                "one is missing");
        int all = 0;
        int most = 0;
        for (int i = 0; i < n; i++) {
            check(i, rules);
            all += shape.actionSizes[i];
            most = Math.max(most, shape.actionSizes[i]);
        }
        this.rules = rules.toArray(FollowerRule[]::new);
        this.sweeps = rules.get(0).counterfactual();
        this.queries = sweeps ? all : 1;
        this.gains = new double[all];
        this.history = new int[shape.typeProfiles * shape.profiles];
        this.mixture = new double[most];
        this.own = new double[most];
    }

    private void check(int i, List<? extends FollowerRule> all) {
        FollowerRule rule = all.get(i);
        Require.that(
                rule.types() == shape.typeSizes[i] && rule.actions() == shape.actionSizes[i],
                "table of follower " + i,
                rule.types() + " x " + rule.actions(),
                "must be " + shape.typeSizes[i] + " x " + shape.actionSizes[i] + ", types by actions",
                "the rule was made for another game");
        Require.that(
                rule.counterfactual() == all.get(0).counterfactual(),
                "rule of follower " + i,
                rule.getClass().getSimpleName(),
                "must ask what the first one asks: counterfactuals, or nothing but play",
                "no-regret rules and Q were mixed");
    }

    /** n. */
    public int followers() {
        return rules.length;
    }

    /** The rule of a follower; live. */
    public FollowerRule rule(int follower) {
        return rules[follower];
    }

    /** Queries that one update takes. */
    public int queriesPerUpdate() {
        return queries;
    }

    /** Updates since the beginning. */
    public long updates() {
        return updates;
    }

    /** Queries since the beginning. */
    public long queries() {
        return asked;
    }

    /** Numbers that {@link #show} writes: Σ |T_i|·|A_i|. */
    public int shown() {
        int sum = 0;
        for (int i = 0; i < rules.length; i++) {
            sum += shape.typeSizes[i] * shape.actionSizes[i];
        }
        return sum;
    }

    /** Forgets everything. */
    public void reset() {
        for (FollowerRule rule : rules) {
            rule.reset();
        }
        Arrays.fill(history, 0);
        Arrays.fill(gains, 0);
        types = profile = cursor = 0;
        updates = asked = 0;
    }

    /** Draws a type profile from the prior. */
    public int drawTypes(Rng rng) {
        return Weights.draw(shape.prior, shape.typeProfiles, rng.uniform());
    }

    /** Begins an update: draws types and what everybody plays. */
    public void draw(Rng rng) {
        begin(drawTypes(rng), rng);
    }

    /** Begins an update under these types: draws what everybody plays. */
    void begin(int drawnTypes, Rng rng) {
        types = drawnTypes;
        profile = 0;
        cursor = 0;
        for (int i = 0; i < rules.length; i++) {
            rules[i].strategy(type(types, i), mixture);
            profile = profile * shape.actionSizes[i] + Weights.draw(mixture, shape.actionSizes[i], rng.uniform());
        }
    }

    /** The type profile of the update under way. */
    public int types() {
        return types;
    }

    /** The profile that was drawn for the update under way. */
    public int profile() {
        return profile;
    }

    /** The profile to be played next: what was drawn, but for the follower who asks. */
    public int query() {
        return sweeps ? with(profile, asker(), deviation()) : profile;
    }

    /** Whose query {@link #query} is. */
    private int asker() {
        int follower = 0;
        int left = cursor;
        while (left >= shape.actionSizes[follower]) {
            left -= shape.actionSizes[follower];
            follower++;
        }
        return follower;
    }

    private int deviation() {
        int left = cursor;
        for (int follower = 0; left >= shape.actionSizes[follower]; follower++) {
            left -= shape.actionSizes[follower];
        }
        return left;
    }

    /**
     * Takes the answer to {@link #query}: what everybody was paid, and so what the one who asked would get.
     *
     * @param payoffs payoffs of the followers from index {@code from}, in the game's units
     * @return whether the update is complete: then call {@link #draw} again
     * @throws IllegalArgumentException if the payoff is out of range
     */
    public boolean answer(double[] payoffs, int from, PayoffRange range) {
        asked++;
        if (sweeps) {
            int follower = asker();
            gains[cursor] = range.gain(payoffs[from + follower], follower);
            cursor++;
            if (cursor < queries) {
                return false;
            }
        } else {
            int at = 0;
            for (int i = 0; i < rules.length; i++) {
                gains[at + choice(profile, i)] = range.gain(payoffs[from + i], i);
                at += shape.actionSizes[i];
            }
        }
        learn();
        return true;
    }

    private void learn() {
        int at = 0;
        for (int i = 0; i < rules.length; i++) {
            System.arraycopy(gains, at, own, 0, shape.actionSizes[i]);
            rules[i].learn(type(types, i), own, choice(profile, i));
            at += shape.actionSizes[i];
        }
        history[types * shape.profiles + profile]++;
        updates++;
    }

    /** Notes the update just completed in a meter for one follower: what it would have gained by each action. */
    void meter(int follower, RegretMeter meter, double[] mixtureBefore) {
        int at = 0;
        for (int i = 0; i < follower; i++) {
            at += shape.actionSizes[i];
        }
        System.arraycopy(gains, at, own, 0, shape.actionSizes[follower]);
        meter.note(type(types, follower), mixtureBefore, own);
    }

    /**
     * The profile that followers of these types play once the dynamics have run. Types that the history has never seen
     * play the last mixture.
     */
    public int respond(int drawnTypes, Readout readout, Rng rng) {
        if (readout == Readout.EMPIRICAL) {
            int past = past(drawnTypes, rng.uniform());
            if (past >= 0) {
                return past;
            }
        }
        int reply = 0;
        for (int i = 0; i < rules.length; i++) {
            int type = type(drawnTypes, i);
            int choice = readout == Readout.ARGMAX ? rules[i].best(type) : drawn(i, type, rng);
            reply = reply * shape.actionSizes[i] + choice;
        }
        return reply;
    }

    private int drawn(int follower, int type, Rng rng) {
        rules[follower].strategy(type, mixture);
        return Weights.draw(mixture, shape.actionSizes[follower], rng.uniform());
    }

    private int past(int drawnTypes, double uniform) {
        long seen = 0;
        for (int a = 0; a < shape.profiles; a++) {
            seen += history[drawnTypes * shape.profiles + a];
        }
        long left = (long) (uniform * seen);
        for (int a = 0; a < shape.profiles && seen > 0; a++) {
            left -= history[drawnTypes * shape.profiles + a];
            if (left < 0) {
                return a;
            }
        }
        return -1;
    }

    /** The response as a whole, as {@link #respond} draws from it. */
    public Response response(Readout readout) {
        Distribution[] byType = new Distribution[shape.typeProfiles];
        for (int t = 0; t < shape.typeProfiles; t++) {
            double[] joint = new double[shape.profiles];
            double seen = 0;
            for (int a = 0; a < shape.profiles; a++) {
                joint[a] = readout == Readout.EMPIRICAL ? history[t * shape.profiles + a] : 0;
                seen += joint[a];
            }
            byType[t] = seen > 0 ? Distribution.proportional(joint) : independent(t, readout);
        }
        return new Response(List.of(byType));
    }

    private Distribution independent(int t, Readout readout) {
        double[] joint = new double[shape.profiles];
        Arrays.fill(joint, 1);
        for (int i = 0; i < rules.length; i++) {
            int type = type(t, i);
            rules[i].strategy(type, mixture);
            for (int a = 0; a < shape.profiles; a++) {
                int choice = choice(a, i);
                joint[a] *= readout == Readout.ARGMAX ? (choice == rules[i].best(type) ? 1 : 0) : mixture[choice];
            }
        }
        return Distribution.proportional(joint);
    }

    /** Writes every table for a critic, follower by follower, type by type: {@link #shown} numbers. */
    public void show(float[] out, int at) {
        int cell = at;
        for (int i = 0; i < rules.length; i++) {
            for (int t = 0; t < shape.typeSizes[i]; t++) {
                rules[i].show(t, out, cell);
                cell += shape.actionSizes[i];
            }
        }
    }

    /** Follower i's type in a type profile. */
    int type(int typeProfile, int follower) {
        int rest = typeProfile;
        for (int i = shape.typeSizes.length - 1; i > follower; i--) {
            rest /= shape.typeSizes[i];
        }
        return rest % shape.typeSizes[follower];
    }

    private int choice(int index, int follower) {
        int rest = index;
        for (int i = shape.actionSizes.length - 1; i > follower; i--) {
            rest /= shape.actionSizes[i];
        }
        return rest % shape.actionSizes[follower];
    }

    private int with(int index, int follower, int choice) {
        int stride = 1;
        for (int i = shape.actionSizes.length - 1; i > follower; i--) {
            stride *= shape.actionSizes[i];
        }
        return index + (choice - choice(index, follower)) * stride;
    }

    /** The action profiles, numbered as everywhere. */
    public Profiles actionProfiles() {
        return Profiles.of(shape.actionSizes);
    }
}
