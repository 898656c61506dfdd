package org.sed4j.rl.policygradient;

import org.sed4j.rl.network.Rows;

/**
 * The transitions of some lanes of a {@link Trajectory}, one row each, step by step, and after them what each lane saw last.
 *
 * <p>Lanes are those of the players who share a learner, or one for each world as the principal saw it. Rows [0, N) are
 * transitions, rows [N, N + lanes) last observations.
 */
public final class Samples {
    private final int lanes;
    private final Source source;
    private final int[] slot;
    private final int[] lane;
    private final int[] next;
    private final int[] previous;
    private final boolean[] dies;
    private final int[] latest;
    private int count;

    /** Where rows come from. */
    private interface Source {
        int world(int lane);

        void copy(Trajectory from, int slot, int lane, int at, byte[] codes, float[] numbers);
    }

    private Samples(int lanes, int slots, Source source) {
        this.lanes = lanes;
        this.source = source;
        int most = lanes * (slots + 1);
        this.slot = new int[most];
        this.lane = new int[most];
        this.next = new int[most];
        this.previous = new int[most];
        this.dies = new boolean[most];
        this.latest = new int[lanes];
    }

    /** What these players of every world saw and did. */
    public static Samples ofPlayers(int[] players, int all, int batch, int slots) {
        int[] own = players.clone();
        return new Samples(own.length * batch, slots, new Source() {
            @Override
            public int world(int lane) {
                return lane / own.length;
            }

            @Override
            public void copy(Trajectory from, int slot, int lane, int at, byte[] codes, float[] numbers) {
                from.playerRow(slot, lane / own.length * all + own[lane % own.length], at, codes, numbers);
            }
        });
    }

    /**
     * What the principal saw of every world.
     *
     * @param numbers how many of the principal's numbers a row holds, from the first
     */
    public static Samples ofPrincipal(int numbers, int batch, int slots) {
        return new Samples(batch, slots, new Source() {
            @Override
            public int world(int lane) {
                return lane;
            }

            @Override
            public void copy(Trajectory from, int slot, int lane, int at, byte[] codes, float[] into) {
                from.principalRow(slot, lane, at, numbers, codes, into);
            }
        });
    }

    /**
     * Takes up an episode.
     *
     * @return its rows, N transitions and after them last observations
     */
    public Rows take(Trajectory trajectory) {
        count = 0;
        for (int t = 0; t < trajectory.longest(); t++) {
            for (int k = 0; k < lanes; k++) {
                int world = source.world(k);
                if (t < trajectory.length(world)) {
                    slot[count] = t;
                    lane[count] = k;
                    previous[count] = t == 0 ? -1 : latest[k];
                    if (t > 0) {
                        next[latest[k]] = count;
                    }
                    latest[k] = count;
                    dies[count] = t == trajectory.length(world) - 1 && trajectory.terminated(world);
                    count++;
                }
            }
        }
        for (int k = 0; k < lanes; k++) {
            next[latest[k]] = count + k;
            slot[count + k] = trajectory.length(source.world(k));
            lane[count + k] = k;
        }
        return (first, howMany, codes, numbers) -> {
            for (int i = 0; i < howMany; i++) {
                source.copy(trajectory, slot[first + i], lane[first + i], i, codes, numbers);
            }
        };
    }

    /** The rows of one slot, whatever became of the worlds: what players act on. */
    public Rows at(Trajectory trajectory, int slot) {
        return (first, howMany, codes, numbers) -> {
            for (int i = 0; i < howMany; i++) {
                source.copy(trajectory, slot, first + i, i, codes, numbers);
            }
        };
    }

    /** How many lanes. */
    public int lanes() {
        return lanes;
    }

    /** N. */
    public int count() {
        return count;
    }

    /** The step of a row. */
    public int slot(int row) {
        return slot[row];
    }

    /** Which of these lanes a row is of. */
    public int lane(int row) {
        return lane[row];
    }

    /** The row that follows a transition in its lane; a last observation's after the last one. */
    public int next(int row) {
        return next[row];
    }

    /** The transition before in its lane, or -1. */
    public int previous(int row) {
        return previous[row];
    }

    /** Whether a transition leads into a final state. */
    public boolean dies(int row) {
        return dies[row];
    }
}
