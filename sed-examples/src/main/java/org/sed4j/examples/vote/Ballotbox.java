package org.sed4j.examples.vote;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.rule.CommitteeOutcome;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.Lottery;
import org.sed4j.voting.rule.LotteryRule;
import org.sed4j.voting.rule.Outcome;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.VotingRule;

/**
 * Ballots, the rule that counts them, and where the result is told.
 *
 * @param rule the rule
 * @param ballots the ballots
 * @param out where lines go
 */
record Ballotbox(Rule rule, Profile ballots, PrintWriter out) {

    private Map<String, Object> result(List<String> winners, boolean exact) {
        List<String> sorted = winners.stream().sorted().toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rule", rule.id());
        result.put("voters", ballots.voters());
        result.put("candidates", ballots.candidates().names());
        result.put("winners", sorted);
        result.put("tied", sorted.size() > 1);
        result.put("exact", exact);
        if (!exact) {
            out.println("not exact: the search was cut short");
        }
        return result;
    }

    private void account(List<String> lines, List<?> ties, boolean explain, Map<String, Object> result) {
        if (explain) {
            lines.forEach(out::println);
            result.put("account", lines);
        } else {
            ties.forEach(out::println);
        }
        result.put("ties", ties.stream().map(Object::toString).toList());
    }

    Map<String, Object> count(VotingRule single, Count count, boolean explain) {
        Outcome outcome = single.count(ballots, count);
        Map<String, Object> result = result(outcome.winnerNames(), outcome.exact());
        account(outcome.account(), outcome.ties(), explain, result);
        Map<String, Object> scores = new LinkedHashMap<>();
        for (int c = 0; c < outcome.scores().size(); c++) {
            Number score = outcome.scores().get(c);
            scores.put(ballots.candidates().name(c), score.doubleValue());
            out.println(ballots.candidates().name(c) + ": " + score);
        }
        result.put("scores", scores);
        out.println((outcome.tied() ? "tied winners: " : "winner: ") + String.join(", ", outcome.winnerNames()));
        return result;
    }

    Map<String, Object> elect(CommitteeRule committee, int seats, Count count, boolean explain) {
        CommitteeOutcome outcome = committee.elect(ballots, seats, count);
        Map<String, Object> result = result(ballots.candidates().names(outcome.winners()), outcome.exact());
        result.put("seats", seats);
        result.put("tied", outcome.tied());
        List<List<String>> committees = new ArrayList<>();
        outcome.names().forEach(names -> committees.add(names.stream().sorted().toList()));
        result.put("committees", committees);
        account(outcome.account(), outcome.ties(), explain, result);
        for (List<String> names : committees) {
            out.println((outcome.tied() ? "tied committee: " : "committee: ") + String.join(", ", names));
        }
        return result;
    }

    Map<String, Object> draw(LotteryRule scheme, Optional<Long> seed) {
        Lottery lottery = scheme.lottery(ballots);
        Map<String, Object> result = result(ballots.candidates().names(lottery.support()), true);
        Map<String, Object> probabilities = new LinkedHashMap<>();
        Map<String, Object> exactly = new LinkedHashMap<>();
        for (int c = 0; c < lottery.probabilities().size(); c++) {
            probabilities.put(
                    ballots.candidates().name(c), lottery.probabilities().get(c).doubleValue());
            exactly.put(
                    ballots.candidates().name(c), lottery.probabilities().get(c).toString());
        }
        result.put("lottery", probabilities);
        result.put("lottery_exact", exactly);
        out.println("lottery: " + lottery);
        seed.ifPresent(number -> {
            String drawn =
                    ballots.candidates().name(lottery.draw(Seed.of(number).named("lottery")));
            result.put("drawn", drawn);
            result.put("seed", number);
            out.println("drawn: " + drawn);
        });
        return result;
    }
}
