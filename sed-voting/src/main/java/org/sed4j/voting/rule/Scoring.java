package org.sed4j.voting.rule;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Positional scoring rules: each place on a ballot is worth points, and the most points win.
 *
 * <p>Defined on every ranking: tied candidates share the points of the places they take, and candidates left out are tied
 * last. One pass, O(G·m), and O(m²) exact fractions. They are the rules that reinforce (Young 1975, "Social choice scoring
 * functions", SIAM J. Appl. Math. 28).
 */
public final class Scoring {
    private static final String COST = "O(G m + m^2)";

    private Scoring() {}

    /** One point for the first place. */
    public static VotingRule plurality() {
        return scoring("plurality", "Plurality", "folklore", m -> points(m, place -> place == 0 ? 1 : 0))
                .with(KnownAxioms::of);
    }

    /** One point for every place but the last: whom the fewest put last. */
    public static VotingRule antiPlurality() {
        return scoring("anti-plurality", "Anti-plurality (veto)", "folklore", m -> points(m, p -> p < m - 1 ? 1 : 0))
                .with(KnownAxioms::of);
    }

    /** m-1 points for the first place, m-2 for the second, ..., none for the last. */
    public static VotingRule borda() {
        return scoring(
                        "borda",
                        "Borda",
                        "Borda 1784, Memoire sur les elections au scrutin",
                        m -> points(m, place -> m - 1 - place))
                .with(KnownAxioms::of);
    }

    /** One point for each of the first k places. */
    public static VotingRule kApproval(int k) {
        Require.atLeast(k, 1, "approved places");
        return scoring("k-approval:" + k, k + "-approval", "folklore", m -> {
            Require.that(k <= m, "approved places", k, "must be at most " + m, "the field is smaller than was thought");
            return points(m, place -> place < k ? 1 : 0);
        });
    }

    /** 1, 1/2, 1/3, ... points: the count used in Nauru. */
    public static VotingRule dowdall() {
        return scoring(
                        "dowdall",
                        "Dowdall (Nauru)",
                        "Fraenkel and Grofman 2014, The Borda count and its real-world alternatives, Aust. J. Polit. Sci. 49",
                        m -> {
                            BigFraction[] points = new BigFraction[m];
                            for (int place = 0; place < m; place++) {
                                points[place] = new BigFraction(1, place + 1);
                            }
                            return points;
                        })
                .with(KnownAxioms::of);
    }

    /** These points for first, second, ... place; as many as candidates. */
    public static VotingRule positional(List<BigFraction> points) {
        BigFraction[] vector = points.toArray(BigFraction[]::new);
        String id = "positional:"
                + String.join(",", points.stream().map(Choice::number).toList());
        return scoring(id, "Positional " + id.substring(11), "Young 1975, SIAM J. Appl. Math. 28", m -> {
            Require.that(
                    vector.length == m, "points", points, "must be " + m + ", one for each place", "the field differs");
            return vector;
        });
    }

    private static Choice<RankingProfile> scoring(
            String id, String name, String source, IntFunction<BigFraction[]> vector) {
        return new Choice<>(
                RuleInfo.of(id, name, RuleInfo.RANKINGS, COST, source), RankingProfile.class, (profile, count) -> {
                    BigFraction[] points = vector.apply(profile.candidates().size());
                    count.note(() -> "points by place: "
                            + String.join(
                                    " ",
                                    Arrays.stream(points).map(Choice::number).toList()));
                    return Choice.highest(
                            profile.candidates(), PositionTable.of(profile).scores(points), count);
                });
    }

    private static BigFraction[] points(int m, IntUnaryOperator of) {
        BigFraction[] points = new BigFraction[m];
        for (int place = 0; place < m; place++) {
            points[place] = new BigFraction(of.applyAsInt(place));
        }
        return points;
    }
}
