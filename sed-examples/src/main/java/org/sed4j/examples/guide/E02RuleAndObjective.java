package org.sed4j.examples.guide;

import java.util.Map;
import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Vote;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.examples.bench.CustomGoods;

/** A voting rule and an objective of one's own. */
public final class E02RuleAndObjective {
    private E02RuleAndObjective() {}

    /** The share s of players who got at least what the poorest would in an even split, times the total. */
    record SharedTotal(double s) implements Objective {
        @Override
        public String name() {
            return "shared-total(" + s + ")";
        }

        @Override
        public Set<String> measures() {
            return Set.of(Outcome.REWARD);
        }

        @Override
        public double value(Design design, Account account) {
            double total = 0;
            double least = Double.POSITIVE_INFINITY;
            for (double reward : account.amounts(Outcome.REWARD)) {
                total += reward;
                least = Math.min(least, reward);
            }
            return (1 - s) * total + s * account.amounts(Outcome.REWARD).length * least;
        }
    }

    /** The greatest report counts, and not more than half way from the round before. */
    static Election loudest(Vote vote) {
        double loudest = 0;
        for (double report : vote.reports().players("weight")) {
            loudest = Math.max(loudest, report);
        }
        double wish = loudest;
        double s =
                vote.past().map(past -> (past.parameters().get(0) + wish) / 2).orElse(wish);
        return Election.of(vote.objectives(), s);
    }

    /** Two rounds of such a society. */
    public static Map<String, Double> play() {
        Society society = Society.of(CustomGoods::new)
                .objectives(ObjectiveFamily.continuum(s -> new SharedTotal(s[0]), "s"))
                .vote(E02RuleAndObjective::loudest)
                .build();
        try (Session session = society.begin(Seed.of(1))) {
            session.next();
            return session.next();
        }
    }
}
