package org.sed4j.rl.stackelbergpomdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.rl.noregret.FollowerGroup;

/**
 * The Stackelberg POMDP: an episode in which the followers of a game learn to respond, by querying the leader's policy, and
 * the leader is then paid for the response.
 *
 * <p>The leader is the principal: it is due at every step, sees what the game shows it, and its move is the design it enacts.
 * The followers' adaptation is the state; as players they only go on. First come T_eq complete updates, each some plays whose
 * rewards to the leader are 0 (equilibrium sub-episodes), then T_rw plays of the response that pay 1/T_rw of the leader's
 * payoff each (reward sub-episodes), types drawn anew. A step is one move: none is spent on resets. A world that is over
 * stands still until it is reset.
 *
 * <p>The principal's view holds what the leader sees first, then what a central critic may see. Gauges: {@link #PAID} in the
 * leader's unit, {@link #REWARDING}, {@link #UPDATES}, {@link #QUERIES}, {@link #PLAYS}. Rewards of players are the
 * followers' payoffs, in the game's units, in the step that ends a play.
 *
 * @paper 003, section 5 and Definition 5.1. Deviations: a sub-episode of the published code is one query here, and updates are
 *     counted when complete; no step follows the end of a play
 */
public final class StackelbergPomdp implements World {
    /** Gauge: what the last step paid the leader, in its unit. */
    public static final int PAID = 0;
    /** Gauge: 1 in the reward phase. */
    public static final int REWARDING = 1;
    /** Gauge: complete updates so far. */
    public static final int UPDATES = 2;
    /** Gauge: queries so far, the published code's equilibrium sub-episodes. */
    public static final int QUERIES = 3;
    /** Gauge: plays ended so far, in both phases. */
    public static final int PLAYS = 4;

    private final PomdpRules rules;
    private final Spaces spaces;
    private final FollowerGroup followers;
    private final double[] play;
    private final Sizes sizes;
    private int types;
    private boolean rewarding;
    private boolean over;
    private int rewarded;
    private int plays;
    private float paid;
    private final transient double[] payoffs;

    /** What the game is asked for once. */
    private record Sizes(int[] types, int seen, double unit) {}

    /** A world of that POMDP. */
    public StackelbergPomdp(PomdpRules rules) {
        this.rules = rules;
        BayesianGame shape = rules.game().followers();
        this.followers = rules.kind().followers(shape);
        int[] typeSizes = new int[shape.players()];
        for (int i = 0; i < typeSizes.length; i++) {
            typeSizes[i] = shape.typeProfiles().size(i);
        }
        this.sizes =
                new Sizes(typeSizes, rules.game().sees().size(), rules.game().leaderUnit());
        this.spaces = spaces(rules, followers, typeSizes);
        this.play = new double[rules.game().memory()];
        this.payoffs = new double[shape.players()];
    }

    private static Spaces spaces(PomdpRules rules, FollowerGroup followers, int[] typeSizes) {
        List<String> seen = new ArrayList<>(rules.game().sees());
        PomdpRules.CriticView critic = rules.critic();
        if (critic.phase()) {
            seen.addAll(List.of("equilibrium_phase", "reward_phase"));
        }
        for (int j = 0; j < followers.shown() && critic.weights(); j++) {
            seen.add("weight_" + j);
        }
        for (int i = 0; i < typeSizes.length && critic.types(); i++) {
            for (int t = 0; t < typeSizes[i]; t++) {
                seen.add("type_" + i + "_" + t);
            }
        }
        if (critic.progress()) {
            seen.addAll(List.of("updates_done", "rewards_done"));
        }
        return Spaces.players(followers.followers())
                .design(rules.game().space().designs())
                .principalNumbers(seen.toArray(String[]::new))
                .gauges("paid", "rewarding", "updates", "queries", "plays")
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    /** The followers; live, for looking. */
    public FollowerGroup followers() {
        return followers;
    }

    @Override
    public void reset(Rng rng) {
        followers.reset();
        followers.draw(rng);
        Arrays.fill(play, 0);
        rewarding = false;
        over = false;
        rewarded = 0;
        plays = 0;
        paid = 0;
        begin(rng);
    }

    private void begin(Rng rng) {
        if (rewarding) {
            types = followers.drawTypes(rng);
            rules.game().begin(types, followers.respond(types, rules.readout(), rng), play);
        } else {
            types = followers.types();
            rules.game().begin(types, followers.query(), play);
        }
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        Arrays.fill(rewards, 0);
        paid = 0;
        if (over || !rules.game().move(design, play)) {
            return;
        }
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] = rules.game().payoff(i + 1, play);
            rewards[i] = (float) payoffs[i];
        }
        plays++;
        if (rewarding) {
            paid = (float) (rules.game().payoff(0, play) / (sizes.unit * rules.rewards()));
            rewarded++;
            over = rewarded == rules.rewards();
        } else if (followers.answer(payoffs, 0, rules.range())) {
            rewarding = followers.updates() == rules.updates();
            if (!rewarding) {
                followers.draw(rng);
            }
        }
        if (!over) {
            begin(rng);
        }
    }

    @Override
    public void observe(int player, float[] design, View out) {}

    @Override
    public boolean due() {
        return !over;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        PomdpRules.CriticView critic = rules.critic();
        rules.game().observe(play, out.numbers);
        int at = sizes.seen;
        if (critic.phase()) {
            out.numbers[at] = rewarding ? 0 : 1;
            out.numbers[at + 1] = rewarding ? 1 : 0;
            at += 2;
        }
        if (critic.weights()) {
            followers.show(out.numbers, at);
            at += followers.shown();
        }
        if (critic.types()) {
            at = showTypes(out.numbers, at);
        }
        if (critic.progress()) {
            out.numbers[at] = (float) followers.updates() / rules.updates();
            out.numbers[at + 1] = (float) rewarded / rules.rewards();
        }
    }

    private int showTypes(float[] out, int from) {
        int at = from;
        for (int size : sizes.types) {
            Arrays.fill(out, at, at + size, 0);
            at += size;
        }
        int rest = types;
        int end = at;
        for (int i = sizes.types.length - 1; i >= 0; i--) {
            end -= sizes.types[i];
            out[end + rest % sizes.types[i]] = 1;
            rest /= sizes.types[i];
        }
        return at;
    }

    @Override
    public boolean terminated() {
        return over;
    }

    @Override
    public void gauge(float[] out) {
        out[PAID] = paid;
        out[REWARDING] = rewarding ? 1 : 0;
        out[UPDATES] = followers.updates();
        out[QUERIES] = followers.queries();
        out[PLAYS] = plays;
    }
}
