package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * Followers who learn a table of action values from play: Q(o, a) ← Q(o, a) + α (r + γ max_b Q(o', b) - Q(o, a)), with o
 * what is seen.
 *
 * <p>Everybody has a table of its own for each head of its action, and learns it in all worlds at once, world by world in
 * order. Exploration falls linearly over the first steps. Beyond a final state nothing is valued; beyond a cut what is seen
 * there is. Choices that are not allowed are neither taken nor looked forward to.
 *
 * <p>Source: Watkins and Dayan (1992), "Q-learning", Machine Learning 8, 279-292. It converges there for one learner who sees
 * the state and whose α falls; with several learners, and α that stays, it may cycle.
 */
public final class QFollowers implements Followers<Pomg> {
    private final Spaces spaces;
    private final Habits habits;
    private final ActionHeads heads;
    private final List<Book<double[]>> books;
    private long lived;
    private double surprise = Double.NaN;

    /**
     * How they learn.
     *
     * @param rate α in (0, 1]
     * @param discount γ in [0, 1]
     * @param exploration probability of a choice at random once it has fallen, in [0, 1]; it starts at 1
     * @param fading steps over which it falls, at least 1
     * @param context what situations are told apart by
     * @param rows most situations of a player, at least 1
     */
    public record Habits(double rate, double discount, double exploration, long fading, Context context, int rows) {
        public Habits {
            Require.that(rate > 0 && rate <= 1, "rate of Q", rate, "must lie in (0, 1]", "it was given in percent");
            Require.within(discount, 0, 1, "discount of Q");
            Require.within(exploration, 0, 1, "exploration");
            Require.within(fading, 1, Long.MAX_VALUE, "steps over which exploration falls");
            Require.atLeast(rows, 1, "rows of a table");
        }

        double exploringAfter(long steps) {
            return steps >= fading ? exploration : 1 - (1 - exploration) * steps / fading;
        }
    }

    /** Followers who know nothing yet, for an economy of those spaces. */
    public QFollowers(Spaces spaces, Habits habits) {
        this(spaces, habits, blank(spaces, habits));
    }

    private QFollowers(Spaces spaces, Habits habits, List<Book<double[]>> books) {
        this.spaces = spaces;
        this.habits = habits;
        this.heads = new ActionHeads(spaces);
        this.books = books;
    }

    private static List<Book<double[]>> blank(Spaces spaces, Habits habits) {
        ActionHeads heads = new ActionHeads(spaces);
        List<Book<double[]>> books = new ArrayList<>();
        for (int seat = 0; seat < heads.seats(); seat++) {
            int size = heads.size(seat % heads.heads());
            books.add(new Book<>(habits.rows(), () -> new double[size], Rows.NUMBERS));
        }
        return books;
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        heads.require(economy.spaces());
        return Loop.play(economy, new Round(economy.batch(), true, seed.named("acts")), government, steps);
    }

    /** One round of everybody. */
    private final class Round implements Players {
        private final boolean learning;
        private final Seed seed;
        private final Sights sights;
        private final Sights next;
        private final ByteBuffer[] keys;
        private final int[] chosen;
        private final Rng rng = new Rng();
        private long step;
        private double errors;

        Round(int worlds, boolean learning, Seed seed) {
            this.learning = learning;
            this.seed = seed;
            this.sights = new Sights(spaces, worlds);
            this.next = new Sights(spaces, worlds);
            this.keys = new ByteBuffer[sights.rows()];
            this.chosen = new int[worlds * heads.seats()];
        }

        @Override
        public void act(Tensors now, IntTensor actions) {
            sights.look(now);
            double exploring = learning ? habits.exploringAfter(lived) : 0;
            for (int row = 0; row < keys.length; row++) {
                keys[row] = habits.context().key(sights, row, row / heads.players());
                rng.seat(seed.key(), step);
                rng.stream(row);
                for (int h = 0; h < heads.heads(); h++) {
                    int at = row * heads.heads() + h;
                    double @Nullable [] values = seat(row, h).find(keys[row]);
                    chosen[at] = values == null || rng.chance(exploring) ? any(row, h) : best(sights, row, h, values);
                    actions.set(at, chosen[at]);
                }
            }
            step++;
        }

        private int any(int row, int head) {
            int choice = rng.below(heads.size(head));
            while (!sights.allows(row, heads.first(head) + choice)) {
                choice = rng.below(heads.size(head));
            }
            return choice;
        }

        @Override
        public void stepped(Tensors now) {
            if (!learning) {
                return;
            }
            next.look(now);
            for (int row = 0; row < keys.length; row++) {
                float reward = now.rewards().get(row);
                boolean over = now.terminated().get(row / heads.players()) != 0;
                ByteBuffer beyond = habits.context().key(next, row, row / heads.players());
                for (int h = 0; h < heads.heads(); h++) {
                    Book<double[]> book = seat(row, h);
                    double ahead = over ? 0 : value(book.find(beyond), row, h);
                    double[] values = book.row(keys[row]);
                    int choice = chosen[row * heads.heads() + h];
                    double error = reward + habits.discount() * ahead - values[choice];
                    values[choice] += habits.rate() * error;
                    errors += Math.abs(error);
                }
            }
            lived++;
            surprise = errors / (step * (double) chosen.length);
        }

        private double value(double @Nullable [] values, int row, int head) {
            return values == null ? 0 : values[best(next, row, head, values)];
        }
    }

    private Book<double[]> seat(int row, int head) {
        return books.get(row % heads.players() * heads.heads() + head);
    }

    /** The best allowed choice, the lowest of several. */
    private int best(Sights sights, int row, int head, double[] values) {
        int best = -1;
        for (int a = 0; a < values.length; a++) {
            boolean allowed = sights.allows(row, heads.first(head) + a);
            best = allowed && (best < 0 || values[a] > values[best]) ? a : best;
        }
        return best;
    }

    /** Mean size of the last round's temporal differences; situations; exploration now. */
    @Override
    public Map<String, Double> figures() {
        double rows = 0;
        for (Book<double[]> book : books) {
            rows += book.size();
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("td_error", surprise);
        figures.put("situations", rows / books.size());
        figures.put("exploration", habits.exploringAfter(lived));
        return figures;
    }

    @Override
    public QFollowers copy() {
        List<Book<double[]>> copies = new ArrayList<>();
        books.forEach(book -> copies.add(book.copy()));
        QFollowers copy = new QFollowers(spaces, habits, copies);
        copy.lived = lived;
        return copy;
    }

    /** Followers who take the best choice of these tables, and any where there is no row. */
    @Override
    public Followers<Pomg> frozen() {
        QFollowers kept = copy();
        return new Still(heads, (worlds, seed) -> kept.new Round(worlds, false, seed));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(lived);
        for (Book<double[]> book : books) {
            book.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        lived = in.readLong();
        surprise = Double.NaN;
        for (Book<double[]> book : books) {
            book.load(in);
        }
    }
}
