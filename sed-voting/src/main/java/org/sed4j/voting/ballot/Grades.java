package org.sed4j.voting.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A grade for each candidate from a common scale, 0 the worst.
 *
 * @param grades one for each candidate; {@link #UNGRADED} where the voter gave none: sums count it as the
 *     worst, and rules by the grades given leave the voter out
 */
public record Grades(List<Integer> grades) implements Ballot {
    /** The voter gave no grade. */
    public static final int UNGRADED = -1;

    public Grades {
        grades = List.copyOf(grades);
    }

    /** These grades. */
    public static Grades of(int... grades) {
        return new Grades(Arrays.stream(grades).boxed().toList());
    }

    @Override
    public Grades renamed(int[] to) {
        List<Integer> renamed = new ArrayList<>(Collections.nCopies(grades.size(), 0));
        for (int c = 0; c < grades.size(); c++) {
            renamed.set(to[c], grades.get(c));
        }
        return new Grades(renamed);
    }
}
