package org.sed4j.voting.ballot;

import java.util.List;
import java.util.stream.IntStream;

/** A profile of grades from one scale. Axes: G groups, m candidates, K grades. */
public final class GradeProfile extends Electorate implements Profile {
    private final List<String> scale;
    private final List<Grades> ballots;

    private GradeProfile(Candidates candidates, List<String> scale, List<Grades> ballots, Weights weights) {
        super(candidates, weights);
        this.scale = scale;
        this.ballots = ballots;
    }

    /**
     * Starts a profile over that field.
     *
     * @param scale the names of the K grades, the worst first
     */
    public static Builder over(Candidates candidates, List<String> scale) {
        return new Builder(candidates, List.copyOf(scale));
    }

    /** Starts a profile of scores from 0 to {@code highest}. */
    public static Builder over(Candidates candidates, int highest) {
        return over(
                candidates,
                IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList());
    }

    /** Collects ballots and groups equal ones, in the order of their first appearance. Not thread-safe. */
    public static final class Builder {
        private final Candidates candidates;
        private final List<String> scale;
        private final Grouping<Grades> ballots = new Grouping<>();

        private Builder(Candidates candidates, List<String> scale) {
            InvalidBallotException.unless(
                    scale.size() >= 2, "grades of a scale", scale, "must be at least 2", "the scale was not read");
            this.candidates = candidates;
            this.scale = scale;
        }

        /** Adds {@code weight} voters with that ballot. */
        public Builder add(long weight, Grades ballot) {
            InvalidBallotException.unless(
                    ballot.grades().size() == candidates.size(),
                    "grades on a ballot",
                    ballot.grades(),
                    "must be " + candidates.size() + ", one for each of " + candidates.names(),
                    "a candidate was left out: give Grades.UNGRADED");
            for (int grade : ballot.grades()) {
                InvalidBallotException.unless(
                        grade >= Grades.UNGRADED && grade < scale.size(),
                        "grade",
                        grade,
                        "must lie from 0 to " + (scale.size() - 1) + " on the scale " + scale,
                        "the scale is longer than was said");
            }
            ballots.add(weight, ballot);
            return this;
        }

        /** Adds a voter who weighs that much; the number must be whole. */
        public Builder add(double weight, Grades ballot) {
            return add(Weights.whole(weight), ballot);
        }

        /** The profile. */
        public GradeProfile build() {
            return new GradeProfile(candidates, scale, ballots.ballots(), ballots.weights());
        }
    }

    /** The names of the K grades, the worst first. */
    public List<String> scale() {
        return scale;
    }

    @Override
    public BallotKind kind() {
        return BallotKind.GRADES;
    }

    @Override
    public Grades ballot(int g) {
        return ballots.get(g);
    }

    /** The grade that group g gives candidate c; none given counts as 0, the worst. */
    public int grade(int g, int c) {
        return Math.max(0, ballots.get(g).grades().get(c));
    }

    /** How many voters gave candidate c each grade: K counts, the worst first; who gave none counts as giving the worst. */
    public long[] histogram(int c) {
        long[] counts = given(c);
        long graded = 0;
        for (long count : counts) {
            graded += count;
        }
        counts[0] += voters() - graded;
        return counts;
    }

    /** How many voters gave candidate c each grade: K counts, the worst first; who gave none is not counted. */
    public long[] given(int c) {
        long[] counts = new long[scale.size()];
        for (int g = 0; g < groups(); g++) {
            int grade = ballots.get(g).grades().get(c);
            if (grade != Grades.UNGRADED) {
                counts[grade] += weight(g);
            }
        }
        return counts;
    }

    /** The approval profile in which a voter approves of whom it gives {@code lowest} or better. */
    public ApprovalProfile approvals(int lowest) {
        ApprovalProfile.Builder builder = ApprovalProfile.over(candidates);
        for (int g = 0; g < groups(); g++) {
            int group = g;
            builder.add(
                    weight(g),
                    new Approval(IntStream.range(0, candidates.size())
                            .filter(c -> grade(group, c) >= lowest)
                            .boxed()
                            .toList()));
        }
        return builder.build();
    }

    @Override
    public GradeProfile swapped(int g, Ballot instead) {
        Grades ballot = Profile.requireType(Grades.class, this, g, instead);
        Builder builder = over(candidates, scale);
        builder.ballots.addAllButOne(this, g, Grades.class);
        return builder.add(1, ballot).build();
    }

    @Override
    public String toString() {
        return "on " + scale + ": "
                + Grouping.text(this, g -> ballot(g).grades().toString());
    }
}
