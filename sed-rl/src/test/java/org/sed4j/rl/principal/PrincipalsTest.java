package org.sed4j.rl.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.head.Reach;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;

/** Every principal that needs no followers of its own, in a society whose best design is known. */
class PrincipalsTest {
    private static final int STEPS = 10;
    private static final int WORLDS = 32;
    private static final double BEST = 2 * STEPS;

    /** The best expected welfare of draws with a deviation of 1, before they are squashed: by quadrature over both means. */
    private static final double NOISY = 15.7;

    /** With a greater learning rate than the default's, so that it learns within a test. */
    private static PpoPart quick(PpoPart part, int epochs) {
        PpoSettings quick = new PpoSettings(
                1e-2, 1e-5, 0.99, 0.95, 0.2, false, 0, 0.5, 10, epochs, 1000, true, Double.POSITIVE_INFINITY);
        return part.settings(quick).hidden(8);
    }

    private static Stream<PrincipalPart> learners() {
        return Stream.of(
                quick(Principals.ppo(), 4),
                quick(Principals.ppo().continuous(), 4),
                quick(Principals.ppo().beta(), 4),
                quick(Principals.mappo(), 4),
                quick(Principals.mappo().continuous(), 4),
                quick(Principals.dualRl(), 1),
                quick(Principals.dualRl(List.of(0.0, 0.3, 1.0)), 1));
    }

    private static Stream<PrincipalPart> searchers() {
        return Stream.of(
                Principals.cmaEs(), Principals.bobyqa(20), Principals.liveSearch(new LiveSearch.Trials(60, 1, 0)));
    }

    private static Stream<PrincipalPart> all() {
        return Stream.concat(
                Stream.concat(learners(), searchers()),
                Stream.of(Principals.random(), Principals.stackelbergPomdp(1, 1, quick(Principals.ppo(), 4))));
    }

    private static Society.Builder society(PrincipalPart principal) {
        return Society.of(Dials::new).principal(principal).rounds(STEPS, 5).worlds(WORLDS);
    }

