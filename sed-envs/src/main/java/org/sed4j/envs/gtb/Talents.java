package org.sed4j.envs.gtb;

import org.sed4j.core.run.Rng;

/** What each player is good at, drawn at the beginning of an episode. A part of a world. */
final class Talents {
    private final int players;
    private final Building building;
    private final Skill gathering;
    private final Placing placing;
    private final Payments ranked;

    /** The raw draw of building skill, which is shown even where payments are ranked, as in the reference. */
    private final double[] skill;
    /** Coin for a house. */
    private final double[] payment;
    /** Probability of a second unit. */
    private final double[] bonus;
    /** 0 the least skilled; by number where payments are not ranked. */
    private final int[] rank;

    /**
     * A table that never changes.
     *
     * @param byRank the least first; empty where payments are drawn
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
    record Payments(double[] byRank) {
        static Payments of(GtbRules rules) {
            return new Payments(
                    rules.placing().isRanked()
                            ? RankedSkills.payments(rules.players(), rules.building())
                            : new double[0]);
        }
    }

    Talents(GtbRules rules, Payments ranked) {
        this.players = rules.players();
        this.building = rules.building();
        this.gathering = rules.gathering().skill();
        this.placing = rules.placing();
        this.ranked = ranked;
        this.skill = new double[players];
        this.payment = new double[players];
        this.bonus = new double[players];
        this.rank = new int[players];
    }

    void reset(Rng rng) {
        rng.stream(Streams.SKILLS);
        for (int i = 0; i < players; i++) {
            skill[i] = building.skill().building(rng);
            bonus[i] = gathering.bonus(rng);
            rank[i] = placing.ranks().isEmpty() ? i : placing.ranks().get(i);
        }
        if (placing.isRanked()) {
            if (placing.ranks().isEmpty()) {
                rng.stream(Streams.RANKS);
                rng.shuffle(rank);
            }
            for (int i = 0; i < players; i++) {
                payment[i] = ranked.byRank()[rank[i]];
            }
        } else {
            for (int i = 0; i < players; i++) {
                payment[i] = building.paid(skill[i]);
            }
        }
    }

    double skill(int i) {
        return skill[i];
    }

    double payment(int i) {
        return payment[i];
    }

    double bonus(int i) {
        return bonus[i];
    }

    int rank(int i) {
        return rank[i];
    }

    /** Whether a player begins above the water of a split map; rank 0 is the best there. */
    boolean above(int i) {
        return placing.above().contains(players - 1 - rank[i]);
    }
}
