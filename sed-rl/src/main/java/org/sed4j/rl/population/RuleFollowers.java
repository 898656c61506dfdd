package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.FollowerRule;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * Followers who learn by no-regret rules: each asks what it would have got by each of its choices, and shifts towards those
 * that would have paid more.
 *
 * <p>Everybody has a rule of its own for each head and each situation that it tells apart, and learns it in all worlds at
 * once: an update is the mean over the worlds in which the situation came up. A choice that was not allowed is given what the
 * mixture got, so that it is neither regretted nor held against anybody (a specialist that sleeps: Freund, Schapire, Singer
 * and Warmuth 1997, "Using and combining predictors that specialize", STOC). Where payoffs lie is learned unless it is said:
 * when they turn out to lie farther apart, what was gained before is rescaled, which is exact since only differences count.
 *
 * <p>O(B · n · K · steps followed) world steps an update.
 *
 * @paper 003, section 3.1 and Algorithm 2, in any economy
 */
public final class RuleFollowers implements Followers<Pomg> {
    private final Spaces spaces;
    private final Habits habits;
    private final ActionHeads heads;
    private final List<Book<FollowerRule>> books;
    private final Scale scale;
    private final Regrets regrets;
    private long updates;

    /**
     * How they learn.
     *
     * @param kind the rule, one that learns from counterfactuals
     * @param context what situations are told apart by
     * @param rows most situations of a player, at least 1
     * @param foresight how far and how often they ask
     * @param range where mean rewards of a step lie; empty to learn it
     */
    public record Habits(
            FollowerKind kind, Context context, int rows, Foresight foresight, Optional<PayoffRange> range) {
        public Habits {
            Require.that(
                    kind.rule(1, 2).counterfactual(),
                    "rule of followers who ask what they would have got",
                    kind,
                    "must learn from counterfactuals",
                    "Populations.tabularQ was meant, which learns from play");
            Require.atLeast(rows, 1, "rows of a table");
        }
    }

    /** Followers who know nothing yet, for an economy of those spaces. */
    public RuleFollowers(Spaces spaces, Habits habits) {
        this(spaces, habits, books(spaces, habits), new Scale(habits.range()));
    }

    private RuleFollowers(Spaces spaces, Habits habits, List<Book<FollowerRule>> books, Scale scale) {
        this.spaces = spaces;
        this.habits = habits;
        this.heads = new ActionHeads(spaces);
        this.books = books;
        this.scale = scale;
        this.regrets = new Regrets(heads);
    }

    private static List<Book<FollowerRule>> books(Spaces spaces, Habits habits) {
        ActionHeads heads = new ActionHeads(spaces);
        List<Book<FollowerRule>> books = new ArrayList<>();
        for (int seat = 0; seat < heads.seats(); seat++) {
            int size = heads.size(seat % heads.heads());
            books.add(new Book<>(habits.rows(), () -> habits.kind().rule(1, size), Rows.RULES));
        }
        return books;
    }

    /** How many updates were made. */
    public long updates() {
        return updates;
    }

    /**
     * The mixture of a player's head, where situations are not told apart; uniform before the first update.
     *
     * @return probabilities, one for each choice
     */
    public double[] mixture(int player, int head) {
        FollowerRule rule = books.get(player * heads.heads() + head).copy().row(ByteBuffer.allocate(0));
        double[] mixture = new double[rule.actions()];
        rule.strategy(0, mixture);
        return mixture;
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        heads.require(economy.spaces());
        regrets.clear();
        Mixing mixing = mixing(new Sights(spaces, economy.batch()));
        try (WhatIf whatIf = new WhatIf(economy, heads, this::mixing)) {
            Round round = new Round(economy, mixing, whatIf, steps, seed.named("acts"));
            return Loop.play(economy, round, round.after(government), steps);
        }
    }

    private Mixing mixing(Sights sights) {
        return new Mixing(heads, habits.context(), books, sights);
    }

    /** One round of everybody. */
    private final class Round implements Players {
        private final Pomg economy;
        private final Mixing mixing;
        private final WhatIf whatIf;
        private final int steps;
        private final Seed seed;
        private final IntTensor played;
        private final double[] answers;
        private Optional<Snapshot> start = Optional.empty();
        private int step;