    private static double welfareAfter(Society society, int rounds) {
        try (Session session = society.begin(Seed.of(4))) {
            double welfare = 0;
            for (int k = 0; k < rounds; k++) {
                welfare = session.next().getOrDefault("welfare", Double.NaN);
            }
            return welfare;
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void learner_findsTheBestDesign(PrincipalPart part) {
        Society society = society(part).build();
        double random = welfareAfter(society(Principals.random()).build(), 1);
        double learned = welfareAfter(society, 60);
        assertThat(random).as("random").isLessThan(0.5 * BEST);
        double best = switch (part.name()) {
            case "dual-rl-levels" -> 0; // its greatest quota is 1: 1 - 4 (0.25 - 0.75)² = 0
            case "dual-rl" -> NOISY;
            default -> BEST;
        };
        assertThat(learned).as(part.name()).isBetween(best - 0.12 * BEST, best + 0.02 * BEST);
    }

    @ParameterizedTest
    @MethodSource("searchers")
    void searcher_findsTheBestDesign(PrincipalPart part) {
        assertThat(welfareAfter(society(part).build(), part.name().equals("live-search") ? 62 : 3))
                .as(part.name())
                .isGreaterThan(0.97 * BEST);
    }

    /** Reform is measured from (0.9, 3): within 0.2 of it the best tax is 0.7. */
    @ParameterizedTest
    @MethodSource("all")
    void everyPrincipal_staysWithinDelta(PrincipalPart part) {
        Society society = society(part)
                .initial(Design.of(0.9, 3))
                .limit(Divergences.LINF, 0.2, DesignGame.Reference.INITIAL)
                .build();
        try (Session session = society.begin(Seed.of(5))) {
            session.watchedBy(new Witness<Pomg>() {
                @Override
                public void stepped(Pomg economy) {
                    for (int b = 0; b < WORLDS; b++) {
                        assertThat(economy.now().design().get(2 * b)).isBetween(0.7f - 1e-6f, 1f);
                        assertThat(economy.now().design().get(2 * b + 1)).isBetween(2.8f - 1e-6f, 3.2f + 1e-6f);
                    }
                }
            });
            for (int k = 0; k < 3; k++) {
                session.next();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPrincipal_resumesToTheByte(PrincipalPart part) throws IOException {
        Society society = society(part).build();
        byte[] kept;
        byte[] never;
        try (Session session = society.begin(Seed.of(6))) {
            for (int k = 0; k < 3; k++) {
                session.next();
            }
            kept = written(session);
            session.next();
            session.next();
            never = written(session);
        }
        try (Session session = society.begin(Seed.of(6))) {
            session.load(new DataInputStream(new ByteArrayInputStream(kept)));
            session.next();
            session.next();
            assertThat(written(session)).as(part.name()).isEqualTo(never);
        }
    }

    private static byte[] written(Session session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        session.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** Each entry has levels over bounds of its own, and a head of another economy is refused by one message. */
    @Test
    void levels_areOfEachEntrysOwn() {
        Levels levels = Levels.even((DesignSpace.Box) new Dials().spaces().design(), 5);
        assertThat(levels.level(0, 1)).isEqualTo(0.25);
        assertThat(levels.level(1, 1)).isEqualTo(1);
        float[] law = {0.1f, 0.2f};
        levels.apply(new int[] {4, levels.keep(1)}, 0, Reach.FULL, law, 0);
        assertThat(law).containsExactly(1, 0.2f);
        Levels others = Levels.even(DesignSpace.rates(3, "rate"), 5);
        assertThatThrownBy(() -> society(Principals.random(space -> others)).build())
                .hasMessageContaining("random")
                .hasMessageContaining("entries of the principal's head (3)")
                .hasMessageContaining("2 [tax, quota]");
        assertThatThrownBy(() -> DesignHead.levels(DesignSpace.unbounded("x"), 3))
                .hasMessageContaining("bounds of x")
                .hasMessageContaining("must be finite");
    }

    /** A network made for another view or another head is refused at construction, both sizes named. */
    @Test
    void networksOfOtherSizes_areRefused() {
        Spaces spaces = new Dials().spaces();
        Levels levels = Levels.even((DesignSpace.Box) spaces.design(), 5);
        PpoPrincipal.Settings how =
                new PpoPrincipal.Settings(Curriculum.NONE, PpoPrincipal.Reward.PERIOD_CHANGE, 1, 0, true);
        try (Crew crew = Crew.of(1)) {
            Inputs wide = Inputs.ofNumbers(5);
            Network network =
                    Layers.tanh(wide, List.of(4), Heads.of(12, 1).and(1, 1)).network(wide, Seed.of(1));
            SharedTrunk mind = SharedTrunk.of(network, levels.heads(), crew, 8, 1e-5);
            assertThatThrownBy(() ->
                            new PpoPrincipal(mind, Office.of(levels, spaces, 1), PpoSettings.defaults(), how, crew))
                    .hasMessageContaining("numbers=5")
                    .hasMessageContaining("numbers=3");
            Levels finer = Levels.even((DesignSpace.Box) spaces.design(), 7);
            assertThatThrownBy(() ->
                            new PpoPrincipal(mind, Office.of(finer, spaces, 3), PpoSettings.defaults(), how, crew))
                    .hasMessageContaining("(12 and 2)")
                    .hasMessageContaining("16 and 2");
        }
    }

    /** A world that never asks: the principal decides when a round begins, world by world. */
    private static final class Bowl implements World {
        @Override
        public Spaces spaces() {
            return Spaces.players(1)
                    .actions(1)
                    .numbers("bias")
                    .design(DesignSpace.rates(1, "rate"))
                    .build();
        }

        @Override
        public void reset(Rng rng) {}

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            rewards[0] = 1 - 4 * (design[0] - 0.8f) * (design[0] - 0.8f);
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
        }
    }

    @Test
    void economyThatNeverAsks_isDesignedWhenARoundBegins() {
        Society.Builder bowls = Society.of(Bowl::new).rounds(5, 5).worlds(WORLDS);
        double random = welfareAfter(bowls.principal(Principals.random()).build(), 1) / 5;
        double levels = welfareAfter(bowls.principal(quick(Principals.ppo(), 4)).build(), 60) / 5;
        double beta =
                welfareAfter(bowls.principal(quick(Principals.ppo().beta(), 4)).build(), 60) / 5;
        assertThat(random).isBetween(0.1, 0.8); // 1 - 4 (1/12 + 0.09) is 0.31
        assertThat(levels).isGreaterThan(0.95);
        assertThat(beta).isGreaterThan(0.9);
    }

    /** Two parameters of an objective are both seen: no number of the view is lost. */
    @Test
    void objectiveOfTwoParameters_isSeenWhole() {
        Society society = society(quick(Principals.ppo(), 1))
                .types(TypeSpace.uniform(2, "a", "b"))
                .objectives(ObjectiveFamily.continuum(values -> Welfare.utilitarian(Outcome.REWARD), "first", "second"))
                .vote(VotingMechanism.always(0.25, 0.75))
                .build();
        try (Session session = society.begin(Seed.of(1))) {
            session.next();
            PpoPrincipal principal = (PpoPrincipal) session.principal();
            assertThat(principal.mind().inputs().numbers()).isEqualTo(1 + 2 + 1);
        }
    }

    @Test
    void principals_refuseWhatTheyCannotGovern() {
        assertThatThrownBy(() -> society(Principals.ppo())
                        .principal(Principals.ppo().annealed())
                        .build())
                .hasMessageContaining("ppo")
                .hasMessageContaining("planned");
    }

    @Test
    void frozenPrincipal_isLeftAsItIs() throws IOException {
        Society society = society(quick(Principals.ppo(), 1)).build();
        try (Session session = society.begin(Seed.of(2))) {
            session.next();
            byte[] before = written(session);
            Pomg others = society.worlds(3, Seed.of(9));
            Map<String, Double> figures = session.principal().figures();
            session.ring(
                            others,
                            session.principal().frozen(),
                            session.followers().frozen(),
                            Seed.of(8))
                    .next();
            assertThat(written(session)).isEqualTo(before);
            assertThat(session.principal().figures()).isEqualTo(figures);
            others.close();
        }
    }
}
