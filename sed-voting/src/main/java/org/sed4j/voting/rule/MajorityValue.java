package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;

/**
 * The grades of one candidate as majority judgement reads them: from the lower median outwards.
 *
 * <p>With n grades sorted from the worst, g_0 ≤ ... ≤ g_(n-1), and the median at k = ⌊(n-1)/2⌋, taking out lower medians one
 * by one reads k, then k-1, k+1, k-2, ... if n is odd, and k, then k+1, k-1, k+2, ... if n is even. Only counts by grade are
 * kept, and equal stretches are compared at once.
 */
final class MajorityValue {
    private final long[] upTo;

    private MajorityValue(long[] histogram) {
        upTo = histogram.clone();
        for (int grade = 1; grade < upTo.length; grade++) {
            upTo[grade] += upTo[grade - 1];
        }
    }

    static Outcome count(GradeProfile profile, Count count) {
        Candidates field = profile.candidates();
        List<MajorityValue> values = new ArrayList<>();
        List<Number> medians = new ArrayList<>();
        for (int c = 0; c < field.size(); c++) {
            MajorityValue value = new MajorityValue(profile.histogram(c));
            values.add(value);
            medians.add(value.median());
            String line = field.name(c) + ": " + value.text(profile);
            count.note(() -> line);
        }
        List<Integer> winners = new ArrayList<>();
        for (int c = 0; c < field.size(); c++) {
            int order = winners.isEmpty() ? 1 : values.get(c).compare(values.get(winners.get(0)));
            if (order > 0) {
                winners.clear();
            }
            if (order >= 0) {
                winners.add(c);
            }
        }
        return Choice.outcome(field, winners, medians, count, true);
    }

    private int median() {
        return grade((total() - 1) / 2);
    }

    private long total() {
        return upTo[upTo.length - 1];
    }

    /** The grade at place {@code index} from the worst. */
    private int grade(long index) {
        int grade = 0;
        while (upTo[grade] <= index) {
            grade++;
        }
        return grade;
    }

    private long firstOf(int grade) {
        return grade == 0 ? 0 : upTo[grade - 1];
    }

    private int compare(MajorityValue other) {
        long n = total();
        long k = (n - 1) / 2;
        boolean lowFirst = n % 2 == 1;
        int order = Integer.compare(grade(k), other.grade(k));
        // Place t reads k - t and k + t; an even n reads one more above than below at the end.
        long t = 1;
        while (order == 0 && (k - t >= 0 || k + t < n)) {
            int low = k - t >= 0 ? Integer.compare(grade(k - t), other.grade(k - t)) : 0;
            int high = k + t < n ? Integer.compare(grade(k + t), other.grade(k + t)) : 0;
            order = lowFirst ? (low != 0 ? low : high) : (high != 0 ? high : low);
            t += Math.max(1, Math.min(stretch(k, t, n), other.stretch(k, t, n)));
        }
        return order;
    }

    /** For how many steps outwards from t both grades stay what they are. */
    private long stretch(long k, long t, long n) {
        long below = k - t >= 0 ? k - t - firstOf(grade(k - t)) + 1 : Long.MAX_VALUE;
        long above = k + t < n ? upTo[grade(k + t)] - (k + t) : Long.MAX_VALUE;
        return Math.min(below, above);
    }

    private String text(GradeProfile profile) {
        int median = median();
        long worse = firstOf(median);
        long better = total() - upTo[median];
        return "median " + profile.scale().get(median) + ", " + better + " grades above it, " + worse + " below";
    }
}
