package org.sed4j.voting.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Candidates;

/**
 * Reads Pabulib's pb: sections META, PROJECTS and VOTES, each a table with a head, fields parted by semicolons. Candidates are
 * the projects by their {@code project_id}.
 *
 * <p>By {@code vote_type} a vote is approvals; an order, best first; or points (cumulative, scoring), which are approvals of
 * those with points as well.
 *
 * <p>Source: pabulib.org/format; Faliszewski, Flis, Peters, Pierczynski, Skowron, Stolicki, Szufa and Talmon (2023),
 * "Participatory Budgeting: Data, Tools, and Analysis", IJCAI.
 */
final class PabulibReader {
    private final Place place;
    private final List<String> lines;
    private final Map<String, String> meta = new TreeMap<>();
    private final Map<String, Integer> projects = new LinkedHashMap<>();
    private final List<BigFraction> costs = new ArrayList<>();
    private final List<PabulibVotes.Row> votes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    PabulibReader(String file, List<String> lines) {
        this.place = new Place(file);
        this.lines = lines;
    }

    BallotFile read() {
        String section = "";
        PbTable table = new PbTable(place, -1, "");
        for (int i = 0; i < lines.size(); i++) {
            String title = lines.get(i).replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT);
            if (title.equals("META") || title.equals("PROJECTS") || title.equals("VOTES")) {
                section = title;
                i++;
                table = new PbTable(place, i, i < lines.size() ? lines.get(i) : "");
            } else if (!title.isEmpty()) {
                row(section, table, i);
            }
        }
        int end = lines.size();
        if (projects.isEmpty() || votes.isEmpty()) {
            throw place.error(
                    end, 0, "a file must hold sections META, PROJECTS and VOTES with rows", "the file was cut short");
        }
        same("num_projects", projects.size());
        same("num_votes", votes.size());
        Candidates field = new Candidates(List.copyOf(projects.keySet()));
        Optional<Budget> budget = Optional.empty();
        if (meta.containsKey("budget")) {
            budget = Optional.of(new Budget(costs, amount(end, 0, "budget", meta.getOrDefault("budget", ""))));
        } else {
            notes.add("the file names no budget");
        }
        String type = meta.getOrDefault("vote_type", "approval").toLowerCase(Locale.ROOT);
        return new BallotFile(
                new PabulibVotes(place, field, projects, votes, notes).readings(type, end),
                OptionalInt.empty(),
                budget,
                notes);
    }

    private void row(String section, PbTable table, int i) {
        String[] cells = table.cells(i, lines.get(i));
        switch (section) {
            case "META" -> meta.put(cells[0].toLowerCase(Locale.ROOT), cells.length > 1 ? cells[1] : "");
            case "PROJECTS" -> {
                String id = table.cell(i, cells, "project_id");
                if (id.isBlank() || projects.putIfAbsent(id, projects.size()) != null) {
                    throw place.error(
                            i, 0, "project (" + id + ") must have an id of its own", "a line was pasted twice");
                }
                costs.add(amount(i, 0, "cost of project " + id, table.cell(i, cells, "cost")));
            }
            case "VOTES" ->
                votes.add(new PabulibVotes.Row(i, table.cell(i, cells, "vote"), table.cellOr(cells, "points", "")));
            default -> throw place.error(i, 0, "a section META must begin the file", "it is of another format");
        }
    }

    private void same(String key, int found) {
        String said = meta.getOrDefault(key, "");
        if (!said.isEmpty() && !said.equals(String.valueOf(found))) {
            throw place.error(
                    lines.size(), 0, key + " says " + said + ", but the file holds " + found, "lines are missing");
        }
    }

    /** An amount of money, exactly. */
    private BigFraction amount(int line, int column, String what, String text) {
        if (!text.matches("\\d{1,18}([.,]\\d{1,9})?")) {
            throw place.error(
                    line,
                    column,
                    what + " (" + text + ") must be a number from 0, with at most 18 digits before the point",
                    "digits are grouped by blanks");
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        return new BigFraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }
}
