package org.sed4j.core.pomg.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.LateOffice;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Market;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.PublicGoods;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** Principals and followers that keep their promises, and every promise broken once: the contract says which. */
class ContractsTest {

    private static PrincipalContract contract(PrincipalContract.Maker maker) {
        return PrincipalContract.of(PublicGoods::new, maker).initial(Design.of(0.3));
    }

    @Test
    void fixedIdleAndLatePrincipals_keepTheContract() {
        assertThat(contract((economy, followers) -> Principal.fixed(Design.of(0.8)))
                        .worldByWorld()
                        .check())
                .hasSize(10);
        assertThat(contract((economy, followers) -> Principal.idle()).check()).hasSize(9);
        assertThat(contract((economy, followers) -> new LateOffice<>(1, new Climber("")))
                        .check())
                .contains("the elected objective is served");
    }

    /** Raises the rate while that raises the elected objective; the faults break one promise each. */
    private static final class Climber implements Principal<Pomg> {
        /** Chance that no seed knows of: never the same in two runs. */
        private static final AtomicInteger ELSEWHERE = new AtomicInteger();

        private final String fault;
        private double rate = 0.3;
        private double last;
        private int rounds;
        private Objective first;

        Climber(String fault) {
            this.fault = fault;
            this.first = Welfare.nash(Outcome.REWARD);
        }

        @Override
        public Government<Pomg> govern(Mandate mandate) {
            if (rounds == 0) {
                first = mandate.objective();
            }
            double wish = fault.equals("bold") ? 2 : rate;
            if (!fault.equals("peeks")) {
                return Government.fixed(Design.of(wish));
            }
            return new Government<>() {
                @Override
                public void decide(Pomg economy) {
                    economy.enact(Design.of(0.1 + 0.01 * economy.batch()));
                }
            };
        }

        @Override
        public void learn(Mandate mandate, Outcome outcome) {
            Objective objective = fault.equals("stale") ? first : mandate.objective();
            double value = fault.equals("selfish") ? outcome.amounts(Outcome.REWARD, 0)[0] : outcome.value(objective);
            double chance = fault.equals("chance")
                    ? ELSEWHERE.incrementAndGet() % 89
                    : mandate.seed().rng().uniform();
            rate = Math.min(1, Math.max(0, rate + (value > last ? 0.05 : -0.05) + 1e-3 * chance));
            last = value;
            rounds++;
        }

        @Override
        public Principal<Pomg> frozen() {
            if (fault.equals("shared")) {
                return this;
            }
            Climber copy = new Climber(fault);
            copy.rate = rate;
            copy.rounds = 1;
            Climber origin = fault.equals("leaks") ? this : copy;
            return new Principal<>() {
                @Override
                public Government<Pomg> govern(Mandate mandate) {
                    return origin.govern(mandate);
                }

                @Override
                public Principal<Pomg> frozen() {
                    return fault.equals("thaws") ? Principal.fixed(Design.of(0)) : this;
                }
            };
        }

        @Override
        public Map<String, Double> figures() {
            return fault.equals("figures") && rounds > 1 ? Map.of("step", rate) : Map.of("rate", rate);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeDouble(rate);
            out.writeInt(rounds);
            if (!fault.equals("forgets")) {
                out.writeDouble(last);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            rate = in.readDouble();
            rounds = in.readInt();
            if (!fault.equals("forgets")) {
                last = in.readDouble();
            }
        }
    }

