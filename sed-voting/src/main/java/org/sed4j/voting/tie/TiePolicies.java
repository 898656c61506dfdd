package org.sed4j.voting.tie;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;

/** Every tie policy that the library has. */
public final class TiePolicies {
    private TiePolicies() {}

    /**
     * The policy of that name: lexicographic, random, principal, incumbent, borda, plurality or fail.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TiePolicy parse(String name) {
        for (TiePolicy policy :
                List.of(lexicographic(), random(), principal(), incumbent(), borda(), plurality(), fail())) {
            if (policy.name().equals(name)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("tie policy (" + name
                + ") must be one of lexicographic, random, principal, incumbent, borda, plurality, fail."
                + "\nMaybe it is spelled otherwise.");
    }

    /** The field's own order. */
    public static TiePolicy lexicographic() {
        return new Named("lexicographic", (tied, where, context) -> tied);
    }

    /** A random order from the seed and the place: asked twice, it answers the same. Fails without a seed. */
    public static TiePolicy random() {
        return new Named("random", (tied, where, context) -> {
            Seed seed = context.seed()
                    .orElseThrow(() -> new UnresolvedTieException(
                            context.candidates().names(tied), where, "a random order needs a seed"));
            int[] order = tied.stream().mapToInt(Integer::intValue).toArray();
            seed.named("tie").named(where).rng().shuffle(order);
            List<Integer> shuffled = new ArrayList<>();
            for (int c : order) {
                shuffled.add(c);
            }
            return shuffled;
        });
    }

    /** The principal's own ranking (row 0 of θ); the field's order where that is silent. */
    public static TiePolicy principal() {
        return new Named(
                "principal",
                (tied, where, context) -> by(tied, c -> {
                    int place = context.principal().indexOf(c);
                    return place < 0 ? Integer.MAX_VALUE : place;
                }));
    }

    /** What is in force stays; the field's order after it. */
    public static TiePolicy incumbent() {
        return new Named(
                "incumbent",
                (tied, where, context) -> by(tied, c -> c == context.incumbent().orElse(-1) ? 0 : 1));
    }

    /** The higher Borda score on all ballots; the field's order after it. */
    public static TiePolicy borda() {
        return new Named("borda", (tied, where, context) -> {
            long[] points = points(context, where, tied, false);
            return by(tied, c -> -points[c]);
        });
    }

    /** The more first places on all ballots (shared tops count for each); the field's order after it. */
    public static TiePolicy plurality() {
        return new Named("plurality", (tied, where, context) -> {
            long[] points = points(context, where, tied, true);
            return by(tied, c -> -points[c]);
        });
    }

    /** Decisions made by hand: from a set of tied names to the order of those names. Fails on a tie not in the map. */
    public static TiePolicy manual(Map<Set<String>, List<String>> decisions) {
        Map<Set<String>, List<String>> orders = new HashMap<>();
        decisions.forEach((tied, order) -> orders.put(Set.copyOf(tied), List.copyOf(order)));
        return new Named("manual", (tied, where, context) -> {
            List<String> names = context.candidates().names(tied);
            List<String> order = orders.get(Set.copyOf(names));
            if (order == null || !Set.copyOf(order).equals(Set.copyOf(names))) {
                throw new UnresolvedTieException(names, where, "no decision was made on it");
            }
            return numbers(order, context.candidates());
        });
    }

    /** The decisions of an earlier count, place by place. Fails on a tie that is not in the record. */
    public static TiePolicy replay(List<TieBreak> record) {
        List<TieBreak> breaks = List.copyOf(record);
        return new Named("replay", (tied, where, context) -> {
            List<String> names = context.candidates().names(tied);
            for (TieBreak tie : breaks) {
                if (tie.where().equals(where) && new HashSet<>(tie.tied()).equals(new HashSet<>(names))) {
                    return numbers(tie.order(), context.candidates());
                }
            }
            throw new UnresolvedTieException(names, where, "the record has no such tie");
        });
    }

    /** Nobody decides: any tie is an error. */
    public static TiePolicy fail() {
        return new Named("fail", (tied, where, context) -> {
            throw new UnresolvedTieException(context.candidates().names(tied), where, "the policy is to fail");
        });
    }

    private static List<Integer> numbers(List<String> names, Candidates candidates) {
        return names.stream().map(candidates::index).toList();
    }

    private static List<Integer> by(List<Integer> tied, ToLongFunction<Integer> key) {
        return tied.stream().sorted(Comparator.comparingLong(key)).toList();
    }

    private static long[] points(TieContext context, String where, List<Integer> tied, boolean topsOnly) {
        if (context.profile().isEmpty() || !(context.profile().get() instanceof RankingProfile profile)) {
            throw new UnresolvedTieException(
                    context.candidates().names(tied), where, "points need the rankings of the voters");
        }
        int m = context.candidates().size();
        long[] points = new long[m];
        for (int g = 0; g < profile.groups(); g++) {
            for (int c = 0; c < m; c++) {
                int level = profile.level(g, c);
                if (topsOnly) {
                    points[c] += level == 0 ? profile.weight(g) : 0;
                    continue;
                }
                for (int d = 0; d < m; d++) {
                    points[c] += Integer.signum(profile.level(g, d) - level) * profile.weight(g);
                }
            }
        }
        return points;
    }

    private interface Order {
        List<Integer> order(List<Integer> tied, String where, TieContext context);
    }

    private record Named(String name, Order order) implements TiePolicy {
        @Override
        public List<Integer> order(List<Integer> tied, String where, TieContext context) {
            return order.order(tied, where, context);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
