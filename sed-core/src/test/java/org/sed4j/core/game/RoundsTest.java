package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.ForkTrials;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.PublicGoods;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** The whole ring: vote, design on trials, enact, live, learn; and what happens when someone cheats. */
class RoundsTest {
    private static final int STEPS = 25;
    private static final int ROUNDS_PER_EPISODE = 3;
    private static final PolicyImplementation<Pomg> TAX = PolicyImplementation.direct();

    /** Players who give with a propensity that they adapt to what giving brought. */
    private static final class Habits implements Followers<Pomg> {
        private double propensity = 0.5;

        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            Rng rng = seed.rng();
            Players players = new Players() {
                @Override
                public void act(Tensors now, IntTensor actions) {
                    for (int row = 0; row < actions.length(); row++) {
                        boolean canGive = now.masks().get(row * 4 + 1) == 1;
                        actions.set(row, canGive && rng.chance(propensity) ? 1 : 0);
                    }
                }

                @Override
                public void stepped(Tensors now) {
                    double gain = now.rewards().get(0) * 0.01;
                    propensity = Math.min(0.95, Math.max(0.05, propensity + gain));
                }
            };
            return Loop.play(economy, players, government, steps);
        }

        @Override
        public Followers<Pomg> copy() {
            Habits copy = new Habits();
            copy.propensity = propensity;
            return copy;
        }

        @Override
        public Followers<Pomg> frozen() {
            return copy();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeDouble(propensity);
        }

