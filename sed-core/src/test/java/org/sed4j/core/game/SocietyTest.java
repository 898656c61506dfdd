package org.sed4j.core.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Pond;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** What stays from round to round: the law of each world, its state, what is remembered of the round before; and θ, which may change. */
class SocietyTest {
    private static final int WORLDS = 3;
    private static final int STEPS = 12;
    private static final double FIRST = 0.25;
    private static final Objective FISH = Welfare.gauge("fish");

    private static TypeMatrix tastes(double one, double other) {
        return TypeMatrix.of(List.of("taste"), new double[1], new double[][] {{one}, {other}});
    }

    private record Fixed(Objective objective) implements Election {
        @Override
        public double[] parameters() {
            return new double[] {0.5};
        }
    }

    private static DesignGame<Pomg> game(
            Divergence divergence,
            double delta,
            DesignGame.Reference reference,
            TypeSpace types,
            VotingMechanism vote) {
        return new DesignGame<>(
                DesignSpace.rates(1, "fee"),
                PolicyImplementation.direct(),
                Design.of(FIRST),
                divergence,
                delta,
                reference,
                types,
                ObjectiveFamily.of(FISH),
                vote);
    }

    private static DesignGame<Pomg> free(VotingMechanism vote) {
        return game(
                Divergences.L2,
                Double.POSITIVE_INFINITY,
                DesignGame.Reference.INITIAL,
                TypeSpace.fixed(tastes(1, 1)),
                vote);
    }

    private static Pomg economy(int length) {
        return Worlds.of(() -> new Pond(length))
                .batch(WORLDS)
                .seed(Seed.of(3))
                .initial(Design.of(FIRST))
                .build();
    }

    private static Rounds<Pomg> ring(DesignGame<Pomg> game, Principal<Pomg> principal, int roundsPerEpisode) {
        return new Rounds<>(
                game,
                economy(1000),
                principal,
                new RandomFollowers(),
                Trials.none(),
                new Rounds.Schedule(STEPS, roundsPerEpisode),
                Seed.of(7));
    }

    /** Raises the fee by a tenth at every decision, in the first world only; says what it was charged with. */
    private static final class Reformer implements Principal<Pomg> {
        final List<Mandate> mandates = new ArrayList<>();

        @Override
        public Government<Pomg> govern(Mandate mandate) {
            mandates.add(mandate);
            return new Government<>() {
                @Override
                public void decide(Pomg economy) {
                    FloatTensor wishes = FloatTensor.zeros(WORLDS, 1);
                    for (int b = 0; b < WORLDS; b++) {
                        wishes.set(b, economy.now().design().get(b) + (b == 0 ? 0.125f : 0));
                    }
                    economy.enactWhereDue(wishes);
                }
            };
        }

        @Override
        public Principal<Pomg> frozen() {
            return this;
        }
    }

    private static double[] laws(Pomg economy) {
        double[] laws = new double[economy.batch()];
        Arrays.setAll(laws, b -> economy.law(b).get(0));
        return laws;
    }

    private static Witness<Pomg> beginnings(List<double[]> into) {
        return new Witness<>() {
            @Override
            public void begun(Mandate mandate, Pomg economy) {
                into.add(laws(economy));
            }
        };
    }

    @Test
    void law_staysInForceOverVotes_worldByWorld_untilAnEpisodeStarts() {
        Reformer reformer = new Reformer();
        List<double[]> laws = new ArrayList<>();
        Rounds<Pomg> ring = ring(free(vote -> new Fixed(FISH)), reformer, 2).watchedBy(beginnings(laws));
        for (int k = 0; k < 4; k++) {
            ring.next();
        }
        // Decisions are due before steps 5 and 10 of a round of 12: two reforms a round, in world 0 alone.
        assertThat(laws.get(0)).containsExactly(FIRST, FIRST, FIRST);
        assertThat(laws.get(1)).containsExactly(FIRST + 0.25, FIRST, FIRST);
        assertThat(laws.get(2)).as("a new episode").containsExactly(FIRST, FIRST, FIRST);
        assertThat(laws.get(3)).containsExactly(FIRST + 0.25, FIRST, FIRST);
        assertThat(reformer.mandates.get(1).incumbent().get(0)).isCloseTo(FIRST + 0.25 / WORLDS, within(1e-6));
        assertThat(reformer.mandates.get(2).incumbent()).isEqualTo(Design.of(FIRST));
        ring.economy().close();
    }

