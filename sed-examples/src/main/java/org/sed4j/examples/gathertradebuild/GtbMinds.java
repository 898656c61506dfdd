package org.sed4j.examples.gathertradebuild;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.LateOffice;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.tax.Phasing;
import org.sed4j.envs.tax.SaezCode;
import org.sed4j.envs.tax.TaxCode;
import org.sed4j.envs.tax.TaxSchedule;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.policygradient.EpisodicFollowers;
import org.sed4j.rl.ppo.PpoFollowers;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.ppo.SharedTrunk;
import org.sed4j.rl.principal.Curriculum;
import org.sed4j.rl.principal.LiveSearch;
import org.sed4j.rl.principal.Office;
import org.sed4j.rl.principal.PpoPrincipal;

/** Who lives in the economy and who sets its rates, as configured. */
final class GtbMinds {
    /** Rates 0, 0.05, ..., 1: the released code's. */
    private static final int LEVELS = 21;

    private static final double ADAM_EPSILON = 1e-5;
    private static final double GRADIENT_NORM = 10; // the released code's

    private final Config config;
    private final Crew crew;
    private final Spaces spaces;
    private final int rounds;

    GtbMinds(Config config, Crew crew, Spaces spaces) {
        this.config = config;
        this.crew = crew;
        this.spaces = spaces;
        this.rounds = config.integer("run.rounds");
    }

    /** Whether players learn from whole episodes by an update that can be differentiated. */
    private boolean differentiable() {
        return config.text("tax.method").equals("metagrad") || config.flag("players.whole_episodes");
    }

    Followers<Pomg> followers(Seed seed) {
        if (differentiable()) {
            EpisodicFollowers learners = new Differentiable(config, spaces).followers(seed);
            learners.population().shareWith(crew);
            return learners;
        }
        Inputs inputs = new Inputs(spaces.codes(), spaces.numbers().size());
        int lanes = config.integer("run.worlds") * spaces.players();
        SharedTrunk mind = mind("players", inputs, spaces.actions(), lanes, seed);
        return new PpoFollowers(
                mind, settings("players"), new PpoFollowers.Habits(config.integer("world.steps"), rounds, false), crew);
    }

    /** Who sets rates for those followers in that economy. */
    Principal<Pomg> principal(Pomg economy, Followers<Pomg> followers, Seed seed) {
        int free = share("tax.free");
        Curriculum curriculum =
                new Curriculum(free, share("tax.ramp"), config.number("tax.ramp_start"), Curriculum.Ramp.BOUND);
        Phasing phasing = new Phasing(config.number("tax.ramp_start"), share("tax.ramp"));
        Design none = Design.of(new double[spaces.design().dimension()]);
        return switch (config.text("tax.method")) {
            case "us-federal" -> new LateOffice<>(free, new TaxCode<>(TaxSchedule.US_FEDERAL, phasing));
            case "fixed" -> new LateOffice<>(free, new TaxCode<>(given(), phasing));
            case "saez" -> new LateOffice<>(free, SaezCode.of(WorldKeys.brackets(config), phasing, elasticity()));
            case "dual-rl" -> learned(curriculum, seed);
            case "metagrad" ->
                new LateOffice<>(
                        free, new Differentiable(config, spaces).planner(economy, (EpisodicFollowers) followers, seed));
            case "cma-es" -> new LateOffice<>(free, new LiveSearch(trials(), middle(), seed));
            default -> Principal.fixed(none);
        };
    }

    private TaxSchedule given() {
        return TaxSchedule.of(WorldKeys.brackets(config), config.numbers("tax.rates"));
    }

    /** Each schedule is in force equally long; the first half of that time players have to settle. */
    private LiveSearch.Trials trials() {
        int count = config.integer("tax.search_trials");
        int each = Math.max(1, (rounds - share("tax.free")) / count);
        return new LiveSearch.Trials(count, each, each / 2);
    }

    /** Every rate one half: from the edge of Φ a search of ξ hardly moves. */
    private Design middle() {
        double[] rates = new double[spaces.design().dimension()];
        Arrays.fill(rates, 0.5);
        return Design.of(rates);
    }

    private OptionalDouble elasticity() {
        double given = config.number("tax.elasticity");
        return given < 0 ? OptionalDouble.empty() : OptionalDouble.of(given);
    }

    private int share(String path) {
        return (int) Math.round(config.number(path) * rounds);
    }

    private PpoPrincipal learned(Curriculum curriculum, Seed seed) {
        Levels levels = Levels.even((DesignSpace.Box) spaces.design(), LEVELS);
        Office office = Office.of(levels, spaces, 1);
        SharedTrunk mind = mind("principal", office.inputs(), levels.heads(), config.integer("run.worlds"), seed);
        PpoPrincipal.Settings how =
                new PpoPrincipal.Settings(curriculum, PpoPrincipal.Reward.PERIOD_CHANGE, 0.1, rounds, true);
        return new PpoPrincipal(mind, office, settings("principal"), how, crew);
    }

    private SharedTrunk mind(String whose, Inputs inputs, List<Integer> heads, int lanes, Seed seed) {
        int scores = heads.stream().mapToInt(Integer::intValue).sum();
        Heads outputs = Heads.of(scores, Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);
        List<Integer> hidden =
                Arrays.stream(config.integers(whose + ".hidden")).boxed().toList();
        Network network = Network.of(Architectures.mlp(inputs, hidden, Activation.TANH, outputs), inputs, seed);
        int rows = Math.max(lanes, 2 * config.integer(whose + ".minibatch"));
        return SharedTrunk.of(network, heads, crew, rows, ADAM_EPSILON);
    }

    private PpoSettings settings(String section) {
        String in = section + ".";
        return new PpoSettings(
                config.number(in + "learning_rate"),
                ADAM_EPSILON,
                config.number(in + "discount"),
                config.number(in + "gae_lambda"),
                config.number(in + "clip"),
                false,
                config.number(in + "entropy_weight"),
                0.5,
                GRADIENT_NORM,
                config.integer(in + "epochs"),
                config.integer(in + "minibatch"),
                true,
                Double.POSITIVE_INFINITY);
    }
}
