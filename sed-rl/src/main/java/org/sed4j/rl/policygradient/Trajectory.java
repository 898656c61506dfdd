package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final AtomicLong EPISODES = new AtomicLong();

    private final Spaces spaces;
    private final int batch;
    private final int lanes;
    private final int slots;

    private final byte[] codes;
    private final float[] numbers;
    private final byte[] masks;
    private final int[] actions;
    private final float[] rewards;
    private final float[] measures;
    private final byte[] principalCodes;
    private final float[] principalNumbers;
    private final float[] designs;
    private final float[] ledgers;
    private final byte[] due;
    private final int[] length;
    private final boolean[] terminated;
    private final boolean[] over;
    private double exploration;
    private int slot;
    private long episode;

    /** Room for episodes of up to {@code slots} steps of {@code batch} worlds. */
    public Trajectory(Spaces spaces, int batch, int slots) {
        Require.atLeast(slots, 1, "steps of an episode");
        this.spaces = spaces;
        this.batch = batch;
        this.lanes = batch * spaces.players();
        this.slots = slots;
        this.codes = new byte[(slots + 1) * lanes * spaces.codes().cells()];
        this.numbers = new float[(slots + 1) * lanes * spaces.numbers().size()];
        this.masks = new byte[(slots + 1) * lanes * spaces.choices()];
        this.actions = new int[slots * lanes * spaces.heads()];
        this.rewards = new float[slots * lanes];
        this.measures = new float[slots * lanes * spaces.measures().size()];
        this.principalCodes =
                new byte[(slots + 1) * batch * spaces.principalCodes().cells()];
        this.principalNumbers =
                new float[(slots + 1) * batch * spaces.principalNumbers().size()];
        this.designs = new float[slots * batch * spaces.design().dimension()];
        this.ledgers = new float[slots * batch * spaces.ledger()];
        this.due = new byte[slots * batch];
        this.length = new int[batch];
        this.terminated = new boolean[batch];
        this.over = new boolean[batch];
        Arrays.fill(masks, (byte) 1);
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
        return actions[(slot * lanes + lane) * spaces.heads()];
    }

    /** What a lane was paid. */
    public double reward(int slot, int lane) {
        return rewards[slot * lanes + lane];
    }

    /** Measure {@code m} of a lane. */
    public double measure(int slot, int lane, int m) {
        return measures[(slot * lanes + lane) * spaces.measures().size() + m];
    }

    /** Entry {@code j} of the design in force in world b. */
    public double design(int slot, int b, int j) {
        return designs[(slot * batch + b) * spaces.design().dimension() + j];
    }

    /** Whether the principal decided before that step. */
    public boolean due(int slot, int b) {
        return due[slot * batch + b] != 0;
    }

    /** Copies the ledger of a step. */
    public void ledger(int slot, int b, float[] out) {
        System.arraycopy(ledgers, (slot * batch + b) * spaces.ledger(), out, 0, spaces.ledger());
    }

    int[] actions() {
        return actions;
    }

    byte[] masks() {
        return masks;
    }

    /** Copies what a lane saw at a slot to place {@code at} of a batch of rows. */
    void playerRow(int slot, int lane, int at, byte[] toCodes, float[] toNumbers) {
        int cells = spaces.codes().cells();
        int count = spaces.numbers().size();
        int from = slot * lanes + lane;
        System.arraycopy(codes, from * cells, toCodes, at * cells, cells);
        System.arraycopy(numbers, from * count, toNumbers, at * count, count);
    }

    /** Copies what the principal saw of world b to place {@code at}, the first {@code count} numbers of it. */
    void principalRow(int slot, int b, int at, int count, byte[] toCodes, float[] toNumbers) {
        int cells = spaces.principalCodes().cells();
        int all = spaces.principalNumbers().size();
        int from = slot * batch + b;
        System.arraycopy(principalCodes, from * cells, toCodes, at * cells, cells);
        System.arraycopy(principalNumbers, from * all, toNumbers, at * count, count);
    }

    // what is written, in this order, by whoever plays

    /** Forgets the last episode; players act with that exploration. */
    void open(double epsilon) {
        exploration = epsilon;
        episode = EPISODES.incrementAndGet();
        slot = 0;
        Arrays.fill(length, 0);
        Arrays.fill(terminated, false);
        Arrays.fill(over, false);
    }

    int slot() {
        return slot;
    }

    /** A number of the recorded episode's own, among all trajectories. */
    long episode() {
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
        now.codes()
                .view()
                .get(0, codes, slot * now.codes().length(), now.codes().length());
        now.numbers()
                .view()
                .get(0, numbers, slot * now.numbers().length(), now.numbers().length());
        if (spaces.masked()) {
            now.masks()
                    .view()
                    .get(0, masks, slot * now.masks().length(), now.masks().length());
        }
        now.due().view().get(0, due, slot * batch, batch);
    }

    /** What players chose. */
    void act(IntTensor chosen) {
        chosen.view().get(0, actions, slot * chosen.length(), chosen.length());
    }

    /** What followed, in worlds whose episode is not over. */
    void step(Tensors now) {
        now.rewards().view().get(0, rewards, slot * lanes, lanes);
        int width = now.measures().length();
        now.measures().view().get(0, measures, slot * width, width);
        now.design()
                .view()
                .get(0, designs, slot * now.design().length(), now.design().length());
        now.ledger()
                .view()
                .get(0, ledgers, slot * now.ledger().length(), now.ledger().length());
        principal(now);
        slot++;
        for (int b = 0; b < batch; b++) {
            if (!over[b]) {
                length[b] = slot;
                terminated[b] = now.terminated().get(b) != 0;
                over[b] = now.ended().get(b) != 0;
                for (int i = 0; over[b] && i < spaces.players(); i++) {
                    last(now, b * spaces.players() + i);
                }
            }
        }
    }

    /** What the principal was shown before the step; worlds where nothing was due keep what they showed last. */
    void principal(Tensors now) {
        int cells = now.principalCodes().length();
        int count = now.principalNumbers().length();
        now.principalCodes().view().get(0, principalCodes, slot * cells, cells);
        now.principalNumbers().view().get(0, principalNumbers, slot * count, count);
    }

    private void last(Tensors now, int lane) {
        int cells = spaces.codes().cells();
        int count = spaces.numbers().size();
        now.codes().view().get(lane * cells, codes, (slot * lanes + lane) * cells, cells);
        now.numbers().view().get(lane * count, numbers, (slot * lanes + lane) * count, count);
    }

    /** Writes the episode. */
    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(exploration);
        out.writeInt(slot);
        for (int b = 0; b < batch; b++) {
            out.writeInt(length[b]);
            out.writeBoolean(terminated[b]);
            out.writeBoolean(over[b]);
        }
        for (byte[] bytes : List.of(codes, masks, principalCodes, due)) {
            out.write(bytes);
        }
        for (float[] floats : floats()) {
            for (float x : floats) {
                out.writeFloat(x);
            }
        }
        for (int action : actions) {
            out.writeInt(action);
        }
    }

    /** Takes up what {@link #save} wrote, an episode of the same spaces, batch and slots. */
    @Override
    public void load(DataInput in) throws IOException {
        episode = EPISODES.incrementAndGet();
        exploration = in.readDouble();
        slot = in.readInt();
        for (int b = 0; b < batch; b++) {
            length[b] = in.readInt();
            terminated[b] = in.readBoolean();
            over[b] = in.readBoolean();
        }
        for (byte[] bytes : List.of(codes, masks, principalCodes, due)) {
            in.readFully(bytes);
        }
        for (float[] floats : floats()) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = in.readFloat();
            }
        }
        for (int i = 0; i < actions.length; i++) {
            actions[i] = in.readInt();
        }
    }

    private List<float[]> floats() {
        return List.of(numbers, rewards, measures, principalNumbers, designs, ledgers);
    }
}