    @ParameterizedTest
    @EnumSource
    void reform_isMeasuredInEachWorld_fromWhatIsInForceThere_orFromTheFirst(DesignGame.Reference reference) {
        Reformer reformer = new Reformer();
        Principal<Pomg> bold = Principal.fixed(Design.of(1));
        Principal<Pomg> first = new Principal<>() {
            @Override
            public Government<Pomg> govern(Mandate mandate) {
                return (mandate.round() == 0 ? reformer : bold).govern(mandate);
            }

            @Override
            public Principal<Pomg> frozen() {
                return this;
            }
        };
        DesignGame<Pomg> game =
                game(Divergences.LINF, 0.2, reference, TypeSpace.fixed(tastes(1, 1)), vote -> new Fixed(FISH));
        Rounds<Pomg> ring = ring(game, first, 100);
        ring.next();
        assertThat(laws(ring.economy())).containsExactly(new double[] {FIRST + 0.2, FIRST, FIRST}, within(1e-6));
        ring.next();
        boolean moves = reference == DesignGame.Reference.INCUMBENT;
        double[] once = moves
                ? new double[] {FIRST + 0.4, FIRST + 0.2, FIRST + 0.2}
                : new double[] {FIRST + 0.2, FIRST + 0.2, FIRST + 0.2};
        assertThat(laws(ring.economy())).containsExactly(once, within(1e-6));
        ring.economy().close();
    }

    @Test
    void objective_readsGaugesAndStocksAsTheyAre_andFlowsOfTheRoundAlone() {
        Objective coin = Welfare.utilitarian("coin");
        Objective caught = Welfare.utilitarian("catch");
        Rounds<Pomg> ring = ring(free(vote -> new Fixed(FISH)), Principal.idle(), 100);
        ring.next();
        Outcome first = ring.next().outcome();
        double[] before = {first.value(FISH), first.value(coin)};
        Round second = ring.next();
        Pomg economy = ring.economy();
        double fish = 0;
        double held = 0;
        for (int b = 0; b < WORLDS; b++) {
            fish += economy.now().gauges().get(b) / WORLDS;
            held += (economy.now().measures().get(b * 4 + 1)
                            + economy.now().measures().get(b * 4 + 3))
                    / WORLDS;
        }
        Outcome outcome = second.outcome();
        assertThat(second.welfare())
                .as("what is elected")
                .isCloseTo(fish, within(1e-4))
                .isLessThan(before[0]);
        assertThat(outcome.value(coin)).isCloseTo(held, within(1e-4)).isGreaterThan(before[1]);
        // Coin grows by what is caught, less the fee.
        assertThat(outcome.value(coin) - before[1]).isCloseTo(outcome.value(caught) * (1 - FIRST), within(1e-3));
        Objective both = Welfare.weighted(List.of(2.0, -0.5), List.of(FISH, coin));
        assertThat(outcome.value(both)).isCloseTo(2 * fish - 0.5 * held, within(1e-3));
        assertThat(both.gauges()).containsExactly("fish");
        assertThat(both.measures()).containsExactly("coin");
        economy.close();
    }

    /** A round that ends with its episode is judged by what the episode ended with, not by the next one's beginning. */
    @Test
    void gauge_ofAnEpisodeThatEndsWithTheRound_isWhatItEndedWith() {
        try (Pomg economy = economy(STEPS)) {
            economy.reset();
            double[] left = new double[WORLDS];
            Government<Pomg> looking = new Government<>() {
                @Override
                public void stepped(Pomg asked) {
                    Arrays.setAll(left, b -> asked.now().gauges().get(b));
                }
            };
            Outcome outcome = new RandomFollowers().live(economy, looking, STEPS, Seed.of(5));
            for (int b = 0; b < WORLDS; b++) {
                assertThat(outcome.gauge("fish", b)).isEqualTo(left[b]);
            }
            double[] begun = new double[WORLDS];
            Arrays.setAll(begun, b -> economy.now().gauges().get(b));
            assertThat(begun).as("new episodes").isNotEqualTo(left);
        }
    }

