package org.sed4j.rl.population;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.noregret.FollowerRule;

/**
 * Followers of bounded rationality in any economy: before each step they ask, in forks of the worlds under the law as it is, what
 * each choice would pay at once if others did what they did last, and choose by their way of reasoning.
 *
 * <p>Before the first step of a round, and for a level of reasoning at every step, others are taken to choose at random. They learn
 * nothing. O(B · n · K) world steps a step and level.
 *
 * <p>Sources: McKelvey and Palfrey (1995) for the logit response; {@link Reasoning} for the others.
 */
public final class ReasoningFollowers implements Followers<Pomg> {
    private final Spaces spaces;
    private final ActionHeads heads;
    private final Reasoning reasoning;

    /** Followers of that way of reasoning, for an economy of those spaces. */
    public ReasoningFollowers(Spaces spaces, Reasoning reasoning) {
        this.spaces = spaces;
        this.heads = new ActionHeads(spaces);
        this.reasoning = reasoning;
    }

    @Override
    public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
        heads.require(economy.spaces());
        try (WhatIf whatIf = new WhatIf(economy, heads, this::anything)) {
            return Loop.play(economy, new Thinking(economy, whatIf, steps, seed.named("acts")), government, steps);
        }
    }

    /** Uniform choices: rules that nobody has learned. */
    private Mixing anything(Sights sights) {
        List<Book<FollowerRule>> blank = new ArrayList<>();
        for (int seat = 0; seat < heads.seats(); seat++) {
            blank.add(new Book<>(
                    1,
                    () -> {
                        throw new AssertionError("nobody learns");
                    },
                    Rows.RULES));
        }
        return new Mixing(heads, Context.NOTHING, blank, sights);
    }

    /** One round of everybody. */
    private final class Thinking implements Players {
        private final Pomg economy;
        private final WhatIf whatIf;
        private final Mixing level0;
        private final int steps;
        private final Seed seed;
        private final IntTensor others;
        private final double[] answers;
        private final Rng rng = new Rng();
        private int step;

        Thinking(Pomg economy, WhatIf whatIf, int steps, Seed seed) {
            this.economy = economy;
            this.whatIf = whatIf;
            this.level0 = anything(new Sights(spaces, economy.batch()));
            this.steps = steps;
            this.seed = seed;
            this.others = IntTensor.zeros(economy.batch(), heads.seats());
            this.answers = new double[economy.batch() * heads.players() * heads.choices()];
        }

        @Override
        public void act(Tensors now, IntTensor actions) {
            if (step == 0 || reasoning instanceof Reasoning.LevelK) {
                level0.choose(now, seed.named("level 0"), step, world -> world, others);
            } else {
                level0.sights().look(now);
                allow();
            }
            Snapshot start = economy.save();
            for (int depth = 0; depth < reasoning.depth(); depth++) {
                whatIf.ask(start, others, level0.sights(), 1, seed, step, answers);
                answer(actions);
                for (int seat = 0; seat < others.length(); seat++) {
                    others.set(seat, actions.get(seat));
                }
            }
            step++;
        }

        /** What was done last may not be allowed any more: the lowest choice that is stands in for it. */
        private void allow() {
            for (int seat = 0; seat < others.length(); seat++) {
                int row = seat / heads.heads();
                int head = seat % heads.heads();
                if (!level0.sights().allows(row, heads.first(head) + others.get(seat))) {
                    int choice = 0;
                    while (!level0.sights().allows(row, heads.first(head) + choice)) {
                        choice++;
                    }
                    others.set(seat, choice);
                }
            }
        }

        private void answer(IntTensor actions) {
            for (int cell = 0; cell < answers.length; cell++) {
                answers[cell] *= steps;
            }
            for (int seat = 0; seat < others.length(); seat++) {
                int row = seat / heads.heads();
                int head = seat % heads.heads();
                rng.seat(seed.key(), step);
                rng.stream(seat);
                int from = row * heads.choices() + heads.first(head);
                actions.set(seat, reasoning.choose(answers, from, heads.size(head), rng));
            }
        }
    }

    @Override
    public ReasoningFollowers copy() {
        return this;
    }

    @Override
    public ReasoningFollowers frozen() {
        return this;
    }

    @Override
    public boolean learns() {
        return false;
    }
}
