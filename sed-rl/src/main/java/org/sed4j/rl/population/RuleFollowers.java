package org.sed4j.rl.population;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Design;
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
    private final RuleTables tables;

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
        this(spaces, habits, new RuleTables(spaces, habits));
    }

    private RuleFollowers(Spaces spaces, Habits habits, RuleTables tables) {
        this.spaces = spaces;
        this.habits = habits;
        this.tables = tables;
    }

    /** How many updates were made. */
    public long updates() {
        return tables.updates();
    }

    /**
     * The mixture of a player's head, where situations are not told apart; that of a rule without experience before the first
     * update.
     *
     * @return probabilities, one for each choice
     */
    public double[] mixture(int player, int head) {
        return tables.mixture(player * spaces.heads() + head);
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        tables.heads().require(economy.spaces());
        tables.begin();
        try (WhatIf whatIf = new WhatIf(economy, tables.heads(), tables::mixing)) {
            Round round = new Round(economy, whatIf, steps, seed.named("acts"));
            return Loop.play(economy, round, round.after(government), steps);
        }
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

        Round(Pomg economy, WhatIf whatIf, int steps, Seed seed) {
            ActionHeads heads = tables.heads();
            this.economy = economy;
            this.mixing = tables.mixing(new Sights(spaces, economy.batch()));
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
                public Optional<Design> opening() {
                    return government.opening();
                }

                @Override
                public void begun(Pomg worlds) {
                    government.begun(worlds);
                }

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
                tables.learn(mixing, answers);
            });
            step++;
        }
    }

    /** Mean regret of the round, against the best choice for all of it, in rewards; situations; updates in all. */
    @Override
    public Map<String, Double> figures() {
        return tables.figures();
    }

    @Override
    public RuleFollowers copy() {
        return new RuleFollowers(spaces, habits, tables.copy());
    }

    /** Followers who play the mixtures that these have come to. */
    @Override
    public Followers<Pomg> frozen() {
        RuleTables kept = tables.copy();
        return new Still(kept.heads(), (worlds, seed) -> {
            Mixing mixing = kept.mixing(new Sights(spaces, worlds));
            long[] step = new long[1];
            return (now, actions) -> mixing.choose(now, seed, step[0]++, world -> world, actions);
        });
    }

    @Override
    public void save(DataOutput out) throws IOException {
        tables.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        tables.load(in);
    }
}
