package org.sed4j.rl.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Policy;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.noregret.FollowerKind;
import org.sed4j.rl.noregret.RegretBound;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.Sampler;
import org.sed4j.rl.ppo.SharedTrunk;
import org.sed4j.rl.ppo.TrainedPolicy;

/** Every kind of player on {@link Chores}: what all must keep, and what each must learn. */
class PopulationsTest {
    private static final Policy DUTIFUL = (view, mask, rng) -> new int[] {view.codes[0], 1};

    private static Named<FollowersPart> named(FollowersPart part) {
        return Named.of(part.name(), part);
    }

    private static MultiLayerNetwork model(int outputs) {
        NativeThreads.single();
        Inputs inputs = new Inputs(new Chores().spaces().codes(), 1);
        MultiLayerNetwork model =
                new MultiLayerNetwork(Architectures.mlp(inputs, List.of(8), Activation.TANH, outputs, 1));
        model.init();
        return model;
    }

    private static PpoSettings quick() {
        return new PpoSettings(3e-3, 1e-5, 0.9, 0.95, 0.2, true, 0.01, 0.5, 0.5, 4, 80, true, Double.POSITIVE_INFINITY);
    }

    private static QFollowers.Habits table() {
        return new QFollowers.Habits(0.1, 0.5, 0.05, 200, Context.SYMBOLS, 3);
    }

    private static BestResponders.Habits search() {
        return new BestResponders.Habits(Context.SYMBOLS, 1, 5, 1 << 20);
    }

    static Stream<Named<FollowersPart>> learners() {
        return Stream.of(
                named(Populations.ppo().hidden(16).settings(quick())),
                named(Populations.independentPpo().hidden(16).settings(quick())),
                named(Populations.multiplicativeWeights().context(Context.SYMBOLS, 3)),
                named(Populations.regretMatching().context(Context.SYMBOLS, 3)),
                named(Populations.swapRegret().context(Context.SYMBOLS, 3)),
                named(Populations.tabularQ(table())),
                named(Populations.bestResponse(search())));
    }

    static Stream<Named<FollowersPart>> all() {
        return Stream.concat(
                learners(),
                Stream.of(
                        named(Populations.policyGradient()),
                        named(Populations.independentPolicyGradient()),
                        named(Populations.regretMatching().foresight(Foresight.toTheEnd(7))),
                        named(Populations.bestResponse()),
                        named(Populations.scripted(DUTIFUL)),
                        named(Populations.random()),
                        named(Populations.network(model(5)))));
    }

    private static Society society(FollowersPart part, int threads) {
        return Society.of(Chores::new)
                .followers(part)
                .rounds(Chores.DAY, 3)
                .worlds(6)
                .planned(20)
                .threads(threads)
                .build();
    }

