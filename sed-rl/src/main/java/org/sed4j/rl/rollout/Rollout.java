package org.sed4j.rl.rollout;

import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Rows;

/**
 * What one policy saw, did and got, in lanes: a lane is one actor's transitions in order.
 *
 * <p>Players fill all lanes in step (B · n lanes, one transition a step). A principal fills lane b only where world b was
 * due, so lanes differ in length and hold no filler. Axes: L lanes, S slots a lane, C cells, F numbers, H heads, K choices.
 * Each slot's tensors are arrays of their own, so no array outgrows an int index. A carrier: written by its owner, reused.
 */
public final class Rollout {
    /** How a transition ended: the actor went on. */
    public static final byte GOES_ON = 0;
    /** How a transition ended: in a final state, of no further value. */
    public static final byte TERMINATED = 1;
    /** How a transition ended: cut off, to be valued by {@link #cutValue}. */
    public static final byte TRUNCATED = 2;

    private final Inputs inputs;
    private final int heads;
    private final int choices;
    private final int lanes;
    private int slots;
    private final int[] length;
    private byte[][] codes;
    private float[][] numbers;
    private byte[][] masks;
    private int[][] actions;
    private float[][] logProbability;
    private float[][] value;
    private float[][] reward;
    private byte[][] ending;
    private float[][] cutValue;

    /**
     * An empty rollout.
     *
     * @param heads H, choices of an action
     * @param choices K, the sum of the heads' choices
     * @param lanes L
     * @param slots S, transitions that a lane can hold before the rollout grows
     */
    public Rollout(Inputs inputs, int heads, int choices, int lanes, int slots) {
        Require.atLeast(lanes, 1, "lanes of a rollout");
        Require.atLeast(slots, 1, "slots of a rollout");
        this.inputs = inputs;
        this.heads = heads;
        this.choices = choices;
        this.lanes = lanes;
        this.slots = slots;
        this.length = new int[lanes];
        this.codes = new byte[slots][];
        this.numbers = new float[slots][];
        this.masks = new byte[slots][];
        this.actions = new int[slots][];
        this.logProbability = new float[slots][];
        this.value = new float[slots][];
        this.reward = new float[slots][];
        this.ending = new byte[slots][];
        this.cutValue = new float[slots][];
        fill(0);
    }

    /** L. */
    public int lanes() {
        return lanes;
    }

    /** S, at present. */
    public int slots() {
        return slots;
    }

    /** H. */
    public int heads() {
        return heads;
    }

    /** K. */
    public int choices() {
        return choices;
    }

    /** How many transitions a lane holds. */
    public int length(int lane) {
        return length[lane];
    }

    /** How many transitions all lanes hold. */
    public int size() {
        int sum = 0;
        for (int lengthOfLane : length) {
            sum += lengthOfLane;
        }
        return sum;
    }

    /** Forgets all transitions. */
    public void clear() {
        Arrays.fill(length, 0);
    }

    /** Codes of a slot, [L,C]; live. */
    public byte[] codes(int slot) {
        return codes[slot];
    }

    /** Numbers of a slot, [L,F]; live. */
    public float[] numbers(int slot) {
        return numbers[slot];
    }

    /** Masks of a slot, [L,K], 1 where allowed; live. */
    public byte[] masks(int slot) {
        return masks[slot];
    }

    /** Actions of a slot, [L,H]; live. */
    public int[] actions(int slot) {
        return actions[slot];
    }

    /** Log-probabilities of the actions of a slot when they were chosen, [L], nats; live. */
    public float[] logProbability(int slot) {
        return logProbability[slot];
    }

    /** Values of a slot's observations when they were seen, [L]; live. */
    public float[] value(int slot) {
        return value[slot];
    }

    /** Rewards of a slot, [L]; live. */
    public float[] reward(int slot) {
        return reward[slot];
    }

    /** How a slot's transitions ended, [L]; live. */
    public byte[] ending(int slot) {
        return ending[slot];
    }

    /** For truncated transitions, the value of what they were cut off from, [L]; live. */
    public float[] cutValue(int slot) {
        return cutValue[slot];
    }

    /** Adds one transition to a lane, its arrays having been written, and returns its slot. */
    public int append(int lane) {
        if (length[lane] == slots) {
            grow();
        }
        int slot = length[lane]++;
        ending[slot][lane] = GOES_ON;
        reward[slot][lane] = 0;
        return slot;
    }

    private void grow() {
        slots *= 2;
        codes = Arrays.copyOf(codes, slots);
        numbers = Arrays.copyOf(numbers, slots);
        masks = Arrays.copyOf(masks, slots);
        actions = Arrays.copyOf(actions, slots);
        logProbability = Arrays.copyOf(logProbability, slots);
        value = Arrays.copyOf(value, slots);
        reward = Arrays.copyOf(reward, slots);
        ending = Arrays.copyOf(ending, slots);
        cutValue = Arrays.copyOf(cutValue, slots);
        fill(slots / 2);
    }

    private void fill(int from) {
        for (int slot = from; slot < slots; slot++) {
            codes[slot] = new byte[lanes * inputs.codes().cells()];
            numbers[slot] = new float[lanes * inputs.numbers()];
            masks[slot] = new byte[lanes * choices];
            actions[slot] = new int[lanes * heads];
            logProbability[slot] = new float[lanes];
            value[slot] = new float[lanes];
            reward[slot] = new float[lanes];
            ending[slot] = new byte[lanes];
            cutValue[slot] = new float[lanes];
        }
    }

    /** Observations of one slot, lane by lane, as network input. */
    public Rows rowsOf(int slot) {
        return Rows.of(codes[slot], inputs.codes().cells(), numbers[slot], inputs.numbers());
    }

    /** Copies one observation. */
    public void observation(int slot, int lane, byte[] toCodes, int codeAt, float[] toNumbers, int numberAt) {
        int cells = inputs.codes().cells();
        int floats = inputs.numbers();
        System.arraycopy(codes[slot], lane * cells, toCodes, codeAt, cells);
        System.arraycopy(numbers[slot], lane * floats, toNumbers, numberAt, floats);
    }

    /** What is seen. */
    public Inputs inputs() {
        return inputs;
    }
}
