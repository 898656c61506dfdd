package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.List;

/** A profile of approval ballots. Axes: G groups, m candidates. */
public final class ApprovalProfile extends Electorate implements Profile {
    private final List<Approval> ballots;
    private final boolean[] approves;

    private ApprovalProfile(Candidates candidates, List<Approval> ballots, Weights weights) {
        super(candidates, weights);
        this.ballots = ballots;
        int m = candidates.size();
        candidates.requireRoom(ballots.size());
        approves = new boolean[ballots.size() * m];
        for (int g = 0; g < ballots.size(); g++) {
            for (int c : ballots.get(g).approved()) {
                approves[g * m + c] = true;
            }
        }
    }

    /** Starts a profile over that field. */
    public static Builder over(Candidates candidates) {
        return new Builder(candidates);
    }

    /** A profile from lines such as "3: Ann, Bob". */
    public static ApprovalProfile parse(Candidates candidates, String... lines) {
        Builder builder = over(candidates);
        for (String line : lines) {
            List<Integer> approved = new ArrayList<>();
            String names = Grouping.ballotOf(line);
            if (!names.isBlank()) {
                for (String name : names.split(",", -1)) {
                    approved.add(candidates.index(name.trim()));
                }
            }
            builder.add(Grouping.weightOf(line), new Approval(approved));
        }
        return builder.build();
    }

    /** Collects ballots and groups equal ones, in the order of their first appearance. Not thread-safe. */
    public static final class Builder {
        private final Candidates candidates;
        private final Grouping<Approval> ballots = new Grouping<>();

        private Builder(Candidates candidates) {
            this.candidates = candidates;
        }

        /** Adds {@code weight} voters with that ballot. */
        public Builder add(long weight, Approval ballot) {
            ballot.approved().forEach(candidates::require);
            ballots.add(weight, ballot);
            return this;
        }

        /** Adds a voter who weighs that much; the number must be whole. */
        public Builder add(double weight, Approval ballot) {
            return add(Weights.whole(weight), ballot);
        }

        /** The profile. */
        public ApprovalProfile build() {
            return new ApprovalProfile(candidates, ballots.ballots(), ballots.weights());
        }
    }

    @Override
    public BallotKind kind() {
        return BallotKind.APPROVAL;
    }

    @Override
    public Approval ballot(int g) {
        return ballots.get(g);
    }

    /** Whether group g approves of candidate c. */
    public boolean approves(int g, int c) {
        return approves[g * candidates.size() + c];
    }

    @Override
    public ApprovalProfile swapped(int g, Ballot instead) {
        Approval ballot = Profile.requireType(Approval.class, this, g, instead);
        Builder builder = over(candidates);
        builder.ballots.addAllButOne(this, g, Approval.class);
        return builder.add(1, ballot).build();
    }

    @Override
    public String toString() {
        return Grouping.text(
                this, g -> String.join(", ", candidates.names(ballot(g).approved())));
    }
}