    private static byte[] bytes(Checkpointed thing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        thing.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static double figure(Session session, String name) {
        return Objects.requireNonNull(session.next().get(name), name);
    }

    private static double each(Outcome outcome) {
        double[] rewards = outcome.meanAmounts(Outcome.REWARD);
        return (rewards[0] + rewards[1]) / (2.0 * outcome.steps());
    }

    /** Masks and heads are respected by all, or the world would have thrown. */
    @ParameterizedTest
    @MethodSource("all")
    void resumed_theyGoOnToTheByte(FollowersPart part) throws IOException {
        Society society = society(part, 1);
        try (Session never = society.begin(Seed.of(3));
                Session other = society.begin(Seed.of(3))) {
            never.next();
            never.next();
            byte[] stopped = bytes(never);
            Map<String, Double> row = never.next();
            other.load(new DataInputStream(new ByteArrayInputStream(stopped)));
            assertThat(bytes(other)).isEqualTo(stopped);
            assertThat(other.next()).isEqualTo(row);
            assertThat(bytes(other)).isEqualTo(bytes(never));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void onTwoThreads_theyAreTheSame(FollowersPart part) throws IOException {
        try (Session one = society(part, 1).begin(Seed.of(4));
                Session two = society(part, 2).begin(Seed.of(4))) {
            one.next();
            two.next();
            assertThat(two.next()).isEqualTo(one.next());
            assertThat(bytes(two)).isEqualTo(bytes(one));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void copiesAndTheFrozen_leaveThemAsTheyAre(FollowersPart part) throws IOException {
        try (Session session = society(part, 1).begin(Seed.of(5))) {
            session.next();
            Followers<Pomg> followers = session.followers();
            byte[] before = bytes(followers);
            long worlds = session.economy().stateHash();
            for (Followers<Pomg> twin : List.of(followers.copy(), followers.frozen(), followers.copy())) {
                byte[] first = bytes(twin);
                Outcome lived = live(twin, session.economy());
                if (!twin.learns()) {
                    assertThat(bytes(twin)).isEqualTo(first);
                    assertThat(live(twin, session.economy()).meanAmounts(Outcome.REWARD))
                            .isEqualTo(lived.meanAmounts(Outcome.REWARD));
                }
                assertThat(bytes(followers)).isEqualTo(before);
                assertThat(session.economy().stateHash()).isEqualTo(worlds);
            }
            assertThat(live(followers.copy(), session.economy()).meanAmounts(Outcome.REWARD))
                    .isEqualTo(live(followers.copy(), session.economy()).meanAmounts(Outcome.REWARD));
        }
    }

    private static Outcome live(Followers<Pomg> followers, Pomg economy) {
        try (Pomg fork = economy.forked(new int[] {0, 1, 2, 3, 4, 5}, 1, Noise.SHARED)) {
            fork.reset(fork.now().ended());
            return followers.live(fork, Government.standing(), Chores.DAY, Seed.of(9));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void learners_nameTheSymbolAndTake(FollowersPart part) {
        Society society = Society.of(Chores::new)
                .followers(part)
                .rounds(Chores.DAY, 1000)
                .worlds(16)
                .planned(60)
                .build();
        try (Session session = society.begin(Seed.of(6))) {
            double each = 0;
            for (int k = 0; k < 60 && each < 0.98 * Chores.BEST; k++) {
                each = figure(session, "reward_total") / (2.0 * Chores.DAY);
            }
            Followers<Pomg> tested = session.followers().frozen();
            assertThat(each(tested.live(session.economy(), Government.standing(), 100, Seed.of(7))))
                    .isGreaterThan(0.9 * Chores.BEST);
        }
    }

    @Test
    void theScriptedDoTheirDuty_andTheRandomDoNot() {
        assertThat(first(Populations.scripted(DUTIFUL))).isCloseTo(Chores.BEST, within(1e-6));
        assertThat(first(Populations.random())).isCloseTo(Chores.AT_RANDOM, within(0.1));
    }

    private static double first(FollowersPart part) {
        try (Session session = society(part, 1).begin(Seed.of(8))) {
            return figure(session, "reward_total") / (2.0 * Chores.DAY);
        }
    }

    /** A policy that was learned here acts in another program, one view at a time or as a plain network of DL4J's. */
    @Test
    void whatPpoHasLearned_canBeTakenElsewhere() {
        Society society = Society.of(Chores::new)
                .followers(Populations.ppo().hidden(16).settings(quick()))
                .rounds(Chores.DAY, 1000)
                .worlds(16)
                .build();
        try (Session session = society.begin(Seed.of(6))) {
            for (int k = 0; k < 40; k++) {
                session.next();
            }
            SharedTrunk mind = (SharedTrunk) ((PpoFollowers) session.followers()).mind();
            Policy policy = new TrainedPolicy(mind, Sampler.Manner.GREEDY);
            assertThat(first(Populations.scripted(policy))).isCloseTo(Chores.BEST, within(0.1));
            assertThat(first(Populations.network(mind.network().model()))).isGreaterThan(0.9 * Chores.BEST);
        }
    }

    @Test
    void regretIsWithinTheBoundOfTheRule() {
        int rounds = 20;
        double epsilon = 0.1;
        FollowersPart part = Populations.rule("weights", new FollowerKind.Multiplicative(epsilon))
                .payoffs(-0.25, 1.5);
        Society society = Society.of(Chores::new)
                .followers(part)
                .rounds(rounds * Chores.DAY, 1)
                .worlds(4)
                .build();
        try (Session session = society.begin(Seed.of(2))) {
            double regret = figure(session, "player_regret");
            double bound = 1.75 * RegretBound.average(epsilon, 3, (long) rounds * Chores.DAY);
            assertThat(regret).isLessThanOrEqualTo(bound).isGreaterThan(-1.75);
        }
    }

    @Test
    void aPartThatDoesNotFit_saysWhatDoes() {
        assertThatThrownBy(() -> society(Populations.ppo().horizon(7), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("followers (ppo)")
                .hasMessageContaining("rollouts of 20 steps fit");
        assertThatThrownBy(() -> society(Populations.network(model(7)), 1))
                .hasMessageContaining("followers (network)")
                .hasMessageContaining("puts out 7 numbers")
                .hasMessageContaining("5 choices");
        Inputs wide = Inputs.ofNumbers(7);
        MultiLayerConfiguration layers = Architectures.mlp(wide, List.of(8), Activation.TANH, 6, 1);
        assertThatThrownBy(() -> society(Populations.ppo().layers(layers), 1))
                .hasMessageContaining("followers (ppo)")
                .hasMessageContaining("width of the first layer (7) must be the input's 4 columns");
        Inputs seen = new Inputs(new Chores().spaces().codes(), 1);
        MultiLayerConfiguration headless = Architectures.mlp(seen, List.of(8), Activation.TANH, 5, 1);
        assertThatThrownBy(() -> society(Populations.independentPpo().layers(headless), 1))
                .hasMessageContaining("followers (independent-ppo)")
                .hasMessageContaining("put out 5 numbers, players need 6");
        assertThatThrownBy(() -> society(Populations.scripted(DUTIFUL, DUTIFUL, DUTIFUL), 1))
                .hasMessageContaining("3 policies for 2 players");
        FollowersPart far = Populations.regretMatching().foresight(Foresight.toTheEnd(1));
        assertThatThrownBy(() -> Society.of(Chores::new)
                        .followers(far)
                        .rounds(10_000, 1)
                        .worlds(64)
                        .build())
                .hasMessageContaining("64 worlds x 2 players x 5 choices")
                .hasMessageContaining("6400000");
        assertThatThrownBy(() -> Society.of(Chores::new)
                        .followers(Populations.bestResponse())
                        .rounds(1_000_000, 1)
                        .build())
                .hasMessageContaining("followers (best-response)");
    }

    @Test
    void aTableThatIsTooSmall_isRefusedWithItsSize() {
        QFollowers.Habits small = new QFollowers.Habits(0.1, 0.5, 0.05, 200, Context.SYMBOLS, 2);
        try (Session session = society(Populations.tabularQ(small), 1).begin(Seed.of(1))) {
            assertThatThrownBy(session::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("rows of a player's table (3) must be at most 2");
        }
    }

    @Test
    void aScriptThatIgnoresTheMask_isRefusedByName() {
        Policy blind = (view, mask, rng) -> new int[] {(view.codes[0] + 1) % 3, 0};
        try (Session session = society(Populations.scripted(blind), 1).begin(Seed.of(1))) {
            assertThatThrownBy(session::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("player 0 of world 0 (head 0)");
        }
    }

    /** A range that turns out wider rescales what was learned: as though it had been known. */
    @Test
    void aRangeThatIsLearned_endsAsOneThatWasKnown() {
        Scale scale = new Scale(Optional.empty(), 1);
        assertThat(scale.widen(new double[] {1, 3, Double.NaN}, 3)).containsExactly(1);
        assertThat(scale.gain(2, 0)).isEqualTo(0.5);
        assertThat(scale.widen(new double[] {2, 5}, 2)).containsExactly(0.5);
        assertThat(scale.gain(3, 0)).isEqualTo(0.5);
        assertThat(scale.widen(new double[] {2, 5}, 2)).containsExactly(1);
    }

    /** Two worlds, two players, two choices: what one has at stake does not blunt the other. */
    @Test
    void everyPlayer_hasARangeOfItsOwn() {
        Scale scale = new Scale(Optional.empty(), 2);
        scale.widen(new double[] {0, 1, 0, 100, 2, 1, 50, 0}, 2);
        assertThat(scale.width(0)).isEqualTo(2);
        assertThat(scale.width(1)).isEqualTo(100);
        assertThat(scale.gain(1, 0)).isEqualTo(0.5);
        assertThat(scale.gain(1, 1)).isEqualTo(0.01);
    }
}
