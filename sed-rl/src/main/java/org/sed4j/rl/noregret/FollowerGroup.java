package org.sed4j.rl.noregret;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.BayesianGame;
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
public final class FollowerGroup {
    private final FollowerShape shape;
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
    private final Responses responses; // no state of its own
    private final transient double[] mixture;
    private final transient double[] own;

    /**
     * The followers of a game.
     *
     * @param game types, prior and actions; payoffs are not read
     * @param rules how each adapts; all learn from counterfactuals, or none does
     */
    public FollowerGroup(BayesianGame game, List<? extends FollowerRule> rules) {
        this.shape = FollowerShape.of(game);
        int n = game.players();
        Require.that(
                rules.size() == n && n > 0,
                "rules",
                rules.size(),
                "must be one for each of " + n + " followers, at least one",
                "one is missing");
        for (int i = 0; i < n; i++) {
            check(i, rules);
        }
        int all = shape.start(n);
        this.rules = rules.toArray(FollowerRule[]::new);
        this.sweeps = rules.get(0).counterfactual();
        this.queries = sweeps ? all : 1;
        this.gains = new double[all];
        this.history = new int[shape.typeProfiles() * shape.profiles()];
        this.responses = new Responses(shape, this.rules, history);
        this.mixture = new double[shape.mostActions()];
        this.own = new double[shape.mostActions()];
    }

    private void check(int i, List<? extends FollowerRule> all) {
        FollowerRule rule = all.get(i);
        Require.that(
                rule.types() == shape.typeSizes()[i] && rule.actions() == shape.actionSizes()[i],
                "table of follower " + i,
                rule.types() + " x " + rule.actions(),
                "must be " + shape.typeSizes()[i] + " x " + shape.actionSizes()[i] + ", types by actions",
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
            sum += shape.typeSizes()[i] * shape.actionSizes()[i];
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
        return Weights.draw(shape.prior(), shape.typeProfiles(), rng.uniform());
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
            rules[i].strategy(shape.type(types, i), mixture);
            profile = profile * shape.actionSizes()[i] + Weights.draw(mixture, shape.actionSizes()[i], rng.uniform());
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
        if (!sweeps) {
            return profile;
        }
        int asker = shape.owner(cursor);
        return shape.with(profile, asker, cursor - shape.start(asker));
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
            int follower = shape.owner(cursor);
            gains[cursor] = range.gain(payoffs[from + follower], follower);
            cursor++;
            if (cursor < queries) {
                return false;
            }
        } else {
            int at = 0;
            for (int i = 0; i < rules.length; i++) {
                gains[at + shape.choice(profile, i)] = range.gain(payoffs[from + i], i);
                at += shape.actionSizes()[i];
            }
        }
        learn();
        return true;
    }

    private void learn() {
        int at = 0;
        for (int i = 0; i < rules.length; i++) {
            System.arraycopy(gains, at, own, 0, shape.actionSizes()[i]);
            rules[i].learn(shape.type(types, i), own, shape.choice(profile, i));
            at += shape.actionSizes()[i];
        }
        history[types * shape.profiles() + profile]++;
        updates++;
    }

    /** Notes the update just completed in a meter for one follower: what it would have gained by each action. */
    void meter(int follower, RegretMeter meter, double[] mixtureBefore) {
        System.arraycopy(gains, shape.start(follower), own, 0, shape.actionSizes()[follower]);
        meter.note(shape.type(types, follower), mixtureBefore, own);
    }

    /**
     * The profile that followers of these types play once the dynamics have run. Types that the history has never seen
     * play the last mixture.
     */
    public int respond(int drawnTypes, Readout readout, Rng rng) {
        return responses.draw(drawnTypes, readout, rng);
    }

    /** The response as a whole, as {@link #respond} draws from it. */
    public Response response(Readout readout) {
        return responses.all(readout);
    }

    /** Writes every table for a critic, follower by follower, type by type: {@link #shown} numbers. */
    public void show(float[] out, int at) {
        int cell = at;
        for (int i = 0; i < rules.length; i++) {
            for (int t = 0; t < shape.typeSizes()[i]; t++) {
                rules[i].show(t, out, cell);
                cell += shape.actionSizes()[i];
            }
        }
    }

    /** The action profiles, numbered as everywhere. */
    public Profiles actionProfiles() {
        return Profiles.of(shape.actionSizes());
    }
}
