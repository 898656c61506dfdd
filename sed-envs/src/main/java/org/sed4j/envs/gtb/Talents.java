package org.sed4j.envs.gtb;

import org.sed4j.core.run.Rng;

/** What each player is good at, drawn at the beginning of an episode. A part of a world. */
final class Talents {
    private final int players;
    private final Building building;
    private final Skill gathering;
    private final boolean isRanked;
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
     * Tables that never change.
     *
     * @param byRank payments, the least first; empty where payments are drawn
     * @param ranks by player; empty where they are drawn
     * @param above by rank: whether it begins above the water of a split map
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
    record Payments(double[] byRank, int[] ranks, boolean[] above) {
        static Payments of(GtbRules rules) {
            int n = rules.players();
            Placing placing = rules.placing();
            boolean[] above = new boolean[n];
            for (int rank = 0; rank < n; rank++) {
                above[rank] = placing.above().contains(n - 1 - rank); // where rank 0 is the best
            }
            return new Payments(
                    placing.isRanked() ? RankedSkills.payments(n, rules.building()) : new double[0],
                    placing.ranks().stream().mapToInt(Integer::intValue).toArray(),
                    above);
        }
    }

    Talents(GtbRules rules, Payments ranked) {
        this.players = rules.players();
        this.building = rules.building();
        this.gathering = rules.gathering().skill();
        this.isRanked = rules.placing().isRanked();
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
            rank[i] = ranked.ranks().length == 0 ? i : ranked.ranks()[i];
        }
        if (isRanked) {
            if (ranked.ranks().length == 0) {
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

    /** n. */
    int players() {
        return players;
    }

    /** Whether a player begins above the water of a split map. */
    boolean above(int i) {
        return ranked.above()[rank[i]];
    }
}
