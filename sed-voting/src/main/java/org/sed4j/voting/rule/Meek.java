package org.sed4j.voting.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Meek's count: every elected candidate keeps such a share of each ballot that reaches it that it just holds the quota, and
 * passes the rest on; excluded candidates keep nothing; the quota shrinks as ballots run out.
 *
 * <p>Fixed-point arithmetic in billionths, kept shares rounded up, so the count is the same on every machine. Shares are
 * iterated until the surpluses sum to less than a millionth of a vote or stop shrinking. Candidates within the remaining
 * surplus of the lowest count as tied with it.
 */
final class Meek {
    private static final long ONE = 1_000_000_000L;
    private static final long SMALL = 1_000L;

    private final RankingProfile profile;
    private final Candidates field;
    private final int m;
    private final int k;
    private final Count count;
    private final int[][] orders;
    private final Deque<Standing> open = new ArrayDeque<>();
    private final Set<Standing> seen = new HashSet<>();
    private final Set<List<Integer>> committees = new LinkedHashSet<>();
    private boolean exact = true;

    /** Who is elected and who is excluded; what each keeps follows from that up to the iteration, which starts afresh. */
    private record Standing(BitSet elected, BitSet excluded) {}

    private Meek(RankingProfile profile, int k, Count count) {
        this.profile = profile;
        this.field = profile.candidates();
        this.m = field.size();
        this.k = k;
        this.count = count;
        Require.that(
                profile.voters() <= Long.MAX_VALUE / ONE,
                "voters under stv-meek",
                profile.voters(),
                "must be at most " + Long.MAX_VALUE / ONE + ", since votes are counted in billionths",
                "weights were scaled up");
        this.orders = new int[profile.groups()][];
        for (int g = 0; g < orders.length; g++) {
            orders[g] = profile.ballot(g).tiers().stream()
                    .mapToInt(tier -> tier.get(0))
                    .toArray();
        }
    }

    static CommitteeOutcome count(RankingProfile profile, int k, Count count) {
        Meek meek = new Meek(profile, k, count);
        meek.open.push(new Standing(new BitSet(), new BitSet()));
        while (!meek.open.isEmpty()) {
            meek.stage(meek.open.pop());
        }
        return CommitteeOutcome.of(meek.field, meek.committees, BigFraction.ZERO, count, meek.exact);
    }

    private void stage(Standing standing) {
        if (!seen.add(standing)) {
            return;
        }
        BitSet elected = (BitSet) standing.elected().clone();
        BitSet excluded = standing.excluded();
        long[] keep = new long[m];
        for (int c = 0; c < m; c++) {
            keep[c] = excluded.get(c) ? 0 : ONE;
        }
        long lastSurplus = Long.MAX_VALUE;
        while (true) {
            if (elected.cardinality() >= k || m - excluded.cardinality() <= k) {
                finish(elected, excluded);
                return;
            }
            long[] votes = votes(keep);
            long quota = quota(votes);
            boolean more = false;
            for (int c = 0; c < m; c++) {
                if (!elected.get(c) && !excluded.get(c) && votes[c] >= quota) {
                    int winner = c;
                    count.note(() -> "elected: " + field.name(winner) + " with " + decimal(votes[winner]) + ", quota "
                            + decimal(quota));
                    elected.set(c);
                    more = true;
                }
            }
            if (more) {
                continue;
            }
            long surplus = 0;
            for (int c = elected.nextSetBit(0); c >= 0; c = elected.nextSetBit(c + 1)) {
                surplus += Math.max(0, votes[c] - quota);
            }
            if (surplus < SMALL || surplus >= lastSurplus) {
                exclude(elected, excluded, votes, surplus);
                return;
            }
            lastSurplus = surplus;
            for (int c = elected.nextSetBit(0); c >= 0; c = elected.nextSetBit(c + 1)) {
                // starting afresh, somebody elected on what others passed on may be below the quota until they pass it
                // on again
                keep[c] = votes[c] > quota ? scaledUp(keep[c], quota, votes[c]) : keep[c];
            }
        }
    }

    private static String decimal(long billionths) {
        return BigDecimal.valueOf(billionths, 9).stripTrailingZeros().toPlainString();
    }

    private void finish(BitSet elected, BitSet excluded) {
        List<Integer> committee = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (elected.get(c) || (elected.cardinality() < k && !excluded.get(c))) {
                committee.add(c);
            }
        }
        committees.add(committee);
    }

    /** Votes by candidate in billionths. */
    private long[] votes(long[] keep) {
        long[] votes = new long[m];
        for (int g = 0; g < orders.length; g++) {
            long left = ONE;
            for (int c : orders[g]) {
                long kept = Math.min(left, (left * keep[c] + ONE - 1) / ONE);
                votes[c] = Math.addExact(votes[c], Math.multiplyExact(kept, profile.weight(g)));
                left -= kept;
                if (left == 0) {
                    break;
                }
            }
        }
        return votes;
    }

    private long quota(long[] votes) {
        long all = 0;
        for (long v : votes) {
            all += v;
        }
        return all / (k + 1) + 1;
    }

    private static long scaledUp(long keep, long quota, long votes) {
        BigInteger[] parts = BigInteger.valueOf(keep)
                .multiply(BigInteger.valueOf(quota))
                .divideAndRemainder(BigInteger.valueOf(votes));
        return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
    }

    private void exclude(BitSet elected, BitSet excluded, long[] votes, long surplus) {
        long lowest = Long.MAX_VALUE;
        for (int c = 0; c < m; c++) {
            lowest = elected.get(c) || excluded.get(c) ? lowest : Math.min(lowest, votes[c]);
        }
        List<Integer> tied = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (!elected.get(c) && !excluded.get(c) && votes[c] <= lowest + surplus) {
                tied.add(c);
            }
        }
        int stage = excluded.cardinality() + 1;
        boolean together = lowest + surplus == 0 && m - excluded.cardinality() - tied.size() >= k;
        if (together) {
            drop(elected, excluded, tied);
            return;
        }
        List<Integer> chosen = tied;
        if (tied.size() > 1 && !count.followsTies()) {
            chosen = List.of(count.last(tied, "exclusion " + stage));
        } else if (tied.size() > 1 && seen.size() >= count.branches()) {
            exact = false;
            chosen = tied.subList(0, 1);
        }
        for (int c : chosen) {
            drop(elected, excluded, List.of(c));
        }
    }

    private void drop(BitSet elected, BitSet excluded, List<Integer> dropped) {
        count.note(() -> "excluded: " + field.names(dropped));
        BitSet more = (BitSet) excluded.clone();
        dropped.forEach(more::set);
        open.push(new Standing((BitSet) elected.clone(), more));
    }
}
