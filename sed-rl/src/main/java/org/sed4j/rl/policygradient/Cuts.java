package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Checkpointed;

/** Where worlds ended inside a window and began anew, and what players and principal saw at these ends. */
final class Cuts implements Checkpointed {
    private final Spaces spaces;
    /** [T · B]: the cut after a step of a world, -1 where it went on. */
    private final int[] at;

    private final int batch;
    private final List<Cut> cuts = new ArrayList<>();

    /** What was seen at one end. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
    private record Cut(
            int slot,
            int world,
            boolean terminated,
            byte[] codes,
            float[] numbers,
            byte[] principalCodes,
            float[] principalNumbers) {}

    Cuts(Spaces spaces, int batch, int slots) {
        this.spaces = spaces;
        this.batch = batch;
        this.at = new int[slots * batch];
        Arrays.fill(at, -1);
    }

    void clear() {
        cuts.clear();
        Arrays.fill(at, -1);
    }

    /** The cut after a step of a world, or -1. */
    int after(int slot, int world) {
        return at[slot * batch + world];
    }

    /** The last step before a cut. */
    int slot(int cut) {
        return cuts.get(cut).slot();
    }

    /** Whether a cut led into a final state. */
    boolean terminated(int cut) {
        return cuts.get(cut).terminated();
    }

    /** A world ended with the step of a slot, and is still to be reset. */
    void add(int slot, int world, Tensors now) {
        int n = spaces.players();
        int cells = n * spaces.codes().cells();
        int count = n * spaces.numbers().size();
        Cut cut = new Cut(
                slot,
                world,
                now.terminated().get(world) != 0,
                new byte[cells],
                new float[count],
                new byte[spaces.principalCodes().cells()],
                new float[spaces.principalNumbers().size()]);
        now.codes().view().get(world * cells, cut.codes(), 0, cells);
        now.numbers().view().get(world * count, cut.numbers(), 0, count);
        at[slot * batch + world] = cuts.size();
        cuts.add(cut);
        view(cut, now);
    }

    /** Whether a world ended with the step of a slot. */
    boolean any(int slot) {
        return !cuts.isEmpty() && cuts.get(cuts.size() - 1).slot() == slot;
    }

    /** The principal was shown the worlds that ended with the step of a slot. */
    void viewed(int slot, Tensors now) {
        for (int c = cuts.size() - 1; c >= 0 && cuts.get(c).slot() == slot; c--) {
            view(cuts.get(c), now);
        }
    }

    private static void view(Cut cut, Tensors now) {
        int cells = cut.principalCodes().length;
        int count = cut.principalNumbers().length;
        now.principalCodes().view().get(cut.world() * cells, cut.principalCodes(), 0, cells);
        now.principalNumbers().view().get(cut.world() * count, cut.principalNumbers(), 0, count);
    }

    /** Copies what a player saw at a cut to place {@code to} of a batch of rows. */
    void playerRow(int cut, int player, int to, byte[] codes, float[] numbers) {
        int cells = spaces.codes().cells();
        int count = spaces.numbers().size();
        System.arraycopy(cuts.get(cut).codes(), player * cells, codes, to * cells, cells);
        System.arraycopy(cuts.get(cut).numbers(), player * count, numbers, to * count, count);
    }

    /** Copies what the principal saw at a cut, the first {@code count} numbers of it. */
    void principalRow(int cut, int to, int count, byte[] codes, float[] numbers) {
        int cells = spaces.principalCodes().cells();
        System.arraycopy(cuts.get(cut).principalCodes(), 0, codes, to * cells, cells);
        System.arraycopy(cuts.get(cut).principalNumbers(), 0, numbers, to * count, count);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(cuts.size());
        for (Cut cut : cuts) {
            out.writeInt(cut.slot());
            out.writeInt(cut.world());
            out.writeBoolean(cut.terminated());
            out.write(cut.codes());
            out.write(cut.principalCodes());
            for (float[] floats : List.of(cut.numbers(), cut.principalNumbers())) {
                for (float x : floats) {
                    out.writeFloat(x);
                }
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        clear();
        int count = in.readInt();
        int n = spaces.players();
        for (int c = 0; c < count; c++) {
            Cut cut = new Cut(
                    in.readInt(),
                    in.readInt(),
                    in.readBoolean(),
                    new byte[n * spaces.codes().cells()],
                    new float[n * spaces.numbers().size()],
                    new byte[spaces.principalCodes().cells()],
                    new float[spaces.principalNumbers().size()]);
            in.readFully(cut.codes());
            in.readFully(cut.principalCodes());
            for (float[] floats : List.of(cut.numbers(), cut.principalNumbers())) {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = in.readFloat();
                }
            }
            at[cut.slot() * batch + cut.world()] = c;
            cuts.add(cut);
        }
    }
}