        Round(Pomg economy, Mixing mixing, WhatIf whatIf, int steps, Seed seed) {
            this.economy = economy;
            this.mixing = mixing;
            this.whatIf = whatIf;
            this.steps = steps;
            this.seed = seed;
            this.played = IntTensor.zeros(economy.batch(), heads.seats());
            this.answers = new double[economy.batch() * heads.players() * heads.choices()];
        }

        /** The government, whose decisions are part of what questions start from. */
        Government<Pomg> after(Government<Pomg> government) {
            return new Government<>() {
                @Override
                public void decide(Pomg worlds) {
                    government.decide(worlds);
                    start = start.map(before -> worlds.save());
                }

                @Override
                public void stepped(Pomg worlds) {
                    government.stepped(worlds);
                }
            };
        }

        @Override
        public void act(Tensors now, IntTensor actions) {
            mixing.choose(now, seed, step, world -> world, actions);
            for (int j = 0; j < played.length(); j++) {
                played.set(j, actions.get(j));
            }
            start = step % habits.foresight().every() == 0 ? Optional.of(economy.save()) : Optional.empty();
        }

        @Override
        public void stepped(Tensors now) {
            int follow = Math.min(habits.foresight().steps(), steps - step);
            start.ifPresent(from -> {
                whatIf.ask(from, played, mixing.sights(), follow, seed, step, answers);
                learn(mixing, answers);
            });
            step++;
        }
    }

    private void learn(Mixing mixing, double[] payoffs) {
        double factor = scale.widen(payoffs);
        if (factor != 1) {
            books.forEach(book -> book.all().forEach(rule -> rule.rescale(factor)));
            regrets.rescale(factor);
        }
        for (int seat = 0; seat < heads.seats(); seat++) {
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
            int first = row * heads.choices() + heads.first(head);
            double mean = 0;
            for (int a = 0; a < gains.length; a++) {
                boolean asked = !Double.isNaN(payoffs[first + a]);
                gains[a] = asked ? scale.gain(payoffs[first + a], player) : Double.NaN;
                mean += asked ? mixing.probability(row, heads.first(head) + a) * gains[a] : 0;
            }
            for (int a = 0; a < gains.length; a++) {
                gains[a] = Double.isNaN(gains[a]) ? mean : gains[a];
            }
            regrets.note(seat, gains, mean);
            lessons.computeIfAbsent(mixing.key(row), key -> new Lesson(gains.length))
                    .add(gains);
        }
        lessons.forEach((key, lesson) -> books.get(seat).row(key).learn(0, lesson.mean(), 0));
    }

    /** Mean regret of the round, against the best choice for all of it, in rewards; situations; updates in all. */
    @Override
    public Map<String, Double> figures() {
        double rows = 0;
        for (Book<FollowerRule> book : books) {
            rows += book.size();
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("regret", regrets.mean() * scale.width());
        figures.put("situations", rows / books.size());
        figures.put("updates", (double) updates);
        return figures;
    }

    @Override
    public RuleFollowers copy() {
        List<Book<FollowerRule>> copies = new ArrayList<>();
        books.forEach(book -> copies.add(book.copy()));
        RuleFollowers copy = new RuleFollowers(spaces, habits, copies, scale.copy());
        copy.updates = updates;
        return copy;
    }

    /** Followers who play the mixtures that these have come to. */
    @Override
    public Followers<Pomg> frozen() {
        return new Still(copy());
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

    private record Still(RuleFollowers mind) implements Followers<Pomg> {
        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            mind.heads.require(economy.spaces());
            Mixing mixing = mind.mixing(new Sights(mind.spaces, economy.batch()));
            Seed acts = seed.named("acts");
            long[] step = new long[1];
            Players players = (now, actions) -> mixing.choose(now, acts, step[0]++, world -> world, actions);
            return Loop.play(economy, players, government, steps);
        }

        @Override
        public Followers<Pomg> copy() {
            return this;
        }

        @Override
        public Followers<Pomg> frozen() {
            return this;
        }

        @Override
        public boolean learns() {
            return false;
        }
    }
}
