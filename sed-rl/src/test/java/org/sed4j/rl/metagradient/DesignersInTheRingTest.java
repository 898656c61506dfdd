package org.sed4j.rl.metagradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Setting;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.baseline.Amd;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Layers;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.LearningRule;
import org.sed4j.rl.policygradient.PlayerDesign;
import org.sed4j.rl.policygradient.Population;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;
import org.sed4j.rl.principal.Principals;

/** Designers who look into how players learn, in a society whose rounds cut episodes and whose best design is known. */
class DesignersInTheRingTest {
    private static final int STEPS = 10;
    private static final int WORLDS = 8;
    private static final double ALL_GO = 2 * STEPS;

    private static FollowersPart players() {
        return new FollowersPart() {
            @Override
            public String name() {
                return "differentiable";
            }

            @Override
            public boolean differentiable() {
                return true;
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                Inputs inputs = new Inputs(
                        setting.spaces().codes(), setting.spaces().numbers().size());
                PlayerDesign design = new PlayerDesign(
                        Layers.tanh(inputs, List.of(4), Heads.of(2, Heads.POLICY_GAIN)),
                        Optional.of(Layers.tanh(inputs, List.of(4), Heads.of(1, Heads.VALUE_GAIN))),
                        LearningRule.actorCritic(
                                StepRule.plain(0.3), ValueRule.of(StepRule.adam(0.05), 1), 0.5, 0.9, 0));
                return new EpisodicFollowers(
                        (batch, slots) -> Population.independent(setting.spaces(), batch, slots, design, seed),
                        setting.worlds(),
                        setting.schedule().stepsPerRound(),
                        new Exploration(0.1, 0.1, 1));
            }
        };
    }

    private static PrincipalPart metaGrad() {
        MetaGradRule rule =
                MetaGradRule.of(StepRule.adam(0.05), 0.5).valuing(ValueRule.of(StepRule.adam(0.05), 1), 0.9);
        return Principals.metaGrad().hidden(8).rule(rule).stateNumbers(1).rewardScale(1);
    }

    private static Stream<PrincipalPart> designers() {
        return Stream.of(metaGrad(), Principals.amd(new Amd.Rule(StepRule.adam(0.01), 0.3, 1e-3, 10)));
    }

    private static Society.Builder society(PrincipalPart principal) {
        return Society.of(Errands::new)
                .objectives(ObjectiveFamily.of(Welfare.utilitarian("good")))
                .vote(VotingMechanism.always(0))
                .principal(principal)
                .followers(players())
                .rounds(STEPS, 1000)
                .worlds(WORLDS);
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

    /** Left alone with no pay nobody goes: -20 but for exploration. */
    @Test
    void leftAlone_nobodyGoes() {
        assertThat(welfareAfter(
                        society(PrincipalPart.of("idle", org.sed4j.core.game.Principal.idle()))
                                .build(),
                        150))
                .isLessThan(-0.7 * ALL_GO);
    }

    @ParameterizedTest
    @MethodSource("designers")
    void designer_sendsEverybody(PrincipalPart part) {
        assertThat(welfareAfter(society(part).build(), 150)).as(part.name()).isGreaterThan(0.7 * ALL_GO);
    }

    /** Within 0.2 of paying 0.2, nobody can be paid 0.5 more for going than for staying. */
    @ParameterizedTest
    @MethodSource("designers")
    void delta_isKept_andForbidsWhatItMust(PrincipalPart part) {
        Society society = society(part)
                .initial(Design.of(0.2, 0.2))
                .limit(Divergences.LINF, 0.2, DesignGame.Reference.INITIAL)
                .build();
        try (Session session = society.begin(Seed.of(4))) {
            double welfare = 0;
            for (int k = 0; k < 100; k++) {
                welfare = session.next().getOrDefault("welfare", Double.NaN);
                assertThat(session.economy().law().get(0)).isBetween(-1e-6, 0.4 + 1e-6);
            }
            assertThat(welfare).as(part.name()).isLessThan(0);
        }
    }

    @ParameterizedTest
    @MethodSource("designers")
    void designer_resumesToTheByte(PrincipalPart part) throws IOException {
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

    @Test
    void designers_refuseFollowersThatTheyCannotLookInto() {
        assertThatThrownBy(() -> Society.of(Errands::new).principal(metaGrad()).build())
                .hasMessageContaining("followers (random)")
                .hasMessageContaining("principal (metagrad)")
                .hasMessageContaining("policy-gradient");
    }

    /** Frozen designers, tested elsewhere, leave those who learn as they are, and do not follow what these learn later. */
    @ParameterizedTest
    @MethodSource("designers")
    void frozen_standsStill(PrincipalPart part) throws IOException {
        Society society = society(part).build();
        try (Session session = society.begin(Seed.of(6));
                Pomg others = society.worlds(3, Seed.of(9));
                Pomg again = society.worlds(3, Seed.of(9))) {
            session.next();
            session.next();
            var frozen = session.principal().frozen();
            var players = session.followers().frozen();
            byte[] before = written(session);
            Design first = session.ring(others, frozen, players, Seed.of(8))
                    .next()
                    .outcome()
                    .meanDesign();
            assertThat(written(session)).isEqualTo(before);
            session.next();
            session.next();
            Design later = session.ring(again, frozen, players, Seed.of(8))
                    .next()
                    .outcome()
                    .meanDesign();
            assertThat(later).isEqualTo(first);
        }
    }
}
