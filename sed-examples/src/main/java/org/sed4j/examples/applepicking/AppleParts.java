package org.sed4j.examples.applepicking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Principal;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.society.FollowersPart;
import org.sed4j.core.society.PrincipalPart;
import org.sed4j.rl.head.DesignHead;
import org.sed4j.rl.head.Levels;
import org.sed4j.rl.network.LayerMaker;
import org.sed4j.rl.population.Populations;
import org.sed4j.rl.ppo.PpoKeys;
import org.sed4j.rl.ppo.PpoSettings;
import org.sed4j.rl.principal.Curriculum;
import org.sed4j.rl.principal.PpoPart;
import org.sed4j.rl.principal.PpoPrincipal;
import org.sed4j.rl.principal.Principals;
import org.sed4j.rl.principal.RandomPrincipal;

/** Who governs and who lives in the orchard, as configured. */
final class AppleParts {
    private final Config config;

    AppleParts(Config config) {
        this.config = config;
    }

    FollowersPart followers() {
        if (config.text("players.kind").equals("random")) {
            return FollowersPart.of("random", new RandomFollowers());
        }
        org.sed4j.rl.population.PpoPart part = Populations.ppo()
                .network(layers("player"))
                .horizon(config.integer("players.horizon"))
                .settings(settings("players"));
        part = config.flag("players.anneal_learning_rate") ? part : part.steady();
        return config.text("players.reward").equals("common") ? part.commonRewards() : part;
    }

    PrincipalPart principal() {
        return switch (config.text("principal.kind")) {
            case "fixed" -> PrincipalPart.of("fixed", Principal.fixed(Design.of(config.numbers("tax.initial_rates"))));
            case "random" -> Principals.random(this::levels);
            default -> learned();
        };
    }

    /** Rates at random, in that economy. */
    Principal<Pomg> random(Spaces spaces) {
        return new RandomPrincipal(levels(spaces.design()));
    }

    private DesignHead levels(DesignSpace space) {
        return Levels.even((DesignSpace.Box) space, config.integer("principal.levels"), config.flag("principal.keep"));
    }

    private PpoPart learned() {
        PpoPrincipal.Reward reward = config.text("principal.reward").equals("step_change")
                ? PpoPrincipal.Reward.STEP_CHANGE
                : PpoPrincipal.Reward.PERIOD_CHANGE;
        PpoPart part = Principals.ppo()
                .head(this::levels)
                .network(layers("principal"))
                .settings(settings("principal"))
                .curriculum(curriculum())
                .reward(reward, config.number("principal.reward_scale"));
        part = config.flag("principal.anneal_learning_rate") ? part.annealed() : part;
        return config.flag("principal.learns") ? part : part.unlearning();
    }

    /** The two phases: without tax, then with a ramp. */
    private Curriculum curriculum() {
        double rounds = config.whole("run.rounds");
        int free = (int) Math.round(config.number("tax.free") * rounds);
        int ramp = (int) Math.round(config.number("tax.ramp") * rounds);
        double start = config.number("tax.ramp_start");
        return switch (config.text("tax.annealing")) {
            case "none" -> new Curriculum(free, 0, 1, Curriculum.Ramp.BOUND);
            case "transfer" -> new Curriculum(free, ramp, start, Curriculum.Ramp.SCALE);
            default -> new Curriculum(free, ramp, start, Curriculum.Ramp.BOUND);
        };
    }

    private LayerMaker layers(String whose) {
        List<Integer> hidden = Arrays.stream(config.integers("networks." + whose + "_hidden"))
                .boxed()
                .toList();
        int filters = IntStream.of(config.integers("networks." + whose + "_filters"))
                .findFirst()
                .orElse(0);
        return LayerMaker.seeing(
                filters, config.integer("networks.kernel"), hidden, config.text("networks.activation"));
    }

    private PpoSettings settings(String section) {
        return PpoKeys.over(PpoSettings.defaults(), section, config);
    }
}
