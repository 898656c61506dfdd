package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/** The profiles that an axiom is checked on, in order, smaller ones first where there is a choice. */
public final class Domain {
    private final String name;
    private final Walk walk;

    private interface Walk {
        void visit(Predicate<RankingProfile> goesOn);
    }

    private Domain(String name, Walk walk) {
        this.name = name;
        this.walk = walk;
    }

    /** Every profile of 1 to {@code voters} strict rankings over m candidates, up to the order of voters. */
    public static Domain exhaustive(int m, int voters) {
        Require.atLeast(m, 1, "candidates of a domain");
        Require.atLeast(voters, 1, "voters of a domain");
        List<Ranking> orders = new ArrayList<>();
        permute(new ArrayList<>(), m, orders);
        Candidates field = Candidates.letters(m);
        return new Domain("all profiles of " + m + " candidates and up to " + voters + " voters", goesOn -> {
            for (int n = 1; n <= voters; n++) {
                if (!multisets(field, orders, n, 0, new ArrayList<>(), goesOn)) {
                    return;
                }
            }
        });
    }

    /** {@code count} profiles, each drawn with a seed of its own. */
    public static Domain sampled(String name, Function<Seed, RankingProfile> sampler, int count, Seed seed) {
        return new Domain(count + " profiles of " + name, goesOn -> {
            for (int i = 0; i < count; i++) {
                if (!goesOn.test(sampler.apply(seed.at(i)))) {
                    return;
                }
            }
        });
    }

    /** These profiles. */
    public static Domain given(RankingProfile... profiles) {
        List<RankingProfile> list = List.of(profiles);
        return new Domain(list.size() + " given profiles", goesOn -> {
            for (RankingProfile profile : list) {
                if (!goesOn.test(profile)) {
                    return;
                }
            }
        });
    }

    /** The one domain, then the other. */
    public Domain then(Domain other) {
        return new Domain(name + ", then " + other.name, goesOn -> {
            boolean[] going = {true};
            Predicate<RankingProfile> watched = profile -> {
                going[0] = goesOn.test(profile);
                return going[0];
            };
            walk.visit(watched);
            if (going[0]) {
                other.walk.visit(watched);
            }
        });
    }

    /** Visits profiles until {@code goesOn} says no. */
    void visit(Predicate<RankingProfile> goesOn) {
        walk.visit(goesOn);
    }

    /** Every strict ranking of m candidates, in lexicographic order. */
    static List<Ranking> orders(int m) {
        List<Ranking> orders = new ArrayList<>();
        permute(new ArrayList<>(), m, orders);
        return orders;
    }

    private static void permute(List<Integer> done, int m, List<Ranking> orders) {
        if (done.size() == m) {
            orders.add(Ranking.of(done.stream().mapToInt(Integer::intValue).toArray()));
            return;
        }
        for (int c = 0; c < m; c++) {
            if (!done.contains(c)) {
                done.add(c);
                permute(done, m, orders);
                done.remove(done.size() - 1);
            }
        }
    }

    private static boolean multisets(
            Candidates field,
            List<Ranking> orders,
            int voters,
            int from,
            List<Ranking> chosen,
            Predicate<RankingProfile> goesOn) {
        if (chosen.size() == voters) {
            return goesOn.test(RankingProfile.of(field, chosen));
        }
        for (int b = from; b < orders.size(); b++) {
            chosen.add(orders.get(b));
            boolean going = multisets(field, orders, voters, b, chosen, goesOn);
            chosen.remove(chosen.size() - 1);
            if (!going) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
