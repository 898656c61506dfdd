package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Checkpointed;

/**
 * One episode of every world of a batch, as players and principal saw it, with the ledgers that rewards are settled from.
 *
 * <p>Axes: T slots (steps), B worlds, n players, L = B · n lanes, C cells, F numbers, H heads, K choices; C0, F0 the
 * principal's, k entries of a design, G entries of a ledger, M measures. World b fills slots [0, length(b)) and shows one
 * observation more, its last. A carrier: written by {@link Episodes}, reused.
 */
public final class Trajectory implements Checkpointed {

    private final Spaces spaces;
    private final int batch;
    private final int lanes;
    private final int slots;

    private final Recording recorded;
    private final Cuts cuts;
    private final int[] length;
    private final boolean[] terminated;
    private final boolean[] over;
    private final boolean[] endedLast;
    private double exploration;
    private int slot;
    /** Steps of the window that is recorded; 0 for whole episodes. */
    private int window;

    private Object episode = new Object();

    /** Room for episodes of up to {@code slots} steps of {@code batch} worlds. */
    public Trajectory(Spaces spaces, int batch, int slots) {
        Require.atLeast(slots, 1, "steps of an episode");
        this.spaces = spaces;
        this.batch = batch;
        this.lanes = batch * spaces.players();
        this.slots = slots;
        this.recorded = new Recording(spaces, batch, slots);
        this.cuts = new Cuts(spaces, batch, slots);
        this.length = new int[batch];
        this.terminated = new boolean[batch];
        this.over = new boolean[batch];
        this.endedLast = new boolean[batch];
    }

    /** The economy's spaces. */
    public Spaces spaces() {
        return spaces;
    }

    /** B. */
    public int batch() {
        return batch;
    }

    /** L. */
    public int lanes() {
        return lanes;
    }

    /** T, the most steps that it can hold. */
    public int slots() {
        return slots;
    }

    /** How many steps world b lived. */
    public int length(int b) {
        return length[b];
    }

    /** The steps that the longest-lived world lived. */
    public int longest() {
        int most = 0;
        for (int steps : length) {
            most = Math.max(most, steps);
        }
        return most;
    }

    /** Whether world b ended in a final state, so that nothing of value follows its last observation. */
    public boolean terminated(int b) {
        return terminated[b];
    }

    /** ε with which the players acted. */
    public double exploration() {
        return exploration;
    }

    /** The choice of a lane's first head. */
    public int action(int slot, int lane) {
        return recorded.actions[(slot * lanes + lane) * spaces.heads()];
    }

    /** What a lane was paid. */
    public double reward(int slot, int lane) {
        return recorded.rewards[slot * lanes + lane];
    }

    /** Measure {@code m} of a lane. */
    public double measure(int slot, int lane, int m) {
        return recorded.measures[(slot * lanes + lane) * spaces.measures().size() + m];
    }

    /** Entry {@code j} of the design in force in world b. */
    public double design(int slot, int b, int j) {
        return recorded.designs[(slot * batch + b) * spaces.design().dimension() + j];
    }

    /** What gauge {@code g} of world b showed after a step. */
    public double gauge(int slot, int b, int g) {
        return recorded.gauges[(slot * batch + b) * spaces.gauges().size() + g];
    }

    /** Measure {@code m} of a lane before the first step: what it had of a stock. */
    public double opening(int lane, int m) {
        return recorded.openings[lane * spaces.measures().size() + m];
    }

    /** What gauge {@code g} of world b showed before the first step. */
    public double openingGauge(int b, int g) {
        return recorded.openingGauges[b * spaces.gauges().size() + g];
    }

    /** Entry {@code j} of the design that was in force in world b before the first decision. */
    public double law(int b, int j) {
        return recorded.laws[b * spaces.design().dimension() + j];
    }

    /** Whether world b ended with a step and began anew, inside a window. */
    public boolean ends(int slot, int b) {
        return cuts.after(slot, b) >= 0;
    }

    /** Whether the principal decided before that step. */
    public boolean due(int slot, int b) {
        return recorded.due[slot * batch + b] != 0;
    }

    /** Copies the ledger of a step. */
    public void ledger(int slot, int b, float[] out) {
        System.arraycopy(recorded.ledgers, (slot * batch + b) * spaces.ledger(), out, 0, spaces.ledger());
    }

    int[] actions() {
        return recorded.actions;
    }

    byte[] masks() {
        return recorded.masks;
    }

    /** Copies what a lane saw at a slot to place {@code at} of a batch of rows. */
    void playerRow(int slot, int lane, int at, byte[] toCodes, float[] toNumbers) {
        int cells = spaces.codes().cells();
        int count = spaces.numbers().size();
        int from = slot * lanes + lane;
        System.arraycopy(recorded.codes, from * cells, toCodes, at * cells, cells);
        System.arraycopy(recorded.numbers, from * count, toNumbers, at * count, count);
    }

