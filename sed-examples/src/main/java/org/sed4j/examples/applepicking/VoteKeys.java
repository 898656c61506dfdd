package org.sed4j.examples.applepicking;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.text;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.examples.applepicking.Sources.CODE;
import static org.sed4j.examples.applepicking.Sources.OURS;
import static org.sed4j.examples.applepicking.Sources.PAPER;

import java.util.List;
import org.sed4j.core.config.Key;

/** The keys of the vote: any rule of sed-voting, how ballots are made, how ties are resolved. */
final class VoteKeys {
    private VoteKeys() {}

    static List<Key> all() {
        return List.of(
                text("vote.rule", "mean")
                        .means("f, from reports to eta: fixed, threshold, a continuous rule (mean, median, "
                                + "uniform-phantom, ...), or any rule that sed vote --list names, over a grid of eta")
                        .source(PAPER),
                choice("vote.ballot", "selfishness", "separate")
                        .means("what is voted on: sigma, or values drawn apart from it")
                        .source(PAPER),
                number("vote.principal", 0)
                        .from(0)
                        .to(1)
                        .means("the principal's own ballot, which a rule or a tie policy may look at")
                        .source(OURS),
                number("vote.threshold", 0.5)
                        .from(0)
                        .to(1)
                        .means("mean ballot above which the threshold rule turns egalitarian")
                        .source(CODE),
                number("vote.eta", 1)
                        .from(0)
                        .to(1)
                        .means("eta of the fixed rule")
                        .source(OURS),
                choice("vote.objective", "eta_mix", "utilitarian", "egalitarian", "nash", "equality_productivity")
                        .means("the family voted in: eta total + (1 - eta) minimum, or one objective whatever the vote")
                        .source(PAPER),
                choice("vote.basis", "apples", "income", "reward")
                        .means("of what: apples, apples after tax, or the mixed private rewards")
                        .source(PAPER),
                whole("vote.grid", 10)
                        .from(1)
                        .to(1000)
                        .means("rules with ballots: steps of the grid, whose grid + 1 points of eta stand for election")
                        .source(OURS),
                whole("vote.seats", 2)
                        .from(1)
                        .to(1001)
                        .means("rules for committees: how many points of eta are elected and pursued together")
                        .source(OURS),
                choice("vote.weighting", "support", "equal")
                        .means("rules for committees: members weigh as many voters as like them best, or the same")
                        .source(OURS),
                choice("vote.lottery", "drawn", "mixed")
                        .means("rules with lotteries: one point of eta is drawn, or all are pursued, by their shares")
                        .source(OURS),
                choice("vote.ties", "lexicographic", "random", "principal", "incumbent", "borda", "plurality", "fail")
                        .means("rules with ballots: how ties are resolved, the lowest eta first if nothing else tells")
                        .source(OURS),
                flag("vote.follow_ties", false)
                        .means("rules for one winner: ties inside rounds are followed each way, not resolved at once")
                        .source(OURS),
                choice("vote.elicitation", "truthful", "noisy", "truncating", "strategic")
                        .means("how ballots are made of types")
                        .source(PAPER),
                number("vote.noise", 0.1)
                        .from(0)
                        .to(1000)
                        .means("noisy: standard deviation of the error in each utility, or in the reported eta")
                        .source(OURS),
                whole("vote.told", 3)
                        .from(1)
                        .to(1001)
                        .means("truncating: how many points of eta a ballot tells of, the best ones")
                        .source(OURS),
                number("vote.strategic_share", 0.5)
                        .from(0)
                        .to(1)
                        .means("strategic: share of players who report what pays most for them")
                        .source(OURS),
                whole("vote.strategic_rounds", 2)
                        .from(1)
                        .to(100)
                        .means("strategic: how often each of them may answer the others' ballots")
                        .source(OURS),
                flag("vote.record", true)
                        .means("whether each election is kept with its ballots in elections.jsonl")
                        .source(OURS));
    }
}