    @Test
    void principalThatLearnsFromWhatWasElected_keepsTheContract() {
        assertThat(contract((economy, followers) -> new Climber("")).check()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "chance, 'same seed, same bytes'",
        "bold, 'may not be enacted'",
        "selfish, 'never asked what the elected objective is worth'",
        "stale, 'it asks what round 0'",
        "shared, 'frozen, it governs and does not learn'",
        "leaks, 'governs otherwise once its origin has learned on'",
        "thaws, 'frozen twice is frozen once'",
        "forgets, 'resumed to the byte'",
        "figures, 'Figures are called [rate] in round 0 and [step] in round'",
    })
    void principalThatBreaksAPromise_isFound(String fault, String says) {
        assertThatThrownBy(() ->
                        contract((economy, followers) -> new Climber(fault)).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Climber breaks a promise: ")
                .hasMessageContaining(says);
    }

    @Test
    void principalThatDependsOnHowManyWorldsThereAre_isFound_whereItPromisedOtherwise() {
        assertThat(contract((economy, followers) -> new Climber("peeks")).check())
                .isNotEmpty();
        assertThatThrownBy(() -> contract((economy, followers) -> new Climber("peeks"))
                        .worldByWorld()
                        .check())
                .hasMessageContaining("World 0 has other laws beside 3 worlds than beside 7");
    }

    @Test
    void purposeOfItsOwn_isSaid() {
        assertThat(contract((economy, followers) -> new Climber("selfish"))
                        .ownPurpose("player 0")
                        .check())
                .contains("own purpose: player 0");
    }

    /** Players who give with a propensity that grows; the faults break one promise each. */
    private static final class Givers implements Followers<Pomg> {
        private final String fault;
        private double propensity = 0.2;
        private int lives;

        Givers(String fault) {
            this.fault = fault;
        }

        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            Rng rng = seed.rng();
            int more = fault.equals("lazy") ? steps - 1 : steps;
            Outcome outcome = Loop.play(
                    economy,
                    (now, actions) -> {
                        for (int row = 0; row < actions.length(); row++) {
                            boolean can = now.masks().get(row * 4 + 2) == 1 || fault.equals("cheats");
                            actions.set(row, can && rng.chance(propensity) ? 2 : 0);
                        }
                    },
                    government,
                    more);
            propensity = Math.min(1, propensity + 0.1);
            lives++;
            return outcome;
        }

        @Override
        public Followers<Pomg> copy() {
            return fault.equals("shared") ? this : made(fault.equals("blank") ? 0.2 : propensity);
        }

        private Givers made(double propensity) {
            Givers copy = new Givers(fault);
            copy.propensity = propensity;
            copy.lives = lives;
            return copy;
        }

        @Override
        public Followers<Pomg> frozen() {
            return fault.equals("thaws") ? copy() : new Still(propensity);
        }

        @Override
        public boolean learns() {
            return !fault.equals("denies");
        }

        @Override
        public Map<String, Double> figures() {
            return fault.equals("figures") && lives > 1 ? Map.of() : Map.of("propensity", propensity);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            if (!fault.equals("forgets")) {
                out.writeDouble(propensity);
            }
            out.writeInt(lives);
        }

        @Override
        public void load(DataInput in) throws IOException {
            if (!fault.equals("forgets")) {
                propensity = in.readDouble();
            }
            lives = in.readInt();
        }
    }

    private record Still(double propensity) implements Followers<Pomg> {
        @Override
        public Outcome live(Pomg economy, Government<Pomg> government, int steps, Seed seed) {
            return new Givers("").made(propensity).live(economy, government, steps, seed);
        }

        @Override
        public Followers<Pomg> copy() {
            return this;
        }

        @Override
        public Followers<Pomg> frozen() {
            return this;
        }

        @Override
        public boolean learns() {
            return false;
        }
    }

    private static FollowersContract people(Function<Pomg, Followers<Pomg>> maker) {
        return FollowersContract.of(PublicGoods::new, maker).initial(Design.of(0.3));
    }

    @Test
    void randomAndLearningFollowers_keepTheContract() {
        assertThat(people(economy -> new RandomFollowers()).check()).hasSize(10);
        assertThat(people(economy -> new Givers("")).check()).hasSize(10);
        assertThat(FollowersContract.of(() -> new Market(2), economy -> new RandomFollowers())
                        .check())
                .contains("they live as long as they are told, by the rules");
    }

    @ParameterizedTest
    @CsvSource({
        "lazy, 'Told to live 20 steps, they say that they lived 19'",
        "cheats, 'plays 2, which is not allowed'",
        "denies, 'They say that they do not learn, and save other bytes'",
        "shared, 'after a copy of them has lived'",
        "blank, 'They live otherwise than their copy'",
        "thaws, 'Frozen ones say that they learn'",
        "forgets, 'resumed to the byte'",
        "figures, 'Figures are called [propensity] in round 0 and [] in round'",
    })
    void followersThatBreakAPromise_areFound(String fault, String says) {
        assertThatThrownBy(() -> people(economy -> new Givers(fault)).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Givers breaks a promise: ")
                .hasMessageContaining(says);
    }
}
