package org.sed4j.rl.policygradient;

import java.util.Arrays;
import org.sed4j.rl.network.Rows;

/**
 * The transitions of some lanes of a {@link Trajectory}, one row each, step by step, and after them what each lane saw last.
 *
 * <p>Lanes are those of the players who share a learner, or one for each world as the principal saw it; its transitions may be
 * its decisions alone, some steps apart. Rows [0, N) are transitions, rows [N, N + lanes) last observations; after these comes
 * what was seen where worlds ended inside a window, the extra rows.
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
    private int extras;
    /** By extra row: its cut. */
    private final int[] cut;
    /** By extra row: the transition before it. */
    private final int[] ended;

    /** Where rows come from. */
    private interface Source {
        int world(int lane);

        default boolean has(Trajectory from, int slot, int world) {
            return true;
        }

        void copy(Trajectory from, int slot, int lane, int at, byte[] codes, float[] numbers);

        void copyCut(Trajectory from, int cut, int lane, int at, byte[] codes, float[] numbers);
    }

    private Samples(int lanes, int slots, Source source) {
        this.lanes = lanes;
        this.source = source;
        int most = lanes * (slots + 1) + lanes * slots;
        this.cut = new int[lanes * slots];
        this.ended = new int[lanes * slots];
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

            @Override
            public void copyCut(Trajectory from, int cut, int lane, int at, byte[] codes, float[] numbers) {
                from.cuts().playerRow(cut, own[lane % own.length], at, codes, numbers);
            }
        });
    }

    /**
     * What the principal saw of every world.
     *
     * @param numbers how many of the principal's numbers a row holds, from the first
     */
    public static Samples ofPrincipal(int numbers, int batch, int slots) {
        return new Samples(batch, slots, new PrincipalSource(numbers, false));
    }

    /**
     * What the principal saw when it decided: a row for each decision, which spans the steps up to the next one.
     *
     * @param numbers how many of the principal's numbers a row holds, from the first
     */
    public static Samples ofDecisions(int numbers, int batch, int slots) {
        return new Samples(batch, slots, new PrincipalSource(numbers, true));
    }

    private record PrincipalSource(int numbers, boolean deciding) implements Source {
        @Override
        public int world(int lane) {
            return lane;
        }

        @Override
        public boolean has(Trajectory from, int slot, int world) {
            return !deciding || from.due(slot, world);
        }

        @Override
        public void copy(Trajectory from, int slot, int lane, int at, byte[] codes, float[] into) {
            from.principalRow(slot, lane, at, numbers, codes, into);
        }

        @Override
        public void copyCut(Trajectory from, int cut, int lane, int at, byte[] codes, float[] into) {
            from.cuts().principalRow(cut, at, numbers, codes, into);
        }
    }

    /**
     * Takes up an episode.
     *
     * @return its rows, N transitions and after them last observations
     */
    public Rows take(Trajectory trajectory) {
        count = 0;
        extras = 0;
        Arrays.fill(latest, -1);
        for (int t = 0; t < trajectory.longest(); t++) {
            for (int k = 0; k < lanes; k++) {
                int world = source.world(k);
                if (t < trajectory.length(world) && source.has(trajectory, t, world)) {
                    slot[count] = t;
                    lane[count] = k;
                    previous[count] = latest[k];
                    dies[count] = false;
                    follow(k, count);
                    latest[k] = count;
                    count++;
                }
                if (trajectory.cuts().after(t, world) >= 0 && latest[k] >= 0) {
                    ended[extras] = latest[k];
                    cut[extras] = trajectory.cuts().after(t, world);
                    latest[k] = -1;
                    extras++;
                }
            }
        }
        for (int k = 0; k < lanes; k++) {
            int world = source.world(k);
            slot[count + k] = trajectory.length(world);
            lane[count + k] = k;
            if (latest[k] >= 0) {
                dies[latest[k]] = trajectory.terminated(world);
            }
            follow(k, count + k);
        }
        for (int e = 0; e < extras; e++) {
            extra(trajectory, count + lanes + e, ended[e], cut[e]);
        }
        int regular = count + lanes;
        return (first, howMany, codes, numbers) -> {
            for (int i = 0; i < howMany; i++) {
                int row = first + i;
                if (row < regular) {
                    source.copy(trajectory, slot[row], lane[row], i, codes, numbers);
                } else {
                    source.copyCut(trajectory, cut[row - regular], lane[row], i, codes, numbers);
                }
            }
        };
    }

    /** The row that follows the last transition before a cut. */
    private void extra(Trajectory trajectory, int row, int last, int at) {
        slot[row] = trajectory.cuts().slot(at) + 1;
        lane[row] = lane[last];
        next[last] = row;
        dies[last] = trajectory.cuts().terminated(at);
    }

    private void follow(int k, int row) {
        if (latest[k] >= 0) {
            next[latest[k]] = row;
        }
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

    /** How many extra rows. */
    int extras() {
        return extras;
    }

    /** All rows: transitions, last observations, extra rows. */
    public int rows() {
        return count + lanes + extras;
    }

    /** The most rows that there can be. */
    public int mostRows() {
        return slot.length;
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

    /** Steps from a transition to the row that follows it. */
    public int span(int row) {
        return slot[next[row]] - slot[row];
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
