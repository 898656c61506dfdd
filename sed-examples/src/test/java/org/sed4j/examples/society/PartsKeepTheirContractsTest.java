package org.sed4j.examples.society;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.conformance.FollowersContract;
import org.sed4j.core.pomg.conformance.PrincipalContract;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Blueprint;
import org.sed4j.core.society.FollowersOffer;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.Offers;
import org.sed4j.core.society.PrincipalOffer;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.core.society.Setting;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.population.Populations;

/**
 * Every principal and all followers on the class path keep their contract, in the first economy of a list that they fit: what
 * {@code sed society --list} names is tried, so that a new part is covered by being listed.
 */
class PartsKeepTheirContractsTest {
    /** Small ones first; each beside how long a round is here. */
    private static final Map<String, Integer> ECONOMIES = new LinkedHashMap<>();

    static {
        ECONOMIES.put("custom-goods", 20);
        ECONOMIES.put("escape-room", 5);
        ECONOMIES.put("matrix", 4);
        ECONOMIES.put("cournot", 4);
        ECONOMIES.put("gather-trade-build", 100);
    }

    private static final int WORLDS = 4; // laws that evolve need as many
    private static final int ROUNDS = 2;

    /** Keys that make a part quick, where it has them. */
    private static final Map<String, String> QUICK = Map.of(
            "principal.trials", "3",
            "principal.trial_rounds", "1",
            "principal.settling", "0",
            "principal.adapt", "1",
            "principal.hidden", "[4]",
            "players.hidden", "[4]",
            "principal.design", "[0.5]",
            "economy.target", "player"); // whom adaptive mechanism design pays

    /** Those who learn, and not from the elected objective. */
    private static final Map<String, String> OWN_PURPOSE = Map.of("saez", "weights of 1 / income, from the formula");

    /** A society in which a part is tried. */
    private record Place(Blueprint blueprint, Config config, Society society) {
        Setting setting(Crew crew) {
            return society.setting(crew);
        }

        FollowersPart people() {
            return blueprint.followers().part(config);
        }

        PrincipalContract contract(PrincipalPart part, Crew crew) {
            Objective[] elected = {Welfare.utilitarian(Outcome.REWARD), Welfare.egalitarian(Outcome.REWARD)};
            return PrincipalContract.of(
                            blueprint.economy().worlds(config),
                            (economy, followers) -> part.make(setting(crew), economy, followers, Seed.of(4)))
                    .followers(economy -> people().make(setting(crew), economy, Seed.of(5)))
                    .types(society.game().types())
                    .objectives(elected)
                    .lasting(WORLDS, society.schedule().stepsPerRound(), ROUNDS);
        }

        FollowersContract contract(FollowersPart part, Crew crew) {
            return FollowersContract.of(
                            blueprint.economy().worlds(config),
                            economy -> part.make(setting(crew), economy, Seed.of(5)))
                    .types(society.game().types())
                    .lasting(WORLDS, society.schedule().stepsPerRound(), ROUNDS);
        }
    }

    /** The society of that part there; empty if it does not fit, and then the reason is noted. */
    private static Optional<Place> place(List<String> reasons, Blueprint blueprint, int steps, String... more) {
        ConfigReader reader = ConfigReader.of(blueprint.schema());
        List<String> all =
                new ArrayList<>(List.of("run.worlds=" + WORLDS, "run.steps_per_round=" + steps, "run.rounds=4"));
        blueprint.schema().keys().forEach(key -> {
            if (QUICK.containsKey(key.path())) {
                all.add(key.path() + "=" + QUICK.get(key.path()));
            }
        });
        all.addAll(List.of(more));
        for (String assignment : all) {
            reader = reader.set(assignment, "--set");
        }
        Config config = reader.config();
        try {
            return Optional.of(new Place(blueprint, config, blueprint.society(config)));
        } catch (IllegalArgumentException misfit) {
            assertThat(misfit).hasMessageContaining("must fit the rest of the society");
            reasons.add(misfit.getMessage());
            return Optional.empty();
        }
    }

    /** The first economy, and the first players there, with whom a part fits. */
    private static Place place(PrincipalOffer principal, List<String> with, String... more) {
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Integer> economy : ECONOMIES.entrySet()) {
            for (String followers : with) {
                Blueprint blueprint = Blueprint.named(economy.getKey(), "mean", principal.name(), followers);
                Optional<Place> place = place(reasons, blueprint, economy.getValue(), more);
                if (place.isPresent()) {
                    return place.get();
                }
            }
        }
        throw new AssertionError(principal.name() + " fits nowhere: " + reasons);
    }

    private static final List<String> PLAYERS = List.of("random", "policy-gradient");

    @TestFactory
    List<DynamicTest> everyPrincipal() {
        List<DynamicTest> tests = new ArrayList<>();
        for (PrincipalOffer offer : Offers.all(PrincipalOffer.class)) {
            List<String> heads =
                    offer.keys().stream().anyMatch(key -> key.path().equals("principal.head"))
                            ? List.of("principal.head=levels", "principal.head=continuous", "principal.head=beta")
                            : List.of("");
            for (String head : heads) {
                tests.add(DynamicTest.dynamicTest((offer.name() + " " + head).strip(), () -> {
                    Place place = head.isEmpty() ? place(offer, PLAYERS) : place(offer, PLAYERS, head);
                    check(place, offer);
                }));
            }
            if (heads.size() > 1) {
                tests.add(DynamicTest.dynamicTest(offer.name() + " over distributions", () -> {
                    Blueprint blueprint = Blueprint.named("matrix", "mean", offer.name(), "random");
                    check(
                            place(new ArrayList<>(), blueprint, 4, "principal.head=continuous")
                                    .orElseThrow(),
                            offer);
                }));
            }
        }
        return tests;
    }

    private static void check(Place place, PrincipalOffer offer) {
        try (Crew crew = Crew.of(2)) {
            PrincipalContract contract = place.contract(offer.part(place.config()), crew);
            String purpose = OWN_PURPOSE.get(offer.name());
            assertThat((purpose == null ? contract : contract.ownPurpose(purpose)).check())
                    .hasSize(9);
        }
    }

    @TestFactory
    List<DynamicTest> allFollowers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FollowersOffer offer : Offers.all(FollowersOffer.class)) {
            tests.add(DynamicTest.dynamicTest(
                    offer.name(),
                    () -> check(
                            home(offer.name()), offer.part(home(offer.name()).config()))));
        }
        tests.add(DynamicTest.dynamicTest("a user's network", () -> {
            Place home = home("random");
            check(home, Populations.network(model(home.society().spaces())));
        }));
        return tests;
    }

    private static void check(Place place, FollowersPart part) {
        try (Crew crew = Crew.of(2)) {
            assertThat(place.contract(part, crew).check()).hasSize(10);
        }
    }

    private static Place home(String followers) {
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Integer> economy : ECONOMIES.entrySet()) {
            Optional<Place> place =
                    place(reasons, Blueprint.named(economy.getKey(), "mean", "none", followers), economy.getValue());
            if (place.isPresent()) {
                return place.get();
            }
        }
        throw new AssertionError(followers + " fit nowhere: " + reasons);
    }

    private static MultiLayerNetwork model(Spaces spaces) {
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        MultiLayerNetwork model =
                new MultiLayerNetwork(Architectures.mlp(inputs, List.of(4), Activation.TANH, spaces.choices(), 1));
        model.init();
        return model;
    }
}