        @Override
        public void load(DataInput in) throws IOException {
            propensity = in.readDouble();
        }
    }

    /** Tries a few rates near the incumbent's and remembers how often it reformed. */
    private static final class Searcher implements Principal<Pomg> {
        private int reforms;

        @Override
        public Government<Pomg> govern(Mandate mandate) {
            double rate = mandate.incumbent().get(0);
            List<Design> candidates = new ArrayList<>();
            for (int step = -1; step <= 1; step++) {
                Design candidate = Design.of(Math.min(1, Math.max(0, rate + 0.1 * step)));
                candidates.add(mandate.feasible().pull(candidate));
            }
            List<Outcome> outcomes = mandate.trials().outcomes(candidates);
            int best = 0;
            for (int c = 1; c < candidates.size(); c++) {
                double value = outcomes.get(c).value(mandate.objective());
                best = value > outcomes.get(best).value(mandate.objective()) ? c : best;
            }
            reforms += candidates.get(best).equals(mandate.incumbent()) ? 0 : 1;
            return Government.fixed(candidates.get(best));
        }

        @Override
        public Principal<Pomg> frozen() {
            return new Searcher();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(reforms);
        }

        @Override
        public void load(DataInput in) throws IOException {
            reforms = in.readInt();
        }
    }

    /** η · sum + (1 - η) · min of what players got. */
    private record Mix(double eta) implements Objective {
        @Override
        public String name() {
            return "mix " + eta;
        }

        @Override
        public double value(Design design, Account account) {
            double[] amounts = account.amounts(Outcome.REWARD);
            double sum = 0;
            double least = amounts[0];
            for (double amount : amounts) {
                sum += amount;
                least = Math.min(least, amount);
            }
            return eta * sum + (1 - eta) * least;
        }
    }

    private record Elected(Objective objective, double eta) implements Election {
        @Override
        public double[] parameters() {
            return new double[] {eta};
        }
    }

    /** The mean report, half way from the last round's. */
    private static Election mean(Vote vote) {
        double sum = 0;
        for (double share : vote.reports().players("share")) {
            sum += share;
        }
        double wish = sum / vote.reports().players();
        double eta =
                vote.past().map(last -> (last.parameters().get(0) + wish) / 2).orElse(wish);
        return new Elected(vote.objectives().at(eta), eta);
    }

    private static TypeMatrix types(double... shares) {
        double[][] rows = new double[shares.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {shares[i]};
        }
        return TypeMatrix.of(List.of("share"), new double[] {0}, rows);
    }

    private static DesignGame<Pomg> game(PolicyImplementation<Pomg> implementation, double delta) {
        TypeSpace drifting = new TypeSpace() {
            @Override
            public TypeMatrix draw(Seed seed) {
                return types(0.2, 0.4, 0.6, 0.8);
            }

            @Override
            public TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
                return before.withPlayer(0, seed.rng().uniform());
            }
        };
        return new DesignGame<>(
                DesignSpace.rates(1, "tax"),
                implementation,
                Design.of(0.3),
                Divergences.L1,
                delta,
                DesignGame.Reference.INCUMBENT,
                drifting,
                ObjectiveFamily.continuum(parameters -> new Mix(parameters[0]), "eta"),
                RoundsTest::mean);
    }

    private static Pomg economy() {
        return Worlds.of(PublicGoods::new)
                .batch(6)
                .threads(2)
                .seed(Seed.of(4))
                .initial(Design.of(0.3))
                .build();
    }

    private static Rounds<Pomg> ring(DesignGame<Pomg> game, Principal<Pomg> principal, Trials.Lab<Pomg> lab) {
        return new Rounds<>(
                game,
                economy(),
                principal,
                new Habits(),
                lab,
                new Rounds.Schedule(STEPS, ROUNDS_PER_EPISODE),
                Seed.of(9));
    }

    private static Rounds<Pomg> honest() {
        return ring(game(TAX, 0.15), new Searcher(), new ForkTrials(2, 2, Noise.FRESH, Seed.of(5)));
    }

    private static String told(Round round) {
        return round.number() + " " + round.types() + " "
                + List.of(round.election().parameters()[0]) + " " + round.design() + " " + round.welfare() + " "
                + round.before() + " " + round.after();
    }

    @Test
    void round_beginsInTheStateTheLastOneEndedIn() {
        Rounds<Pomg> ring = honest();
        long last = 0;
        List<Design> designs = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            Round round = ring.next();
            assertThat(round.number()).isEqualTo(k);
            if (k % ROUNDS_PER_EPISODE == 0) {
                assertThat(round.before()).as("a new episode").isNotEqualTo(last);
            } else {
                assertThat(round.before()).isEqualTo(last);
            }
            assertThat(round.after()).isNotEqualTo(round.before());
            assertThat(round.outcome().design(0).get(0))
                    .isEqualTo((float) round.design().get(0));
            last = round.after();
            designs.add(round.design());
        }
        assertThat(designs.stream().distinct().count()).as("designs differ").isGreaterThan(1);
        ring.economy().close();
    }

    @Test
    void checkpoint_resumed_isAsIfNeverStopped() throws IOException {
        Rounds<Pomg> whole = honest();
        Rounds<Pomg> stopped = honest();
        for (int k = 0; k < 4; k++) {
            assertThat(told(stopped.next())).isEqualTo(told(whole.next()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stopped.save(new DataOutputStream(bytes));
        Rounds<Pomg> resumed = honest();
        resumed.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(resumed.number()).isEqualTo(4);
        for (int k = 4; k < 8; k++) {
            assertThat(told(resumed.next())).isEqualTo(told(whole.next()));
        }
    }

    @Test
    void ring_thatIsWatched_isPlayedAndKeptAsBefore() throws IOException {
        Rounds<Pomg> plain = honest();
        int[] seen = new int[1];
        Rounds<Pomg> watched = watched(seen);
        for (int k = 0; k < 3; k++) {
            assertThat(told(watched.next())).isEqualTo(told(plain.next()));
        }
        assertThat(seen[0]).as("steps that were really lived").isEqualTo(3 * STEPS);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        plain.save(new DataOutputStream(one));
        watched.save(new DataOutputStream(other));
        assertThat(other.toByteArray()).isEqualTo(one.toByteArray());
        Rounds<Pomg> resumed = watched(new int[1]);
        resumed.load(new DataInputStream(new ByteArrayInputStream(other.toByteArray())));
        assertThat(told(resumed.next())).isEqualTo(told(plain.next()));
    }

    private static Rounds<Pomg> watched(int[] seen) {
        return honest().watchedBy(new Witness<>() {
            @Override
            public void stepped(Pomg economy) {
                seen[0]++;
            }
        });
    }

    @Test
    void implementation_thatTouchesTheState_isCaught() {
        PolicyImplementation<Pomg> cheat = (design, running) -> {
            TAX.implement(design, running);
            running.step(IntTensor.zeros(running.batch(), running.players()));
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> ring(game(cheat, 1), Principal.fixed(Design.of(0.3)), Trials.none())
                        .next())
                .withMessageContaining("the design was enacted")
                .withMessageContaining("round 0");
    }

    @Test
    void trials_thatTouchTheRunningEconomy_areCaught() {
        Trials.Lab<Pomg> cheat = (economy, followers, feasible, steps) -> candidates -> candidates.stream()
                .map(design -> followers.live(economy, Government.fixed(design), steps, Seed.of(1)))
                .toList();
        assertThatIllegalStateException()
                .isThrownBy(() -> ring(game(TAX, 0.15), new Searcher(), cheat).next())
                .withMessageContaining("Maybe trials ran on the running economy");
    }

    @Test
    void reform_beyondDelta_isPulledToTheEdgeOfTheBall() {
        Rounds<Pomg> ring = ring(game(TAX, 0.15), Principal.fixed(Design.of(0.9)), Trials.none());
        for (double edge : new double[] {0.45, 0.6, 0.75}) { // δ further in every round: the incumbent moves
            assertThat(ring.next().design().get(0)).isCloseTo(edge, within(1e-6));
        }
    }

    @Test
    void reform_outsideTheSpace_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ring(game(TAX, 0.15), Principal.fixed(Design.of(1.5)), Trials.none())
                        .next())
                .withMessageContaining("The design for world 0 may not be enacted")
                .withMessageContaining("tax_0 (1.5) must lie in [0.0, 1.0]");
    }

    @Test
    void government_thatEnactsBeyondDeltaInsideARound_isPulledToTheEdgeOfTheBall() {
        Principal<Pomg> sly = Principal.always(new Government<>() {
            @Override
            public void decide(Pomg economy) {
                FloatTensor designs = FloatTensor.zeros(economy.batch(), 1);
                for (int b = 0; b < economy.batch(); b++) {
                    designs.set(b, 0.9f);
                }
                economy.enactWhereDue(designs);
            }
        });
        Rounds<Pomg> ring = ring(game(TAX, 0.15), sly, Trials.none());
        Round round = ring.next();
        assertThat(round.design().get(0)).isCloseTo(0.3, within(1e-6));
        assertThat(ring.economy().law().get(0)).isCloseTo(0.45, within(1e-6));
    }

    @Test
    void principal_withoutALab_isToldSo() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        ring(game(TAX, 0.15), new Searcher(), Trials.none()).next())
                .withMessageContaining("without");
    }
}