    /** Copies what the principal saw of world b to place {@code at}, the first {@code count} numbers of it. */
    void principalRow(int slot, int b, int at, int count, byte[] toCodes, float[] toNumbers) {
        int cells = spaces.principalCodes().cells();
        int all = spaces.principalNumbers().size();
        int from = slot * batch + b;
        System.arraycopy(recorded.principalCodes, from * cells, toCodes, at * cells, cells);
        System.arraycopy(recorded.principalNumbers, from * all, toNumbers, at * count, count);
    }

    // what is written, in this order, by whoever plays

    /** Forgets the last episode; players act with that exploration. */
    void open(double epsilon) {
        exploration = epsilon;
        episode = new Object();
        slot = 0;
        window = 0;
        cuts.clear();
        Arrays.fill(length, 0);
        Arrays.fill(terminated, false);
        Arrays.fill(over, false);
    }

    /** Forgets what was recorded; the next so many steps of every world are a window, whoever ends in it going on anew. */
    void open(double epsilon, int steps) {
        Require.that(
                steps <= slots,
                "steps of a round",
                steps,
                "must be at most " + slots,
                "the players were made for shorter rounds");
        open(epsilon);
        window = steps;
    }

    int slot() {
        return slot;
    }

    /** Where worlds ended inside the window. */
    Cuts cuts() {
        return cuts;
    }

    /** Whether every world ended with the last step: nothing beyond the window is of value, or everything is cut there. */
    boolean whole() {
        for (boolean ended : endedLast) {
            if (!ended) {
                return false;
            }
        }
        return true;
    }

    /** Whether the principal's view is wanted now: at the end, and where worlds ended. */
    boolean wantsView() {
        return closed() || cuts.any(slot - 1);
    }

    /** A token of the recorded episode's own, among all trajectories. */
    public Object episode() {
        return episode;
    }

    /** Whether every world has ended. */
    boolean closed() {
        for (boolean ended : over) {
            if (!ended) {
                return false;
            }
        }
        return true;
    }

    /** What is published before players act. */
    void see(Tensors now) {
        Require.that(
                slot < slots,
                "steps of an episode",
                slot + 1,
                "must be at most " + slots,
                "the economy's horizon is longer than the trajectory was made for");
        recorded.see(slot, now);
    }

    /** What players chose. */
    void act(IntTensor chosen) {
        recorded.act(slot, chosen);
    }

    /** What followed, in worlds whose episode is not over. */
    void step(Tensors now) {
        recorded.step(slot, now);
        slot++;
        if (window > 0) {
            windowed(now);
            return;
        }
        for (int b = 0; b < batch; b++) {
            if (!over[b]) {
                length[b] = slot;
                terminated[b] = now.terminated().get(b) != 0;
                over[b] = now.ended().get(b) != 0;
                for (int i = 0; over[b] && i < spaces.players(); i++) {
                    recorded.last(slot, b * spaces.players() + i, now);
                }
            }
        }
    }

    /** What followed, in a window: all worlds live all of it. */
    private void windowed(Tensors now) {
        for (int b = 0; b < batch; b++) {
            length[b] = slot;
            endedLast[b] = now.ended().get(b) != 0;
            if (slot == window) {
                over[b] = true;
                terminated[b] = now.terminated().get(b) != 0;
                for (int i = 0; i < spaces.players(); i++) {
                    recorded.last(slot, b * spaces.players() + i, now);
                }
            } else if (endedLast[b]) {
                cuts.add(slot - 1, b, now);
            }
        }
    }

    /** What the principal was shown before the step; worlds where nothing was due keep what they showed last. */
    void principal(Tensors now) {
        recorded.principal(slot, now);
        cuts.viewed(slot - 1, now);
    }

    /** Writes the episode. */
    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(exploration);
        out.writeInt(slot);
        out.writeInt(window);
        cuts.save(out);
        for (int b = 0; b < batch; b++) {
            out.writeInt(length[b]);
            out.writeBoolean(terminated[b]);
            out.writeBoolean(over[b]);
        }
        recorded.save(out);
    }

    /** Takes up what {@link #save} wrote, an episode of the same spaces, batch and slots. */
    @Override
    public void load(DataInput in) throws IOException {
        episode = new Object();
        exploration = in.readDouble();
        slot = in.readInt();
        window = in.readInt();
        cuts.load(in);
        for (int b = 0; b < batch; b++) {
            length[b] = in.readInt();
            terminated[b] = in.readBoolean();
            over[b] = in.readBoolean();
        }
        recorded.load(in);
    }
}
