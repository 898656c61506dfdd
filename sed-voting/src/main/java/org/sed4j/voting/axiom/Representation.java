package org.sed4j.voting.axiom;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.ApprovalProfile;

/**
 * Axioms of committees elected by approval: justified representation and its stronger forms.
 *
 * <p>With n voters and k seats, a group of at least ℓ·n/k voters who approve of ℓ common candidates deserves ℓ seats. Under
 * JR (ℓ = 1) and EJR one member of the group approves of ℓ members of the committee; under PJR the group together does. Each
 * check returns a group that is let down, if there is one.
 *
 * <p>Cost O(2^m · G): every set of common candidates is tried, so m is at most {@value #MOST_CANDIDATES}. PJR tries, for each
 * set of common candidates, every set of ℓ - 1 members that a group may be confined to.
 *
 * <p>Source: Aziz, Brill, Conitzer, Elkind, Freeman and Walsh (2017), "Justified representation in approval-based committee
 * voting", Soc. Choice Welf. 48; Sanchez-Fernandez et al. (2017), "Proportional justified representation", AAAI.
 */
public final class Representation {
    private static final int MOST_CANDIDATES = 20;

    private Representation() {}

    /** The three strengths, each implied by the next. */
    public enum Strength {
        /** Justified representation. */
        JR,
        /** Proportional justified representation. */
        PJR,
        /** Extended justified representation. */
        EJR
    }

    /**
     * A group that deserves seats and is let down.
     *
     * @param common the candidates that all of them approve of
     * @param deserves ℓ
     * @param voters how many they are
     */
    public record Grievance(List<Integer> common, int deserves, long voters) {
        public Grievance {
            common = List.copyOf(common);
        }
    }

    /** A group that the committee lets down, if there is one; k is the number of seats, filled or not. */
    public static Optional<Grievance> grievance(
            ApprovalProfile profile, Iterable<Integer> committee, int k, Strength strength) {
        int m = profile.candidates().size();
        Require.that(
                m <= MOST_CANDIDATES,
                "candidates of a check of representation",
                m,
                "must be at most " + MOST_CANDIDATES,
                "a smaller election will do");
        BitSet members = new BitSet();
        committee.forEach(members::set);
        int most = strength == Strength.JR ? 1 : k;
        for (int set = 1; set < 1 << m; set++) {
            int size = Integer.bitCount(set);
            if (size > most) {
                continue;
            }
            Optional<Grievance> found = strength == Strength.PJR
                    ? together(profile, members, k, set, size)
                    : apart(profile, members, k, set, size);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean approvesAll(ApprovalProfile profile, int g, int set) {
        for (int c = 0; set >> c != 0; c++) {
            if ((set >> c & 1) != 0 && !profile.approves(g, c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean deserves(ApprovalProfile profile, int k, int seats, long voters) {
        return BigInteger.valueOf(voters)
                        .multiply(BigInteger.valueOf(k))
                        .compareTo(BigInteger.valueOf(profile.voters()).multiply(BigInteger.valueOf(seats)))
                >= 0;
    }

    private static Optional<Grievance> apart(ApprovalProfile profile, BitSet members, int k, int set, int seats) {
        long voters = 0;
        for (int g = 0; g < profile.groups(); g++) {
            if (!approvesAll(profile, g, set)) {
                continue;
            }
            long liked =
                    profile.ballot(g).approved().stream().filter(members::get).count();
            voters += liked < seats ? profile.weight(g) : 0;
        }
        return deserves(profile, k, seats, voters) ? Optional.of(grievance(set, seats, voters)) : Optional.empty();
    }

    /** The largest group that approves of the set and, together, of no more than ℓ - 1 members. */
    private static Optional<Grievance> together(ApprovalProfile profile, BitSet members, int k, int set, int seats) {
        int[] list = members.stream().toArray();
        for (int confined = 0; confined < 1 << list.length; confined++) {
            if (Integer.bitCount(confined) != Math.min(seats - 1, list.length)) {
                continue;
            }
            long voters = 0;
            for (int g = 0; g < profile.groups(); g++) {
                boolean inside = approvesAll(profile, g, set);
                for (int i = 0; i < list.length && inside; i++) {
                    inside = (confined >> i & 1) != 0 || !profile.approves(g, list[i]);
                }
                voters += inside ? profile.weight(g) : 0;
            }
            if (deserves(profile, k, seats, voters)) {
                return Optional.of(grievance(set, seats, voters));
            }
        }
        return Optional.empty();
    }

    private static Grievance grievance(int set, int seats, long voters) {
        List<Integer> common = new ArrayList<>();
        for (int c = 0; set >> c != 0; c++) {
            if ((set >> c & 1) != 0) {
                common.add(c);
            }
        }
        return new Grievance(common, seats, voters);
    }
}
