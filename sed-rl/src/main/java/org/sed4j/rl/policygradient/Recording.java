package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Checkpointed;

/**
 * The arrays of a {@link Trajectory}: what was published in each slot, copied as it came.
 *
 * <p>Axes: as the trajectory's; what is observed has T + 1 slots, the last one for what follows the last step.
 */
final class Recording implements Checkpointed {
    /** [T + 1, L, C]. */
    final byte[] codes;
    /** [T + 1, L, F]. */
    final float[] numbers;
    /** [T + 1, L, K]. */
    final byte[] masks;
    /** [T, L, H]. */
    final int[] actions;
    /** [T, L]. */
    final float[] rewards;
    /** [T, L, M]. */
    final float[] measures;
    /** [T + 1, B, C0]. */
    final byte[] principalCodes;
    /** [T + 1, B, F0]. */
    final float[] principalNumbers;
    /** [T, B, k]. */
    final float[] designs;
    /** [T, B, G]. */
    final float[] ledgers;
    /** [T, B]. */
    final byte[] due;
    /** [T, B, gauges]. */
    final float[] gauges;
    /** [B, k]: what was in force before the first step. */
    final float[] laws;
    /** [L, M]: measures before the first step. */
    final float[] openings;
    /** [B, gauges]: the same. */
    final float[] openingGauges;

    private final boolean masked;

    Recording(Spaces spaces, int batch, int slots) {
        int lanes = batch * spaces.players();
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
        this.gauges = new float[slots * batch * spaces.gauges().size()];
        this.laws = new float[batch * spaces.design().dimension()];
        this.openings = new float[lanes * spaces.measures().size()];
        this.openingGauges = new float[batch * spaces.gauges().size()];
        this.masked = spaces.masked();
        Arrays.fill(masks, (byte) 1);
    }

    /** What is published before players act. */
    void see(int slot, Tensors now) {
        now.codes()
                .view()
                .get(0, codes, slot * now.codes().length(), now.codes().length());
        now.numbers()
                .view()
                .get(0, numbers, slot * now.numbers().length(), now.numbers().length());
        if (masked) {
            now.masks()
                    .view()
                    .get(0, masks, slot * now.masks().length(), now.masks().length());
        }
        now.due().view().get(0, due, slot * now.due().length(), now.due().length());
        if (slot == 0) {
            now.design().view().get(0, laws);
            now.measures().view().get(0, openings);
            now.gauges().view().get(0, openingGauges);
        }
    }

    /** What players chose. */
    void act(int slot, IntTensor chosen) {
        chosen.view().get(0, actions, slot * chosen.length(), chosen.length());
    }

    /** What followed, and what the principal was shown before. */
    void step(int slot, Tensors now) {
        int lanes = now.rewards().length();
        now.rewards().view().get(0, rewards, slot * lanes, lanes);
        int width = now.measures().length();
        now.measures().view().get(0, measures, slot * width, width);
        now.design()
                .view()
                .get(0, designs, slot * now.design().length(), now.design().length());
        now.ledger()
                .view()
                .get(0, ledgers, slot * now.ledger().length(), now.ledger().length());
        int read = now.gauges().length();
        now.gauges().view().get(0, gauges, slot * read, read);
        principal(slot, now);
    }

    /** What the principal was shown. */
    void principal(int slot, Tensors now) {
        int cells = now.principalCodes().length();
        int count = now.principalNumbers().length();
        now.principalCodes().view().get(0, principalCodes, slot * cells, cells);
        now.principalNumbers().view().get(0, principalNumbers, slot * count, count);
    }

    /** What a lane sees, alone. */
    void last(int slot, int lane, Tensors now) {
        int lanes = now.rewards().length();
        int cells = now.codes().length() / lanes;
        int count = now.numbers().length() / lanes;
        now.codes().view().get(lane * cells, codes, (slot * lanes + lane) * cells, cells);
        now.numbers().view().get(lane * count, numbers, (slot * lanes + lane) * count, count);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (byte[] bytes : bytes()) {
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

    @Override
    public void load(DataInput in) throws IOException {
        for (byte[] bytes : bytes()) {
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

    private List<byte[]> bytes() {
        return List.of(codes, masks, principalCodes, due);
    }

    private List<float[]> floats() {
        return List.of(
                numbers, rewards, measures, principalNumbers, designs, ledgers, gauges, laws, openings, openingGauges);
    }
}
