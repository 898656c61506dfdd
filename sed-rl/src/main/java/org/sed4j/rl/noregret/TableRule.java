package org.sed4j.rl.noregret;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.sed4j.core.game.Require;

/** What every rule here is: one row of numbers for each type, of which the largest is the action held best. */
abstract class TableRule implements FollowerRule {
    private final int types;

    /** |A_i|. */
    final int actions;

    /** One number for each action of each type, {@code [type, action]}: sums of gains, or values. */
    final double[] table;

    /** A rule of one player, from nothing. */
    TableRule(int types, int actions) {
        this.types = Require.atLeast(types, 1, "types of a follower");
        this.actions = Require.atLeast(actions, 1, "actions of a follower");
        this.table = new double[types * actions];
    }

    @Override
    public final int types() {
        return types;
    }

    @Override
    public final int actions() {
        return actions;
    }

    @Override
    public boolean counterfactual() {
        return true;
    }

    @Override
    public void reset() {
        Arrays.fill(table, 0);
    }

    @Override
    public void rescale(double factor) {
        times(table, factor);
    }

    static void times(double[] values, double factor) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factor;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        write(table, out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        read(table, in);
    }

    static void write(double[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static void read(double[] values, DataInput in) throws IOException {
        int length = in.readInt();
        if (length != values.length) {
            throw new IOException("numbers of a saved rule (" + length + ") must be " + values.length
                    + ".\nMaybe the players have other types or actions since, or learn by another rule.");
        }
        for (int j = 0; j < length; j++) {
            values[j] = in.readDouble();
        }
    }

    @Override
    public final int best(int type) {
        return Weights.best(table, type * actions, actions);
    }

    /** Adds what each action gained to the row of that type. */
    final void add(int type, double[] gains) {
        for (int a = 0; a < actions; a++) {
            table[type * actions + a] += gains[a];
        }
    }

    /** {@link #show} of a rule that believes what it plays. */
    final void show(int type, double[] mixture, float[] out, int at) {
        strategy(type, mixture);
        for (int a = 0; a < actions; a++) {
            out[at + a] = (float) mixture[a];
        }
    }
}
