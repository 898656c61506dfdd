package org.sed4j.core.society;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.PublicGoods;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;

/** Societies put together: every part has a default, parts that do not fit are named, and what is begun goes on to the bit. */
class SocietyTest {

    private static List<Map<String, Double>> rows(Session session, int rounds) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int k = 0; k < rounds; k++) {
            rows.add(session.next());
        }
        return rows;
    }

    @Test
    void everyPart_hasADefault() {
        Society society = Society.of(PublicGoods::new).build();
        try (Session session = society.begin(Seed.of(1))) {
            Map<String, Double> row = session.next();
            assertThat(row).containsKeys("round", "eta", "welfare", "law_tax_0", "reward_total");
            assertThat(row.get("eta")).isEqualTo(1);
        }
    }

    @Test
    void sameSeed_sameRows_whateverThreads_andAnotherSeedOthers() {
        Society.Builder told = Society.of(PublicGoods::new).worlds(5).rounds(7, 2);
        List<List<Map<String, Double>>> runs = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            try (Session session = told.threads(threads).build().begin(Seed.of(3))) {
                runs.add(rows(session, 4));
            }
        }
        try (Session session = told.build().begin(Seed.of(4))) {
            assertThat(runs.get(1)).isEqualTo(runs.get(0)).isNotEqualTo(rows(session, 4));
        }
    }

    @Test
    void resumed_goesOnToTheBit() throws IOException {
        Society society = Society.of(PublicGoods::new)
                .worlds(3)
                .rounds(9, 3)
                .types(TypeSpace.uniform(4, "weight")
                        .evolving((before, outcome, seed) ->
                                before.withPlayer(0, seed.rng().uniform())))
                .vote(SocietyTest::mean)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Map<String, Double>> rest;
        try (Session session = society.begin(Seed.of(7))) {
            rows(session, 2);
            session.save(new DataOutputStream(bytes));
            rest = rows(session, 4);
        }
        try (Session again = society.begin(Seed.of(7))) {
            again.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertThat(rows(again, 4)).isEqualTo(rest);
        }
    }

    private static Election mean(Vote vote) {
        double sum = 0;
        for (double weight : vote.reports().players("weight")) {
            sum += weight / vote.reports().players();
        }
        double eta = sum;
        Objective objective = vote.objectives().at(eta);
        return new Election() {
            @Override
            public Objective objective() {
                return objective;
            }

            @Override
            public double[] parameters() {
                return new double[] {eta};
            }
        };
    }

    @Test
    void typesThatChange_changeTheVote() {
        TypeSpace drifting = TypeSpace.uniform(4, "weight").evolving((before, outcome, seed) -> {
            double[][] rows = new double[before.players()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new double[] {before.player(i)[0] / 2};
            }
            return TypeMatrix.of(before.names(), before.principal(), rows);
        });
        Society society = Society.of(PublicGoods::new)
                .types(drifting)
                .vote(SocietyTest::mean)
                .build();
        try (Session session = society.begin(Seed.of(2))) {
            List<Map<String, Double>> rows = rows(session, 3);
            double eta = rows.get(0).getOrDefault("eta", Double.NaN);
            assertThat(rows.get(1).get("eta")).isEqualTo(eta / 2);
            assertThat(rows.get(2).get("eta")).isEqualTo(eta / 4);
        }
    }

    @Test
    void witnesses_seeEverything_andChangeNothing() {
        Society society = Society.of(PublicGoods::new).worlds(2).rounds(5, 2).build();
        List<String> seen = new ArrayList<>();
        Witness<Pomg> witness = new Witness<>() {
            @Override
            public void voted(Vote vote, Election election) {
                seen.add("vote");
            }

            @Override
            public void stepped(Pomg economy) {
                assertThat(economy.actions().length()).isEqualTo(2 * 4);
                seen.add("step");
            }

            @Override
            public void ended(Round round) {
                seen.add("end");
            }
        };
        try (Session alone = society.begin(Seed.of(5));
                Session watched = society.begin(Seed.of(5)).watchedBy(witness)) {
            assertThat(rows(watched, 2)).isEqualTo(rows(alone, 2));
        }
        assertThat(seen)
                .containsExactly(
                        "vote", "step", "step", "step", "step", "step", "end", "vote", "step", "step", "step", "step",
                        "step", "end");
    }

    @Test
    void partsThatDoNotFit_areNamed_beforeAnythingRuns() {
        PrincipalPart choosy = new PrincipalPart() {
            @Override
            public String name() {
                return "choosy";
            }

            @Override
            public Optional<String> objection(Setting setting) {
                return Optional.of("it needs rewards that are settled.");
            }

            @Override
            public Principal<Pomg> make(Setting setting, Pomg economy, Followers<Pomg> followers, Seed seed) {
                throw new AssertionError("it was made");
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Society.of(PublicGoods::new).principal(choosy).build())
                .withMessageContaining("principal (choosy)")
                .withMessageContaining("settled");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Society.of(PublicGoods::new)
                        .types(TypeSpace.uniform(3, "weight"))
                        .build())
                .withMessageContaining("players in the type space (3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Society.of(PublicGoods::new)
                        .objectives(Welfare.mixes("apples"))
                        .build())
                .withMessageContaining("apples");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Society.of(PublicGoods::new).initial(Design.of(2)).build())
                .withMessageContaining("tax");
    }
}
