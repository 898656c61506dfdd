package org.sed4j.examples.vote;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Shown;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.rule.BudgetRule;
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

    private void say(Object line) {
        out.println(Shown.line(String.valueOf(line)));
    }

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
            say("not exact: the search was cut short");
        }
        return result;
    }

    private void account(List<String> lines, List<?> ties, boolean explain, Map<String, Object> result) {
        if (explain) {
            lines.forEach(this::say);
            result.put("account", lines);
        } else {
            ties.forEach(this::say);
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
            say(ballots.candidates().name(c) + ": " + score);
        }
        result.put("scores", scores);
        say((outcome.tied() ? "tied winners: " : "winner: ") + String.join(", ", outcome.winnerNames()));
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
            say((outcome.tied() ? "tied committee: " : "committee: ") + String.join(", ", names));
        }
        return result;
    }

    Map<String, Object> fund(BudgetRule spending, Budget budget, Count count, boolean explain) {
        CommitteeOutcome outcome = spending.fund(ballots, budget, count);
        Map<String, Object> result = result(ballots.candidates().names(outcome.winners()), outcome.exact());
        result.put("budget", budget.limit().doubleValue());
        result.put("tied", outcome.tied());
        account(outcome.account(), outcome.ties(), explain, result);
        List<Map<String, Object>> choices = new ArrayList<>();
        for (List<Integer> funded : outcome.committees()) {
            List<String> names =
                    ballots.candidates().names(funded).stream().sorted().toList();
            Map<String, Object> choice = new LinkedHashMap<>();
            choice.put("projects", names);
            choice.put("cost", budget.cost(funded).doubleValue());
            choices.add(choice);
            say((outcome.tied() ? "tied choice: " : "funded: ")
                    + (names.isEmpty() ? "nothing" : String.join(", ", names)) + " (cost " + budget.cost(funded)
                    + " of " + budget.limit() + ")");
        }
        result.put("choices", choices);
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
        say("lottery: " + lottery);
        seed.ifPresent(number -> {
            String drawn =
                    ballots.candidates().name(lottery.draw(Seed.of(number).named("lottery")));
            result.put("drawn", drawn);
            result.put("seed", number);
            say("drawn: " + drawn);
        });
        return result;
    }
}
