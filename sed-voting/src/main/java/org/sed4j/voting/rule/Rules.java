package org.sed4j.voting.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.run.Shown;

/** The register of rules by id, for files, the command line and whoever wants to try them all. */
public final class Rules {
    private static final int MOST_DECIMALS = 1000;
    private static final List<String> WITH_PARAMETER =
            List.of("k-approval", "positional", "power-mean", "nash-bargaining");

    private Rules() {}

    /** Rules for one winner that count rankings and need no parameter. */
    public static List<VotingRule> ordinal() {
        return List.of(
                Scoring.plurality(),
                Scoring.antiPlurality(),
                Scoring.borda(),
                Scoring.dowdall(),
                Condorcet.condorcet(),
                Condorcet.copeland(),
                Condorcet.llull(),
                Condorcet.minimax(),
                Condorcet.minimaxWinningVotes(),
                Condorcet.minimaxOpposition(),
                Condorcet.smith(),
                Condorcet.schwartz(),
                Condorcet.uncovered(),
                Condorcet.schulze(),
                Condorcet.schulzeMargins(),
                Condorcet.rankedPairs(),
                Condorcet.rankedPairsWinningVotes(),
                Condorcet.river(),
                Condorcet.splitCycle(),
                Condorcet.kemeny(),
                Condorcet.slater(),
                Eliminations.irv(),
                Eliminations.topTwo(),
                Eliminations.coombs(),
                Eliminations.coombsMajority(),
                Eliminations.baldwin(),
                Eliminations.nanson(),
                Eliminations.bucklin(),
                Eliminations.black());
    }

    /** Rules for one winner that count approvals, grades or utilities and need no parameter. */
    public static List<VotingRule> cardinal() {
        return List.of(
                Cardinal.approval(),
                Cardinal.range(),
                Cardinal.rangeMean(),
                Cardinal.rangeMedian(),
                Cardinal.majorityJudgement(),
                Cardinal.star(),
                Welfare.utilitarian(),
                Welfare.relativeUtilitarian(),
                Welfare.egalitarian(),
                Welfare.leximin(),
                Welfare.nash(),
                Welfare.cumulative(),
                Welfare.quadratic());
    }

    /** Rules whose result is a lottery. */
    public static List<LotteryRule> lotteries() {
        return List.of(
                Lotteries.randomDictatorship(),
                Lotteries.randomSerialDictatorship(),
                Lotteries.proportionalBorda(),
                Lotteries.proportionalMixing(),
                Lotteries.maximalLotteries());
    }

    /** Rules that elect committees. */
    public static List<CommitteeRule> committees() {
        return List.of(
                Committees.approval(),
                Committees.satisfaction(),
                Committees.pav(),
                Committees.sequentialPav(),
                Committees.reverseSequentialPav(),
                Committees.chamberlinCourant(),
                Committees.sequentialChamberlinCourant(),
                Committees.phragmen(),
                Committees.equalShares(),
                Committees.equalSharesPhragmen(),
                Committees.equalSharesApproval(),
                Committees.equalSharesBudget(),
                Committees.stv(),
                Committees.stvScottish(),
                Committees.stvMeek());
    }

    /** Rules that spend a budget on projects. */
    public static List<BudgetRule> budgets() {
        return List.of(
                Budgets.greedy(),
                Budgets.greedyApprovals(),
                Budgets.equalShares(),
                Budgets.equalSharesCost(),
                Budgets.phragmen());
    }

    /** Whether a rule is defined on rankings of some kind. */
    public static boolean countsRankings(Rule rule) {
        return !Collections.disjoint(rule.info().accepts(), RuleInfo.RANKINGS);
    }

    /** All that count ballots and ask for nothing more; those that ask for a budget besides are {@link #budgets()}. */
    public static List<Rule> all() {
        List<Rule> all = new ArrayList<>(ordinal());
        all.addAll(cardinal());
        all.addAll(lotteries());
        all.addAll(committees());
        return all;
    }

    /** All that have a fixed id. */
    public static List<Rule> listed() {
        List<Rule> listed = new ArrayList<>(all());
        listed.addAll(budgets());
        return listed;
    }

    /** The ids of all of them, and those of rules with a parameter up to the colon before it. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        all().forEach(rule -> ids.add(rule.id()));
        ids.addAll(WITH_PARAMETER);
        return ids;
    }

    /**
     * The rule of that id, or with a parameter: "k-approval:2", "positional:3,1,0", "power-mean:0.5", "nash-bargaining:0".
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Rule parse(String id) {
        for (Rule rule : listed()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        if (WITH_PARAMETER.contains(id)) {
            throw new IllegalArgumentException(
                    "parameter of rule (" + id + ") must follow a colon, as in " + id + ":2.\nMaybe it was left out.");
        }
        int colon = id.indexOf(':');
        String argument = id.substring(colon + 1);
        try {
            Optional<Rule> made = switch (colon < 0 ? "" : id.substring(0, colon)) {
                case "k-approval" -> Optional.of(Scoring.kApproval(Integer.parseInt(argument)));
                case "positional" -> Optional.of(Scoring.positional(fractions(argument)));
                case "power-mean" -> Optional.of(Welfare.powerMean(Double.parseDouble(argument)));
                case "nash-bargaining" -> Optional.of(Welfare.nashBargaining(Double.parseDouble(argument)));
                default -> Optional.empty();
            };
            return made.orElseThrow(() -> new IllegalArgumentException("rule (" + Shown.of(id) + ") must be one of "
                    + listed().stream().map(Rule::id).toList()
                    + " or k-approval:K, positional:A,B,..., power-mean:P, nash-bargaining:D."
                    + "\nMaybe it is spelled otherwise."));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "parameter of rule (" + Shown.of(id) + ") must be a number, or numbers apart by commas."
                            + "\nMaybe a sign is off.",
                    e);
        }
    }

    private static List<BigFraction> fractions(String list) {
        List<BigFraction> fractions = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            int slash = part.indexOf('/');
            BigFraction below = slash < 0 ? BigFraction.ONE : decimal(part.substring(slash + 1));
            if (below.compareTo(BigFraction.ZERO) == 0) {
                throw new NumberFormatException("denominator 0");
            }
            fractions.add(decimal(slash < 0 ? part : part.substring(0, slash)).divide(below));
        }
        return fractions;
    }

    /** A decimal number, exactly: 0.1 is a tenth. */
    private static BigFraction decimal(String text) {
        BigDecimal number = new BigDecimal(text.trim());
        if (Math.abs((long) number.scale()) > MOST_DECIMALS) {
            throw new NumberFormatException("more than " + MOST_DECIMALS + " decimals or zeros");
        }
        return number.scale() >= 0
                ? new BigFraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new BigFraction(number.toBigIntegerExact());
    }
}
