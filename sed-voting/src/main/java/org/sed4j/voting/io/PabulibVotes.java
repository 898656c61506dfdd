package org.sed4j.voting.io;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.UtilityProfile;

/**
 * The votes of a pb file, as its vote type reads them.
 *
 * @param projects the number of each by its id
 * @param notes where readings are explained
 */
record PabulibVotes(
        Place place,
        Candidates field,
        Map<String, Integer> projects,
        List<PabulibVotes.Row> votes,
        List<String> notes) {

    /**
     * A vote.
     *
     * @param line from 0
     * @param vote ids of projects, parted by commas
     * @param points as many numbers, or nothing
     */
    record Row(int line, String vote, String points) {}

    List<Profile> readings(String type, int end) {
        return switch (type) {
            case "approval", "choose-1" -> List.of(approvals());
            case "ordinal" -> List.of(rankings());
            case "cumulative", "scoring" -> {
                notes.add("projects with points count as approved where a rule counts approvals");
                yield points();
            }
            default ->
                throw place.error(
                        end,
                        0,
                        "vote_type (" + type + ") must be approval, ordinal, cumulative, scoring or choose-1",
                        "a letter is off");
        };
    }

    private List<Integer> chosen(Row row) {
        Set<Integer> chosen = new LinkedHashSet<>();
        if (row.vote().isBlank()) {
            return List.of();
        }
        for (String id : row.vote().split(",", -1)) {
            Integer project = projects.get(id.strip());
            if (project == null) {
                throw place.error(
                        row.line(), 0, "project (" + id.strip() + ") is not among PROJECTS", "a digit is off");
            }
            if (!chosen.add(project)) {
                throw place.error(row.line(), 0, "project " + id.strip() + " stands twice", "a line was joined");
            }
        }
        return List.copyOf(chosen);
    }

    private ApprovalProfile approvals() {
        ApprovalProfile.Builder builder = ApprovalProfile.over(field);
        votes.forEach(row -> builder.add(1, new Approval(chosen(row))));
        return builder.build();
    }

    private RankingProfile rankings() {
        RankingProfile.Builder builder = RankingProfile.over(field);
        for (Row row : votes) {
            builder.add(1, new Ranking(chosen(row).stream().map(List::of).toList()));
        }
        return builder.build();
    }

    private List<Profile> points() {
        field.requireRoom(votes.size());
        double[][] rows = new double[votes.size()][field.size()];
        ApprovalProfile.Builder approvals = ApprovalProfile.over(field);
        for (int v = 0; v < rows.length; v++) {
            Row row = votes.get(v);
            List<Integer> chosen = chosen(row);
            String[] points =
                    row.points().isBlank() ? new String[0] : row.points().split(",", -1);
            if (points.length != chosen.size()) {
                throw place.error(
                        row.line(),
                        0,
                        points.length + " points stand for " + chosen.size() + " projects",
                        "a comma is missing");
            }
            for (int k = 0; k < points.length; k++) {
                String text = points[k].strip();
                if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                    throw place.error(row.line(), 0, "points (" + text + ") must be a number", "a comma is missing");
                }
                rows[v][chosen.get(k)] = Double.parseDouble(text);
            }
            double[] given = rows[v];
            approvals.add(
                    1, new Approval(chosen.stream().filter(c -> given[c] > 0).toList()));
        }
        long[] weights = new long[rows.length];
        Arrays.fill(weights, 1);
        return List.of(UtilityProfile.of(field, rows, weights), approvals.build());
    }
}
