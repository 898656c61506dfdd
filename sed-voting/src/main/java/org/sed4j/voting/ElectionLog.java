package org.sed4j.voting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Round;
import org.sed4j.core.report.Json;
import org.sed4j.core.report.JsonLines;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.society.RoundLog;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.tie.TieBreak;

/**
 * Every election of a run with its evidence: ballots, scores, rounds of the count, ties and pairwise matrix, a JSON object a
 * line. {@code session.keeping(ElectionLog.in(folder))} keeps it.
 */
public final class ElectionLog implements RoundLog {
    private static final String FILE = "elections.jsonl";

    private final JsonLines lines;

    private ElectionLog(JsonLines lines) {
        this.lines = lines;
    }

    /** The log in that folder, {@code elections.jsonl}. */
    public static ElectionLog in(RunFolder folder) {
        return new ElectionLog(JsonLines.open(folder.root().resolve(FILE)));
    }

    @Override
    public void check(long rounds) throws IOException {
        lines.check(rounds);
    }

    @Override
    public void truncateTo(long rounds) throws IOException {
        lines.truncateTo(rounds);
    }

    @Override
    public void append(Round round) throws IOException {
        lines.append(line(round.number(), round.election()));
    }

    @Override
    public void sync() throws IOException {
        lines.sync();
    }

    static Map<String, Object> line(int round, Election election) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("round", round);
        line.put("objective", election.objective().name());
        line.put("parameters", Arrays.stream(election.parameters()).boxed().toList());
        line.put("figures", election.figures());
        if (election instanceof BallotElection held) {
            Candidates field = held.ballots().candidates();
            line.put("ballots", held.ballots().toString());
            line.put("winners", field.names(held.winners()));
            line.put("chosen", field.names(held.chosen()));
            line.put("ties", held.ties().stream().map(TieBreak::toString).toList());
            held.pairwise().ifPresent(pairs -> line.put("pairwise", matrix(field, pairs)));
        }
        line.put("account", account(election));
        return line;
    }

    /** Line by line; the first line of a vote with ballots is the ballots again. */
    private static List<String> account(Election election) {
        List<String> account = election.account();
        return election instanceof BallotElection ? account.subList(1, account.size()) : account;
    }

    private static Map<String, Object> matrix(Candidates field, Pairwise pairs) {
        List<List<Long>> rows = Arrays.stream(pairs.toArray())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return Json.object("candidates", field.names(), "prefer_row_to_column", rows);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
