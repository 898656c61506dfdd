package org.sed4j.examples.society;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Appraisal;
import org.sed4j.core.society.Blueprint;
import org.sed4j.core.society.EconomyOffer;
import org.sed4j.core.society.FollowersOffer;
import org.sed4j.core.society.Offers;
import org.sed4j.core.society.PrincipalOffer;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;

/**
 * Every economy with every principal that fits it, followers that fit both and a vote of each kind in turn: three short rounds
 * each; with {@code -Dsed4j.matrix=all} every followers that fit. The law is carried, Φ̂ is kept under a finite δ inside rounds too, and it is resumed to the bit. In every fifth an appraisal leaves the session unchanged, and two threads give the same rows; in every
 * twenty-fifth so does native code, where there is a compiler.
 */
class MatrixTest {
    private static final List<String> VOTES = List.of("mean", "median", "borda", "schulze", "maximal-lotteries", "cc");
    private static final int ROUNDS = 3;
    private static final double DELTA = 0.3;

    /** Shorter than what an economy suggests, so that the matrix is quick; players who learn from whole episodes keep theirs. */
    private static final Map<String, String> STEPS = Map.of("harvest", "50", "cleanup", "20");

    private static final boolean ALL = "all".equals(System.getProperty("sed4j.matrix"));
    private static final int THOROUGH = 5;
    private static final int ON_NATIVE = 25;

    @TestFactory
    List<DynamicTest> everyPairThatFits_turns() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, String> misfits = new LinkedHashMap<>();
        int fitting = 0;
        int pair = 0;
        for (EconomyOffer economy : Offers.all(EconomyOffer.class)) {
            for (PrincipalOffer principal : Offers.all(PrincipalOffer.class)) {
                List<Blueprint> turning = new ArrayList<>();
                for (FollowersOffer followers : Offers.all(FollowersOffer.class)) {
                    String vote = VOTES.get(fitting % VOTES.size());
                    Blueprint blueprint = new Blueprint(economy, vote, principal, followers);
                    String objection = objection(blueprint);
                    if (objection.isEmpty()) {
                        fitting++;
                        turning.add(blueprint);
                    } else {
                        misfits.put(name(blueprint), objection);
                    }
                }
                if (!ALL && !turning.isEmpty()) {
                    turning = List.of(turning.get(pair % turning.size()));
                }
                pair++;
                for (Blueprint blueprint : turning) {
                    int place = tests.size();
                    tests.add(DynamicTest.dynamicTest(name(blueprint), () -> turns(blueprint, place)));
                }
            }
        }
        int fit = fitting;
        int turned = tests.size();
        System.out.println("Societies that fit: " + fit + ", of which " + turned
                + " are turned. Combinations that do not fit: " + misfits.size());
        misfits.values().stream().distinct().forEach(why -> System.out.println("  " + why));
        tests.add(DynamicTest.dynamicTest(
                "every misfit says which part and why",
                () -> assertThat(misfits.values()).allMatch(why -> why.contains("must fit the rest of the society"))));
        tests.add(DynamicTest.dynamicTest(
                "most combinations fit", () -> assertThat(fit).isGreaterThan(misfits.size())));
        return tests;
    }

    private static String name(Blueprint blueprint) {
        return blueprint.economy().name() + " x " + blueprint.rule() + " x "
                + blueprint.principal().name() + " x " + blueprint.followers().name();
    }

    private static Config config(Blueprint blueprint, String... more) {
        ConfigReader reader = ConfigReader.of(blueprint.schema());
        List<String> all = new ArrayList<>(List.of(
                "run.rounds=" + ROUNDS,
                "run.worlds=2",
                "design.delta=" + DELTA,
                "design.divergence=linf",
                "types.drift=0.05",
                "run.rounds_per_episode=2"));
        blueprint.schema().keys().forEach(key -> {
            switch (key.path()) {
                case "principal.trials" -> all.add("principal.trials=3");
                case "principal.trial_rounds" -> all.add("principal.trial_rounds=1");
                case "principal.settling" -> all.add("principal.settling=0");
                case "principal.adapt" -> all.add("principal.adapt=1");
                case "principal.hidden" -> all.add("principal.hidden=[8]");
                case "players.hidden" -> all.add("players.hidden=[8]");
                case "principal.design" -> all.add("principal.design=[0.5]");
                default -> {}
            }
        });
        if (STEPS.containsKey(blueprint.economy().name())) {
            all.add("run.steps_per_round=" + STEPS.get(blueprint.economy().name()));
        }
        all.addAll(List.of(more));
        for (String assignment : all) {
            reader = reader.set(assignment, "--set");
        }
        return reader.config();
    }

    private static String objection(Blueprint blueprint) {
        try {
            blueprint.society(config(blueprint));
            return "";
        } catch (IllegalArgumentException misfit) {
            return String.valueOf(misfit.getMessage());
        }
    }

    private static void turns(Blueprint blueprint, int place) throws IOException {
        Society society = blueprint.society(config(blueprint));
        List<Map<String, Double>> rows = new ArrayList<>();
        byte[] half = {};
        byte[] end;
        try (Session session =
                society.begin(Seed.of(11)).watchedBy(new Guard(society.game().initial()))) {
            for (int k = 0; k < ROUNDS; k++) {
                if (k == 1) {
                    half = bytes(session);
                }
                rows.add(session.next());
            }
            end = bytes(session);
            if (place % THOROUGH == 0) {
                Appraisal.of(session, 0);
                assertThat(bytes(session))
                        .as("the session after it was appraised")
                        .isEqualTo(end);
            }
        }
        try (Session resumed = society.begin(Seed.of(11))) {
            resumed.load(new DataInputStream(new ByteArrayInputStream(half)));
            assertThat(List.of(resumed.next(), resumed.next())).as("resumed").isEqualTo(rows.subList(1, ROUNDS));
        }
        if (place % THOROUGH == 0) {
            same(blueprint, rows, "run.threads=2");
        }
        if (place % ON_NATIVE == 0) {
            same(blueprint, rows, "run.backend=auto");
        }
    }

    private static void same(Blueprint blueprint, List<Map<String, Double>> rows, String otherwise) {
        try (Session session = blueprint.society(config(blueprint, otherwise)).begin(Seed.of(11))) {
            for (int k = 0; k < ROUNDS; k++) {
                assertThat(session.next()).as(otherwise + ", round " + k).isEqualTo(rows.get(k));
            }
        }
    }

    private static byte[] bytes(Checkpointed state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** Holds the law of each world to the ball around what was in force when the round began, and to being carried over. */
    private static final class Guard implements Witness<Pomg> {
        private final Design initial;
        private final List<Design> centres = new ArrayList<>();
        private final List<Design> ends = new ArrayList<>();

        Guard(Design initial) {
            this.initial = initial;
        }

        @Override
        public void begun(Mandate mandate, Pomg economy) {
            boolean fresh = mandate.round() % 2 == 0;
            centres.clear();
            for (int b = 0; b < economy.worlds(); b++) {
                centres.add(fresh ? initial : ends.get(b));
                near(economy, b);
            }
        }

        @Override
        public void stepped(Pomg economy) {
            ends.clear();
            for (int b = 0; b < economy.worlds(); b++) {
                near(economy, b);
                ends.add(economy.law(b));
            }
        }

        private void near(Pomg economy, int b) {
            assertThat(Divergences.LINF.between(centres.get(b), economy.law(b)))
                    .as("reform of world " + b)
                    .isLessThanOrEqualTo(DELTA + 1e-6);
        }
    }
}
