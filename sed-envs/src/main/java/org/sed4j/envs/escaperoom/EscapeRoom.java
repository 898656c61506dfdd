package org.sed4j.envs.escaperoom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Pictured;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.incentive.DeedPay;

/**
 * One world of ER(n, m): n players stand at the lever, at the start or at the door; the door is open in a step in which at
 * least m choose the lever.
 *
 * <p>An action is the place to be at, and always succeeds. A player who chooses the open door gets the exit reward; else one
 * who stays gets 0 and one who moves pays. The episode ends when somebody stands at the open door, or at the horizon; both
 * are final states. The principal sees everybody's place and the actions about to be played and sets an incentive for each
 * action (or player); the reward is R_i = base_i + φ[a_i] (or φ[i]).
 *
 * <p>Source of what paper 004 leaves open (rewards of staying, horizon, end, observations): its published code.
 *
 * @paper 004, section 4.1
 */
public final class EscapeRoom implements World, Settlement, Pictured {
    /** Action and place: at the lever. */
    public static final int LEVER = 0;
    /** Action and place: at the start, where everybody begins. */
    public static final int START = 1;
    /** Action and place: at the door. */
    public static final int DOOR = 2;
    /** How many places there are. */
    public static final int PLACES = 3;

    /** Measure: the reward without incentives. */
    public static final String BASE = "base_reward";
    /** Measure: the incentive paid. */
    public static final String INCENTIVE = "incentive";
    /** Measure: 1 for one who chose the lever. */
    public static final String PULLED = "pulled";
    /** Measure: 1 for one who left by the open door. */
    public static final String LEFT = "left";

    private static final List<String> PLACE_NAMES = List.of("lever", "start", "door");

    private final EscapeRoomRules rules;
    private final Spaces spaces;
    private final int players;
    private final DeedPay pay;

    private final int[] place;
    private int steps;
    private boolean escaped;
    /** Base rewards, then actions. */
    private final float[] ledger;

    private final float[] paid;
    private final boolean[] left;

    private EscapeRoom(EscapeRoomRules rules, Spaces spaces) {
        this.rules = rules;
        this.spaces = spaces;
        this.players = rules.players();
        this.pay = new DeedPay(players, rules.target() == IncentiveTarget.PLAYER);
        this.place = new int[players];
        this.ledger = new float[pay.ledger()];
        this.paid = new float[players];
        this.left = new boolean[players];
    }

    /** One world under these rules. */
    public EscapeRoom(EscapeRoomRules rules) {
        this(rules, spaces(rules));
    }

    /** A maker of worlds under these rules: what a batch is made from. */
    public static Supplier<EscapeRoom> maker(EscapeRoomRules rules) {
        Spaces spaces = spaces(rules);
        return () -> new EscapeRoom(rules, spaces);
    }

    private static Spaces spaces(EscapeRoomRules rules) {
        int n = rules.players();
        List<String> seen = new ArrayList<>(names("own"));
        List<String> principal = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        List<String> incentives = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            principal.addAll(names("player_" + i + "_at"));
            actions.addAll(names("player_" + i + "_chooses"));
            if (i > 0) {
                seen.addAll(names("other_" + i));
            }
            if (rules.target() == IncentiveTarget.PLAYER) {
                incentives.add("player_" + i);
            }
        }
        principal.addAll(actions);
        return Spaces.players(n)
                .actions(PLACES)
                .numbers(seen.toArray(String[]::new))
                .principalNumbers(principal.toArray(String[]::new))
                .design(DesignSpace.box(
                        0,
                        rules.bound(),
                        (rules.target() == IncentiveTarget.PLAYER ? incentives : PLACE_NAMES).toArray(String[]::new)))
                .ledger(2 * n)
                .measures(BASE, INCENTIVE, PULLED, LEFT)
                .build();
    }

    private static List<String> names(String stem) {
        return PLACE_NAMES.stream().map(place -> stem + "_" + place).toList();
    }

    @Override
    public Palette palette() {
        return EscapeRoomPictures.palette(rules.players());
    }

    @Override
    public Frame frame(String caption) {
        return EscapeRoomPictures.frame(this, caption);
    }

    /** What this world is played by. */
    public EscapeRoomRules rules() {
        return rules;
    }

    /** Where a player stands: {@link #LEVER}, {@link #START} or {@link #DOOR}. */
    public int place(int player) {
        return place[player];
    }

    /** Whether somebody left in the last step. */
    public boolean escaped() {
        return escaped;
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        Arrays.fill(place, START);
        Arrays.fill(ledger, 0);
        Arrays.fill(paid, 0);
        Arrays.fill(left, false);
        steps = 0;
        escaped = false;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        int pulling = 0;
        for (int i = 0; i < players; i++) {
            pulling += actions[i] == LEVER ? 1 : 0;
        }
        boolean open = pulling >= rules.lever();
        escaped = false;
        for (int i = 0; i < players; i++) {
            left[i] = open && actions[i] == DOOR;
            escaped |= left[i];
            pay.enter(i, base(left[i], actions[i] != place[i]), actions[i], ledger);
            paid[i] = pay.paid(i, ledger, design);
            place[i] = actions[i];
        }
        steps++;
    }

    private float base(boolean leaves, boolean moves) {
        if (leaves) {
            return (float) rules.exitReward();
        }
        return moves ? (float) -rules.moveCost() : 0;
    }

    @Override
    public void observe(int player, float[] design, View out) {
        Arrays.fill(out.numbers, 0);
        out.numbers[place[player]] = 1;
        int at = PLACES;
        for (int i = 0; i < players; i++) {
            if (i != player) {
                out.numbers[at + place[i]] = 1;
                at += PLACES;
            }
        }
    }

    @Override
    public boolean due() {
        return true;
    }

    @Override
    public void consult(int[] actions, float[] design, View out) {
        Arrays.fill(out.numbers, 0);
        for (int i = 0; i < players; i++) {
            out.numbers[i * PLACES + place[i]] = 1;
            out.numbers[(players + i) * PLACES + actions[i]] = 1;
        }
    }

    @Override
    public boolean terminated() {
        return escaped || steps >= rules.horizon();
    }

    @Override
    public void measure(float[] out) {
        for (int i = 0; i < players; i++) {
            int m = i * 4;
            out[m] = ledger[i];
            out[m + 1] = paid[i];
            out[m + 2] = pay.deed(i, ledger) == LEVER && steps > 0 ? 1 : 0;
            out[m + 3] = left[i] ? 1 : 0;
        }
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] ledger, float[] design, float[] out) {
        pay.rewards(ledger, design, out);
    }

    @Override
    public void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient) {
        pay.pullback(ledger, cotangent, gradient);
    }
}
