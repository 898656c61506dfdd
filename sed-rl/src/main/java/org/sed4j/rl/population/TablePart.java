package org.sed4j.rl.population;

import java.util.Optional;
import java.util.function.Function;
import org.sed4j.core.game.Followers;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Setting;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.PayoffRange;

/** The players who learn from tables, each with defaults of its own; what is said replaces them. */
final class TablePart {
    /** World steps that an update, or one player's search, may take. */
    private static final long MOST = 1 << 22;

    private TablePart() {}

    /**
     * Players by a no-regret rule.
     *
     * @param kind the rule
     * @param context what situations are told apart by
     * @param rows most situations
     * @param foresight how far and how often they ask
     * @param range where mean rewards of a step lie; empty to learn it
     */
    record Rules(
            String name,
            Function<Setting, FollowerKind> kind,
            Context context,
            int rows,
            Foresight foresight,
            Optional<PayoffRange> range)
            implements RulePart {

        @Override
        public RulePart context(Context other, int most) {
            return new Rules(name, kind, other, most, foresight, range);
        }

        @Override
        public RulePart foresight(Foresight other) {
            return new Rules(name, kind, context, rows, other, range);
        }

        @Override
        public RulePart payoffs(double low, double high) {
            return new Rules(name, kind, context, rows, foresight, Optional.of(new PayoffRange(low, high)));
        }

        @Override
        public Optional<String> objection(Setting setting) {
            Spaces spaces = setting.spaces();
            int follow = Math.min(foresight.steps(), setting.schedule().stepsPerRound());
            long cost = (long) setting.worlds() * spaces.players() * spaces.choices() * follow;
            if (cost <= MOST) {
                return Optional.empty();
            }
            return Optional.of("an update asks " + setting.worlds() + " worlds x " + spaces.players() + " players x "
                    + spaces.choices() + " choices and follows each for " + follow + " steps, " + cost
                    + " world steps, more than " + MOST
                    + "; fewer worlds, a shorter foresight, or players who learn from play alone (ppo, tabular-q) fit");
        }

        @Override
        public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
            return new RuleFollowers(
                    setting.spaces(), new RuleFollowers.Habits(kind.apply(setting), context, rows, foresight, range));
        }
    }

    /**
     * Players by a table of action values.
     *
     * @param habits theirs; empty for defaults
     */
    record Q(Optional<QFollowers.Habits> habits) implements FollowersPart {
        private static final int ROWS = 1 << 16;
        private static final long UNPLANNED = 10_000;

        @Override
        public String name() {
            return "tabular-q";
        }

        @Override
        public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
            long planned = setting.rounds() * setting.schedule().stepsPerRound() / 2;
            QFollowers.Habits plain =
                    new QFollowers.Habits(0.1, 0.95, 0.05, planned > 0 ? planned : UNPLANNED, Context.VIEW, ROWS);
            return new QFollowers(setting.spaces(), habits.orElse(plain));
        }
    }

    /**
     * Players who try everything.
     *
     * @param habits theirs
     */
    record Best(BestResponders.Habits habits) implements FollowersPart {
        /** Constant choices, four samples of each world, ten turns. */
        static final Best PLAIN = new Best(new BestResponders.Habits(Context.NOTHING, 4, 10, MOST));

        @Override
        public String name() {
            return "best-response";
        }

        @Override
        public Optional<String> objection(Setting setting) {
            double joint = 1;
            for (int choices : setting.spaces().actions()) {
                joint *= choices;
            }
            int steps = setting.schedule().stepsPerRound();
            double cost = joint * setting.worlds() * habits.samples() * steps;
            if (cost <= habits.most()) {
                return Optional.empty();
            }
            return Optional.of("a player's search tries " + joint + " choices in " + setting.worlds() + " worlds x "
                    + habits.samples() + " samples for " + steps + " steps, " + cost + " world steps, more than "
                    + habits.most()
                    + "; fewer worlds or samples, or players who learn (multiplicative-weights, ppo) fit");
        }

        @Override
        public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
            return new BestResponders(setting.spaces(), habits);
        }
    }
}
