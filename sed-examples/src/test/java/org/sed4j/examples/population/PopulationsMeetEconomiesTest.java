package org.sed4j.examples.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.named.MatrixDesign;
import org.sed4j.envs.matrix.MatrixGame;
import org.sed4j.examples.bench.CustomGoods;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.population.BestResponders;
import org.sed4j.rl.population.Context;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.population.PpoPart;
import org.sed4j.rl.population.QFollowers;
import org.sed4j.rl.ppo.PpoSettings;

/** Players of every kind in the games of the theory rooms, where what they come to is known, and in the README's economy. */
class PopulationsMeetEconomiesTest {

    private static Map<String, Double> last(Society society, int rounds) {
        try (Session session = society.begin(Seed.of(1))) {
            Map<String, Double> row = session.next();
            for (int k = 1; k < rounds; k++) {
                row = session.next();
            }
            return row;
        }
    }

    private static double figure(Map<String, Double> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static FollowersPart weights(double epsilon) {
        return Populations.rule("weights", new FollowerKind.Multiplicative(epsilon));
    }

    /** Chicken has coarse correlated equilibria that are no products; the history of play comes near one of them. */
    @Test
    void multiplicativeWeights_playTowardsACoarseCorrelatedEquilibrium() {
        NormalFormGame chicken =
                NormalFormGame.bimatrix(new double[][] {{6, 2}, {7, 0}}, new double[][] {{6, 7}, {2, 0}});
        double[] history = new double[4];
        Society society = Society.of(MatrixGame.of(chicken).worlds())
                .followers(weights(0.05))
                .rounds(3000, 1)
                .build();
        try (Session session = society.begin(Seed.of(2))) {
            session.watchedBy(new Witness<Pomg>() {
                @Override
                public void stepped(Pomg economy) {
                    history[(int) economy.now().ledger().get(1)]++;
                }
            });
            session.next();
        }
        assertThat(Certificates.cce(chicken, Distribution.proportional(history)).gap())
                .isLessThan(0.2);
    }

    /** With τ = 5 the only coarse correlated outcomes are those in which followers differ, which pay the leader 1. */
    @Test
    void underTheRightPayment_everyNoRegretRuleGivesTheLeaderItsOptimum() {
        for (FollowerKind kind : new FollowerKind[] {
            new FollowerKind.Multiplicative(0.1), new FollowerKind.Matching(), new FollowerKind.Swap(0.1)
        }) {
            Society society = Society.of(
                            MatrixGame.named("matrix-design-levers").worlds())
                    .principal("fixed", Principal.fixed(Design.of(5)))
                    .followers(Populations.rule("rule", kind))
                    .rounds(300, 10)
                    .build();
            double leader = figure(last(society, 3), MatrixGame.LEADER + "_0") / 300;
            assertThat(leader).as(kind.toString()).isGreaterThan(0.9);
        }
        assertThat(MatrixDesign.paper(5).leader(0, 1)).isEqualTo(1);
    }

    static Stream<Named<FollowersPart>> responders() {
        QFollowers.Habits table = new QFollowers.Habits(0.1, 0, 0, 300, Context.SYMBOLS, 3);
        BestResponders.Habits search = new BestResponders.Habits(Context.SYMBOLS, 1, 5, 1 << 20);
        return Stream.of(
                        Populations.bestResponse(search),
                        Populations.tabularQ(table),
                        Populations.regretMatching().context(Context.SYMBOLS, 3),
                        Populations.multiplicativeWeights().context(Context.SYMBOLS, 3),
                        Populations.ppo().hidden(16).settings(quick()))
                .map(part -> Named.of(part.name(), part));
    }

    private static PpoSettings quick() {
        return new PpoSettings(1e-2, 1e-5, 0.9, 0.95, 0.2, true, 0, 0.5, 0.5, 4, 100, true, Double.POSITIVE_INFINITY);
    }

    /** Maintain: to a leader who commits to A (20, 15) the follower's dominant reply is A. */
    @ParameterizedTest
    @MethodSource("responders")
    void theyFindTheDominantReply(FollowersPart part) {
        Society society = Society.of(MatrixGame.named("maintain").asked(0).worlds())
                .principal("fixed", Principal.fixed(Design.of(1, 0, 0)))
                .followers(part)
                .rounds(100, 100)
                .worlds(4)
                .planned(12)
                .build();
        Map<String, Double> row = last(society, 12);
        assertThat(figure(row, "reward_0") / 100).isCloseTo(15, within(1.5));
        assertThat(figure(row, MatrixGame.LEADER + "_0") / 100).isCloseTo(20, within(2.0));
    }

    /** Three items, two messages, item by message: two of three wants can be told, so 2/3 is the most there is. */
    @ParameterizedTest
    @MethodSource("responders")
    void theyTellWhatTheyWant(FollowersPart part) {
        double[] map = new double[9];
        map[1] = 1; // message 0 gets item 0, message 1 gets item 1
        Society society = Society.of(
                        MatrixGame.named("allocation-2").asked(0).shown(false).worlds())
                .principal("fixed", Principal.fixed(Design.of(map)))
                .followers(part)
                .rounds(100, 100)
                .worlds(4)
                .planned(12)
                .build();
        assertThat(figure(last(society, 12), "reward_0") / 100).isCloseTo(2 / 3.0, within(0.1));
    }

    private static double goods(FollowersPart part) {
        Society society = Society.of(CustomGoods::new)
                .followers(part)
                .rounds(40, 1)
                .worlds(16)
                .build();
        return figure(last(society, 30), "reward_total") / 160;
    }

    /** What is given grows by 1.6 and is shared: who is paid by the mean gives all, who is paid alone gives nothing. */
    @Test
    void ppoInTheReadmesEconomy_givesWhenThatPays() {
        PpoPart ppo = Populations.ppo().hidden(16).settings(quick());
        double random = goods(Populations.random());
        assertThat(goods(ppo.commonRewards())).isGreaterThan(random + 0.3);
        assertThat(goods(ppo)).isLessThan(random - 0.3);
    }
}