    /** Remembers what a vote knew, to the bit. */
    private static String known(Optional<Past> past) {
        return past.map(last -> last.parameters() + " " + last.law() + " " + last.welfare() + " "
                        + last.outcome().gauge("fish", 1) + " "
                        + Arrays.toString(last.outcome().amounts("coin", 2)))
                .orElse("nothing");
    }

    @Test
    void vote_seesWhatCameOfTheRoundBefore_alsoWhenResumed() throws IOException {
        List<String> through = new ArrayList<>();
        Rounds<Pomg> whole = ring(free(vote -> noted(vote, through)), Principal.idle(), 100);
        List<Round> rounds = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            rounds.add(whole.next());
        }
        assertThat(through.get(0)).isEqualTo("nothing");
        for (int k = 1; k < 4; k++) {
            assertThat(through.get(k)).isEqualTo(known(Optional.of(Past.of(rounds.get(k - 1)))));
        }
        List<String> parts = new ArrayList<>();
        Rounds<Pomg> stopped = ring(free(vote -> noted(vote, parts)), Principal.idle(), 100);
        stopped.next();
        stopped.next();
        byte[] kept = saved(stopped);
        Rounds<Pomg> resumed = ring(free(vote -> noted(vote, parts)), Principal.idle(), 100);
        resumed.load(new DataInputStream(new ByteArrayInputStream(kept)));
        assertThat(saved(resumed)).isEqualTo(kept);
        resumed.next();
        resumed.next();
        assertThat(parts).isEqualTo(through);
        assertThat(saved(resumed)).isEqualTo(saved(whole));
    }

    private static Election noted(Vote vote, List<String> into) {
        into.add(known(vote.past()));
        return new Fixed(FISH);
    }

    private static byte[] saved(Rounds<Pomg> ring) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ring.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** Tastes that move by {@code drift} times the fish left, from (1, 0.5). */
    private static TypeSpace drifting(double drift) {
        return new TypeSpace() {
            @Override
            public TypeMatrix draw(Seed seed) {
                return tastes(1, 0.5);
            }

            @Override
            public TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
                double move = drift * outcome.meanGauge("fish");
                return tastes(before.get(0, "taste") + move, before.get(1, "taste") + move);
            }
        };
    }

    @Test
    void typesThatDriftWithWhatHappened_reachRewardsAndObservations_andOutliveEpisodes() {
        DesignGame<Pomg> game = game(
                Divergences.L2,
                Double.POSITIVE_INFINITY,
                DesignGame.Reference.INITIAL,
                drifting(0.01),
                vote -> new Fixed(FISH));
        Rounds<Pomg> ring = ring(game, Principal.idle(), 2);
        double last = 0;
        for (int k = 0; k < 4; k++) {
            Round round = ring.next();
            Pomg economy = ring.economy();
            assertThat(round.types().get(0, "taste")).as("round " + k).isGreaterThan(last);
            last = round.types().get(0, "taste");
            for (int i = 0; i < 2; i++) {
                float taste = (float) round.types().get(i, "taste");
                assertThat(economy.now().numbers().get(i * 3 + 1)).isEqualTo(taste);
                double caught = round.outcome().amounts("catch", 1)[i];
                assertThat(round.outcome().amounts(Outcome.REWARD, 1)[i])
                        .isCloseTo(taste * caught * (1 - FIRST), within(1e-3));
            }
        }
        ring.economy().close();
    }

    @Test
    void typesThatDriftByNothing_giveTheBytesOfFixedTypes() throws IOException {
        List<byte[]> saved = new ArrayList<>();
        for (TypeSpace types : List.of(drifting(0), TypeSpace.fixed(tastes(1, 0.5)), drifting(1e-9))) {
            Rounds<Pomg> ring = ring(
                    game(
                            Divergences.L2,
                            Double.POSITIVE_INFINITY,
                            DesignGame.Reference.INITIAL,
                            types,
                            vote -> new Fixed(FISH)),
                    Principal.idle(),
                    2);
            for (int k = 0; k < 3; k++) {
                ring.next();
            }
            saved.add(saved(ring));
        }
        assertThat(saved.get(0)).isEqualTo(saved.get(1)).isNotEqualTo(saved.get(2));
    }
}
