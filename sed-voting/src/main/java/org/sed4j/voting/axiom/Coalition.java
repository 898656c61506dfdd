package org.sed4j.voting.axiom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.Ballot;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.rule.VotingRule;

/**
 * A joint misreport that pays every member of a coalition: a violation of group strategy-proofness.
 *
 * <p>A tied outcome is worth the mean utility of its winners, as in {@link Manipulation}. The joint reports tried are all
 * combinations of what {@link Manipulation#reports} tries for each member, up to {@value #COMBINATIONS}; above that, members
 * with the same utilities report the same.
 *
 * @param reports one ballot for each member
 * @param sincere the winners without them
 * @param manipulated the winners with them
 * @param gains how much more utility each member expects, all positive
 */
public record Coalition(List<Ballot> reports, List<Integer> sincere, List<Integer> manipulated, List<Double> gains) {
    private static final long COMBINATIONS = 10_000;

    public Coalition {
        reports = List.copyOf(reports);
        sincere = List.copyOf(sincere);
        manipulated = List.copyOf(manipulated);
        gains = List.copyOf(gains);
    }

    /**
     * The joint misreport with the largest smallest gain, if one pays all members.
     *
     * @param members the group of each member, a group as often as it has members in the coalition
     * @param utilities [members][candidates], what each member truly gets
     */
    public static Optional<Coalition> search(
            VotingRule rule, Profile profile, List<Integer> members, double[][] utilities) {
        Require.that(
                members.size() == utilities.length,
                "members of a coalition",
                members.size(),
                "must be " + utilities.length + ", one for each row of utilities",
                "a row is missing");
        List<List<Ballot>> choices = new ArrayList<>();
        double combinations = 1;
        for (int i = 0; i < utilities.length; i++) {
            choices.add(Manipulation.reports(
                    profile, members.get(i), utilities[i], rule.info().accepts()));
            combinations *= choices.get(i).size();
        }
        Search search = new Search(rule, profile, members, utilities, choices, combinations > COMBINATIONS);
        search.member(0, new ArrayList<>());
        return search.best;
    }

    private static final class Search {
        private final VotingRule rule;
        private final Profile profile;
        private final List<Integer> members;
        private final double[][] utilities;
        private final List<List<Ballot>> choices;
        private final boolean alike;
        private final List<Integer> sincere;
        private Optional<Coalition> best = Optional.empty();
        private double most;

        Search(
                VotingRule rule,
                Profile profile,
                List<Integer> members,
                double[][] utilities,
                List<List<Ballot>> choices,
                boolean alike) {
            this.rule = rule;
            this.profile = profile;
            this.members = members;
            this.utilities = utilities;
            this.choices = choices;
            this.alike = alike;
            this.sincere = rule.apply(profile).winners();
        }

        void member(int i, List<Ballot> reports) {
            if (i == members.size()) {
                tried(reports);
                return;
            }
            int like = alike ? earlier(i) : i;
            for (Ballot report : like < i ? List.of(reports.get(like)) : choices.get(i)) {
                reports.add(report);
                member(i + 1, reports);
                reports.remove(i);
            }
        }

        /** The first member with the utilities of member i. */
        private int earlier(int i) {
            int like = 0;
            while (!Arrays.equals(utilities[like], utilities[i])) {
                like++;
            }
            return like;
        }

        private void tried(List<Ballot> reports) {
            Profile changed = profile;
            for (int i = 0; i < reports.size(); i++) {
                changed = changed.swapped(place(changed, profile.ballot(members.get(i))), reports.get(i));
            }
            if (!rule.info().accepts().contains(changed.kind())) {
                return;
            }
            List<Integer> winners = rule.apply(changed).winners();
            List<Double> gains = new ArrayList<>();
            double least = Double.POSITIVE_INFINITY;
            for (double[] row : utilities) {
                gains.add(Manipulation.expected(winners, row) - Manipulation.expected(sincere, row));
                least = Math.min(least, gains.get(gains.size() - 1));
            }
            if (least > most) {
                most = least;
                best = Optional.of(new Coalition(reports, sincere, winners, gains));
            }
        }

        /** Where the voters with that ballot are now. */
        private static int place(Profile profile, Ballot ballot) {
            int g = 0;
            while (!profile.ballot(g).equals(ballot) || profile.weight(g) == 0) {
                g++;
                Require.that(
                        g < profile.groups(),
                        "voters in a coalition",
                        ballot,
                        "must be in the profile as often as in the coalition",
                        "a group has fewer voters than members were named");
            }
            return g;
        }
    }
}
