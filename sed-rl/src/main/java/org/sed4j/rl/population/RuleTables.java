package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.rl.noregret.FollowerRule;

/** The rules of everybody: by seat one for each situation, and where payoffs lie. */
final class RuleTables implements Checkpointed {
    private final RuleFollowers.Habits habits;
    private final ActionHeads heads;
    private final List<Book<FollowerRule>> books;
    private final Scale scale;
    private final Regrets regrets;
    private long updates;

    RuleTables(Spaces spaces, RuleFollowers.Habits habits) {
        this(habits, new ActionHeads(spaces), new ArrayList<>(), new Scale(habits.range(), spaces.players()));
        for (int seat = 0; seat < heads.seats(); seat++) {
            int size = heads.size(seat % heads.heads());
            books.add(new Book<>(habits.rows(), () -> habits.kind().rule(1, size), Rows.RULES));
        }
    }

    private RuleTables(RuleFollowers.Habits habits, ActionHeads heads, List<Book<FollowerRule>> books, Scale scale) {
        this.habits = habits;
        this.heads = heads;
        this.books = books;
        this.scale = scale;
        this.regrets = new Regrets(heads);
    }

    RuleTables copy() {
        List<Book<FollowerRule>> copies = new ArrayList<>();
        books.forEach(book -> copies.add(book.copy()));
        RuleTables copy = new RuleTables(habits, heads, copies, scale.copy());
        copy.updates = updates;
        return copy;
    }

    ActionHeads heads() {
        return heads;
    }

    long updates() {
        return updates;
    }

    /** Who draws choices from these rules in some worlds. */
    Mixing mixing(Sights sights) {
        return new Mixing(heads, habits.context(), books, sights);
    }

    /** What a seat mixes where situations are not told apart. */
    double[] mixture(int seat) {
        FollowerRule rule = books.get(seat).copy().row(ByteBuffer.allocate(0));
        double[] mixture = new double[rule.actions()];
        rule.strategy(0, mixture);
        return mixture;
    }

    /** Regrets are counted from here. */
    void begin() {
        regrets.clear();
    }

    /**
     * One update of every rule whose situation came up.
     *
     * @param mixing what was seen and mixed
     * @param payoffs [rows · K], NaN for what was not allowed
     */
    void learn(Mixing mixing, double[] payoffs) {
        double[] factors = scale.widen(payoffs, heads.choices());
        for (int seat = 0; seat < heads.seats(); seat++) {
            double factor = factors[seat / heads.heads()];
            if (factor != 1) {
                books.get(seat).all().forEach(rule -> rule.rescale(factor));
                regrets.rescale(seat, factor);
            }
            learn(seat, mixing, payoffs);
        }
        updates++;
    }

    private void learn(int seat, Mixing mixing, double[] payoffs) {
        int player = seat / heads.heads();
        int head = seat % heads.heads();
        Map<ByteBuffer, Lesson> lessons = new LinkedHashMap<>();
        double[] gains = new double[heads.size(head)];
        for (int row = player; row < mixing.sights().rows(); row += heads.players()) {
            double mean = gains(row, player, head, mixing, payoffs, gains);
            regrets.note(seat, gains, mean);
            lessons.computeIfAbsent(mixing.key(row), key -> new Lesson(gains.length))
                    .add(gains);
        }
        lessons.forEach((key, lesson) -> books.get(seat).row(key).learn(0, lesson.mean(), 0));
    }

    /** Writes what each choice gained in one world; what was not allowed gained what the mixture did, which is returned. */
    private double gains(int row, int player, int head, Mixing mixing, double[] payoffs, double[] gains) {
        int first = heads.first(head);
        double mean = 0;
        for (int a = 0; a < gains.length; a++) {
            double payoff = payoffs[row * heads.choices() + first + a];
            gains[a] = Double.isNaN(payoff) ? Double.NaN : scale.gain(payoff, player);
            mean += Double.isNaN(payoff) ? 0 : mixing.probability(row, first + a) * gains[a];
        }
        for (int a = 0; a < gains.length; a++) {
            gains[a] = Double.isNaN(gains[a]) ? mean : gains[a];
        }
        return mean;
    }

    /** Mean regret since it was last counted from, in rewards; situations; updates in all. */
    Map<String, Double> figures() {
        double rows = 0;
        for (Book<FollowerRule> book : books) {
            rows += book.size();
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("regret", regrets.mean(seat -> scale.width(seat / heads.heads())));
        figures.put("situations", rows / books.size());
        figures.put("updates", (double) updates);
        return figures;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(updates);
        scale.save(out);
        for (Book<FollowerRule> book : books) {
            book.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        updates = in.readLong();
        scale.load(in);
        for (Book<FollowerRule> book : books) {
            book.load(in);
        }
        regrets.clear();
    }
}
