package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A profile of rankings, with ties and truncation.
 *
 * <p>Stored flat: the level of candidate c in group g, 0 the best, m if the ballot leaves c out. Axes: G groups, m
 * candidates.
 */
public final class RankingProfile extends Electorate implements Profile {
    private final int[] levels;
    private final BallotKind kind;

    private RankingProfile(Candidates candidates, int[] levels, Weights weights, BallotKind kind) {
        super(candidates, weights);
        this.levels = levels;
        this.kind = kind;
    }

    /** Starts a profile over that field. */
    public static Builder over(Candidates candidates) {
        return new Builder(candidates);
    }

    /** One voter for each ranking; equal rankings are grouped. */
    public static RankingProfile of(Candidates candidates, Iterable<Ranking> ballots) {
        Builder builder = over(candidates);
        ballots.forEach(ballot -> builder.add(1, ballot));
        return builder.build();
    }

    /** A profile from lines such as "42: Memphis > Nashville > Knoxville = Chattanooga". */
    public static RankingProfile parse(Candidates candidates, String... lines) {
        Builder builder = over(candidates);
        for (String line : lines) {
            builder.add(Grouping.weightOf(line), Ranking.parse(candidates, Grouping.ballotOf(line)));
        }
        return builder.build();
    }

    /**
     * A profile from flat levels, for large electorates: nothing is grouped.
     *
     * @param levels [G·m], not negative; in each group any numbers that order its candidates, m or more for one left out.
     *     Copied
     * @param weights [G]. Copied
     */
    public static RankingProfile ofLevels(Candidates candidates, int[] levels, long[] weights) {
        int m = candidates.size();
        InvalidBallotException.unless(
                levels.length == weights.length * m,
                "length of levels",
                levels.length,
                "must be groups x candidates = " + weights.length + " x " + m,
                "the two arrays belong to two profiles");
        int[] dense = new int[levels.length];
        BallotKind kind = BallotKind.LINEAR;
        int[] map = new int[m + 1];
        for (int g = 0; g < weights.length; g++) {
            BallotKind one = Levels.densify(levels, g * m, m, dense, map);
            kind = later(kind, one);
        }
        return new RankingProfile(candidates, dense, new Weights(weights.clone()), kind);
    }

    /** Collects ballots and groups equal ones, in the order of their first appearance. Not thread-safe. */
    public static final class Builder {
        private final Candidates candidates;
        private final Grouping<Ranking> ballots = new Grouping<>();

        private Builder(Candidates candidates) {
            this.candidates = candidates;
        }

        /** Adds {@code weight} voters with that ballot. */
        public Builder add(long weight, Ranking ballot) {
            for (List<Integer> tier : ballot.tiers()) {
                tier.forEach(candidates::require);
            }
            ballots.add(weight, ballot);
            return this;
        }

        /** Adds a voter who weighs that much; the number must be whole. */
        public Builder add(double weight, Ranking ballot) {
            return add(Weights.whole(weight), ballot);
        }

        /** Adds {@code weight} voters with that strict ranking of names, best first. */
        public Builder add(long weight, String... best) {
            List<List<Integer>> tiers = new ArrayList<>();
            for (String name : best) {
                tiers.add(List.of(candidates.index(name)));
            }
            return add(weight, new Ranking(tiers));
        }

        /**
         * The profile.
         *
         * @throws InvalidBallotException if nobody voted
         */
        public RankingProfile build() {
            int m = candidates.size();
            List<Ranking> groups = ballots.ballots();
            candidates.requireRoom(groups.size());
            int[] levels = new int[groups.size() * m];
            BallotKind kind = BallotKind.LINEAR;
            for (int g = 0; g < groups.size(); g++) {
                System.arraycopy(groups.get(g).levels(m), 0, levels, g * m, m);
                kind = later(kind, groups.get(g).kind(m));
            }
            return new RankingProfile(candidates, levels, ballots.weights(), kind);
        }
    }

    @Override
    public BallotKind kind() {
        return kind;
    }

    /** The level of candidate c on the ballots of group g: 0 the best, m if left out. */
    public int level(int g, int c) {
        return levels[g * candidates.size() + c];
    }

    @Override
    public Ranking ballot(int g) {
        int m = candidates.size();
        List<List<Integer>> tiers = new ArrayList<>();
        for (int level = 0; level < m; level++) {
            List<Integer> tier = new ArrayList<>();
            for (int c = 0; c < m; c++) {
                if (level(g, c) == level) {
                    tier.add(c);
                }
            }
            if (tier.isEmpty()) {
                break;
            }
            tiers.add(tier);
        }
        return new Ranking(tiers);
    }

    /** Every voter's ballot, a group of weight w giving w of them. For small profiles. */
    public List<Ranking> expanded() {
        List<Ranking> all = new ArrayList<>();
        for (int g = 0; g < groups(); g++) {
            Ranking ballot = ballot(g);
            for (long copy = 0; copy < weight(g); copy++) {
                all.add(ballot);
            }
        }
        return all;
    }

    /** The same electorate after candidate c was renamed {@code to[c]}; the field stays. */
    public RankingProfile renamed(int[] to) {
        int m = candidates.size();
        int[] moved = new int[levels.length];
        for (int i = 0; i < levels.length; i++) {
            moved[i - i % m + to[i % m]] = levels[i];
        }
        return new RankingProfile(candidates, moved, weights, kind);
    }

    /** The same profile with equal ballots grouped. */
    public RankingProfile grouped() {
        Builder builder = over(candidates);
        for (int g = 0; g < groups(); g++) {
            builder.add(weight(g), ballot(g));
        }
        return builder.build();
    }

    @Override
    public RankingProfile swapped(int g, Ballot instead) {
        Ranking ballot = Profile.requireType(Ranking.class, this, g, instead);
        ballot.tiers().forEach(tier -> tier.forEach(candidates::require));
        int m = candidates.size();
        int[] row = ballot.levels(m);
        int[] changed = new int[levels.length + m];
        long[] counts = new long[groups() + 1];
        BallotKind widest = ballot.kind(m);
        int next = 0;
        boolean found = false;
        for (int h = 0; h < groups(); h++) {
            boolean same = !found && Arrays.equals(levels, h * m, h * m + m, row, 0, m);
            long left = Math.addExact(weight(h) - (h == g ? 1 : 0), same ? 1 : 0);
            if (left > 0) {
                System.arraycopy(levels, h * m, changed, next * m, m);
                widest = widest.compareTo(kind) < 0 ? later(widest, Levels.kind(levels, h * m, m)) : widest;
                counts[next++] = left;
                found |= same;
            }
        }
        if (!found) {
            System.arraycopy(row, 0, changed, next * m, m);
            counts[next++] = 1;
        }
        return new RankingProfile(
                candidates, Arrays.copyOf(changed, next * m), new Weights(Arrays.copyOf(counts, next)), widest);
    }

    private static BallotKind later(BallotKind one, BallotKind other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    @Override
    public String toString() {
        return Grouping.text(this, g -> ballot(g).text(candidates));
    }
}
