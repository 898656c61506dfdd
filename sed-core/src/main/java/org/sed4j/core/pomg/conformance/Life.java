package org.sed4j.core.pomg.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * What a batch published while it was played at random: for each step and world a hash of each tensor's row.
 *
 * <p>The choices of a world depend on the seed and the world's name only, so a world plays the same in any batch.
 */
public final class Life {
    private static final List<String> NAMES = List.of(
            "codes",
            "numbers",
            "masks",
            "rewards",
            "terminated",
            "truncated",
            "due",
            "the principal's view",
            "design",
            "ledger",
            "measures",
            "gauges",
            "state");

    private final long[][][] hashes; // [step][world][tensor]

    private Life(long[][][] hashes) {
        this.hashes = hashes;
    }

    /**
     * Plays a batch that has begun: random legal actions, random designs where due and now and then everywhere, resets of
     * ended worlds.
     *
     * @param names a name for each world of the batch
     */
    public static Life play(Pomg economy, int steps, Seed seed, int... names) {
        Player player = new Player(economy, seed, names);
        long[][][] hashes = new long[steps + 1][][];
        hashes[0] = player.hashes();
        for (int t = 0; t < steps; t++) {
            hashes[t + 1] = player.step(t);
        }
        return new Life(hashes);
    }

    /** Where two batches that have begun first differ when both are played alike; empty if nowhere. */
    public static String difference(Pomg one, Pomg other, int steps, Seed seed) {
        int[] names = IntStream.range(0, one.batch()).toArray();
        Player mine = new Player(one, seed, names);
        Player yours = new Player(other, seed, names);
        String difference = difference(mine.hashes(), yours.hashes(), 0);
        for (int t = 0; t < steps && difference.isEmpty(); t++) {
            difference = difference(mine.step(t), yours.step(t), t + 1);
        }
        return difference;
    }

    private static String difference(long[][] mine, long[][] yours, int t) {
        for (int b = 0; b < mine.length; b++) {
            for (int k = 0; k < NAMES.size(); k++) {
                if (mine[b][k] != yours[b][k]) {
                    return NAMES.get(k) + " of world " + b + " after step " + t;
                }
            }
        }
        return "";
    }

    /** Where world {@code mine} here first differs from world {@code yours} there; empty if nowhere. */
    public String difference(int mine, Life other, int yours) {
        for (int t = 0; t < hashes.length; t++) {
            for (int k = 0; k < NAMES.size(); k++) {
                if (hashes[t][mine][k] != other.hashes[t][yours][k]) {
                    return NAMES.get(k) + " after step " + t;
                }
            }
        }
        return "";
    }

    /** The play of one batch. */
    private static final class Player {
        private final Pomg economy;
        private final Spaces spaces;
        private final Seed seed;
        private final int[] names;
        private final IntTensor actions;
        private final FloatTensor designs;
        private final float[] design;
        private final int[] one;
        private final byte[] mask;
        /** By world: what the principal was shown before the last step; 0 where it was not asked. */
        private final long[] seen;

        private final Rng rng = new Rng();

        Player(Pomg economy, Seed seed, int[] names) {
            this.economy = economy;
            this.spaces = economy.spaces();
            this.seed = seed;
            this.names = names;
            this.actions = IntTensor.zeros(economy.batch(), (long) spaces.players() * spaces.heads());
            this.design = new float[spaces.design().dimension()];
            this.designs = FloatTensor.zeros(economy.batch(), design.length);
            this.one = new int[spaces.heads()];
            this.seen = new long[names.length];
            this.mask = new byte[spaces.masked() ? spaces.choices() : 0];
        }

        long[][] step(int t) {
            int n = spaces.players();
            for (int b = 0; b < names.length; b++) {
                rng.seat(seed.at(names[b]).key(), t);
                Lots.design(spaces.design(), rng, design);
                designs.view().put(b * design.length, design);
            }
            if (t % 17 == 3) {
                economy.enact(designs);
            }
            for (int row = 0; row < names.length * n; row++) {
                rng.seat(seed.at(names[row / n]).key(), t);
                rng.stream(1 + row % n);
                economy.now().masks().view().get(row * mask.length, mask);
                Lots.action(spaces, mask, 0, rng, one, 0);
                actions.view().put(row * one.length, one);
            }
            Arrays.fill(seen, 0);
            if (economy.anyDue()) {
                economy.consult(actions);
                for (int b = 0; b < names.length; b++) {
                    if (economy.now().due().get(b) != 0) {
                        seen[b] = Rng.mix(row(economy.now().principalCodes(), b))
                                + row(economy.now().principalNumbers(), b);
                    }
                }
                economy.enactWhereDue(designs);
            }
            economy.step(actions);
            long[][] hashes = hashes();
            economy.reset(economy.now().ended());
            return hashes;
        }

        long[][] hashes() {
            Tensors now = economy.now();
            List<Snapshot.Bytes> records = economy.save().records();
            long[][] rows = new long[names.length][];
            for (int b = 0; b < names.length; b++) {
                rows[b] = new long[] {
                    row(now.codes(), b),
                    row(now.numbers(), b),
                    row(now.masks(), b),
                    row(now.rewards(), b),
                    row(now.terminated(), b),
                    row(now.truncated(), b),
                    row(now.due(), b),
                    seen[b],
                    row(now.design(), b),
                    row(now.ledger(), b),
                    row(now.measures(), b),
                    row(now.gauges(), b),
                    records.get(b).hashCode()
                };
            }
            return rows;
        }

        private long row(ByteTensor tensor, int b) {
            int length = tensor.length() / names.length;
            long hash = 0;
            for (int j = 0; j < length; j++) {
                hash = Rng.mix(hash + tensor.get(b * length + j) + 1);
            }
            return hash;
        }

        private long row(FloatTensor tensor, int b) {
            int length = tensor.length() / names.length;
            long hash = 0;
            for (int j = 0; j < length; j++) {
                hash = Rng.mix(hash + Float.floatToIntBits(tensor.get(b * length + j)) + 1);
            }
            return hash;
        }
    }
}
