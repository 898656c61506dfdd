package org.sed4j.core.pomg;

import java.util.Arrays;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.run.Rng;

/**
 * The escape room ER(n,m): n players at a lever (0), a start (1) or a door (2); the door opens while m choose the lever.
 *
 * <p>+10 for choosing the open door, 0 for staying, -1 for moving otherwise; five steps at most. The design pays whoever
 * chooses k the amount φ_k. Numbers: the published code of paper 003's experiments, env/escape_room.py.
 */
public final class EscapeRoom implements World, Settlement {
    private static final int DOOR = 2;
    private static final int HORIZON = 5;

    private final int players;
    private final int pullers;
    private final Spaces spaces;
    private final int[] place;
    /** Reward before incentives, then the choice made, player by player. */
    private final float[] ledger;

    private int time;
    private boolean out;

    public EscapeRoom(int players, int pullers) {
        this.players = players;
        this.pullers = pullers;
        this.place = new int[players];
        this.ledger = new float[2 * players];
        this.spaces = Spaces.players(players)
                .actions(3)
                .codes(1, players, 3)
                .principalCodes(2, players, 3)
                .design(DesignSpace.box(0, 2, "lever", "start", "door"))
                .ledger(2 * players)
                .gauges("outside")
                .build();
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public void reset(Rng rng) {
        Arrays.fill(place, 1);
        Arrays.fill(ledger, 0);
        time = 0;
        out = false;
    }

    @Override
    public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
        int pulling = 0;
        for (int action : actions) {
            pulling += action == 0 ? 1 : 0;
        }
        boolean open = pulling >= pullers;
        for (int i = 0; i < players; i++) {
            float moved = place[i] == actions[i] ? 0 : -1;
            ledger[i] = open && actions[i] == DOOR ? 10 : moved;
            ledger[players + i] = actions[i];
            place[i] = actions[i];
            out |= open && actions[i] == DOOR;
        }
        time++;
    }

    @Override
    public float[] ledger() {
        return ledger;
    }

    @Override
    public void rewards(float[] record, float[] design, float[] paid) {
        for (int i = 0; i < players; i++) {
            paid[i] = record[i] + design[(int) record[players + i]];
        }
    }

    @Override
    public void pullback(float[] record, float[] design, float[] cotangent, float[] gradient) {
        for (int i = 0; i < players; i++) {
            gradient[(int) record[players + i]] += cotangent[i];
        }
    }

    @Override
    public void observe(int player, float[] design, View view) {
        for (int i = 0; i < players; i++) {
            view.codes[i] = (byte) place[(player + i) % players];
        }
    }

    @Override
    public boolean due() {
        return true;
    }

    @Override
    public void consult(int[] actions, float[] design, View view) {
        for (int i = 0; i < players; i++) {
            view.codes[i] = (byte) place[i];
            view.codes[players + i] = (byte) actions[i];
        }
    }

    @Override
    public boolean terminated() {
        return out;
    }

    @Override
    public boolean truncated() {
        return time >= HORIZON && !out;
    }

    @Override
    public void gauge(float[] readings) {
        readings[0] = out ? 1 : 0;
    }
}
