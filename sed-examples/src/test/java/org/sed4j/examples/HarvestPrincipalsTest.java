package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Setting;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;
import org.sed4j.envs.tax.Brackets;
import org.sed4j.envs.tax.TaxCodes;
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
import org.sed4j.rl.principal.LiveSearch;
import org.sed4j.rl.principal.Principals;

/** The orchard under principals that could not govern it before: in rounds that cut its episodes, under a finite δ, resumed. */
class HarvestPrincipalsTest {
    private static final int STEPS = 100; // of episodes of 250, with tax periods of 25
    private static final int WORLDS = 2;

    private static FollowersPart players() {
        return new FollowersPart() {
            @Override
            public String name() {
                return "policy gradient";
            }

            @Override
            public boolean differentiable() {
                return true;
            }

            @Override
            public Followers<Pomg> make(Setting setting, Pomg economy, Seed seed) {
                Inputs inputs = new Inputs(
                        setting.spaces().codes(), setting.spaces().numbers().size());
                ValueRule value = ValueRule.of(StepRule.adam(1e-3), 1);
                PlayerDesign design = new PlayerDesign(
                        Layers.tanh(
                                inputs, List.of(8), Heads.of(setting.spaces().choices(), Heads.POLICY_GAIN)),
                        Optional.of(Layers.tanh(inputs, List.of(8), Heads.of(1, Heads.VALUE_GAIN))),
                        LearningRule.actorCritic(StepRule.adam(1e-3), value, 0.99, 0.95, 0.01));
                return new EpisodicFollowers(
                        (batch, slots) -> Population.shared(setting.spaces(), batch, slots, design, seed),
                        setting.worlds(),
                        setting.schedule().stepsPerRound(),
                        Exploration.none());
            }
        };
    }

    private static Stream<PrincipalPart> principals() {
        return Stream.of(
                Principals.metaGrad().hidden(8),
                Principals.ppo().hidden(8),
                Principals.ppo().continuous().hidden(8),
                Principals.mappo().hidden(8),
                Principals.dualRl().hidden(8),
                Principals.cmaEs(3),
                Principals.liveSearch(new LiveSearch.Trials(2, 1, 0)),
                Principals.stackelbergPomdp(1, 1, Principals.ppo().hidden(8)),
                TaxCodes.saez(Brackets.open(0, 5, 10), OptionalDouble.empty()),
                TaxCodes.freeMarket());
    }

    private static Society society(PrincipalPart part) {
        return Society.of(() -> new Harvest(HarvestRules.preset("laptop"), HarvestTypes.same(4, 0.5, 0.5)))
                .objectives(Welfare.mixes("apples"))
                .vote(VotingMechanism.always(0.5))
                .principal(part)
                .followers(players())
                .initial(Design.of(0.5, 0.5, 0.5))
                .limit(Divergences.L2, 0.3, DesignGame.Reference.INITIAL)
                .rounds(STEPS, 10)
                .worlds(WORLDS)
                .build();
    }

    @ParameterizedTest
    @MethodSource("principals")
    void principal_governsTheOrchard_withinDelta_andResumes(PrincipalPart part) throws IOException {
        Society society = society(part);
        byte[] kept;
        byte[] never;
        try (Session session = society.begin(Seed.of(6))) {
            session.watchedBy(new Witness<Pomg>() {
                @Override
                public void stepped(Pomg economy) {
                    for (int b = 0; b < WORLDS; b++) {
                        Design law = Design.of(
                                economy.now().design().get(3 * b),
                                economy.now().design().get(3 * b + 1),
                                economy.now().design().get(3 * b + 2));
                        assertThat(Divergences.L2.between(Design.of(0.5, 0.5, 0.5), law))
                                .isLessThanOrEqualTo(0.3 + 1e-6);
                    }
                }
            });
            session.next();
            session.next();
            kept = written(session);
            Map<String, Double> row = session.next(); // an episode ends inside it
            assertThat(row.get("apples_total")).isPositive();
            never = written(session);
        }
        try (Session session = society.begin(Seed.of(6))) {
            session.load(new DataInputStream(new ByteArrayInputStream(kept)));
            session.next();
            assertThat(written(session)).as(part.name()).isEqualTo(never);
        }
    }

    private static byte[] written(Session session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        session.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
