package org.sed4j.envs.gtb;

import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;

/** One world played directly by random actions, under rates of its own. */
final class Play {
    final GatherTradeBuild world;
    final Census census;
    final int[] actions;
    final byte[][] masks;
    final float[] rates;
    final float[] rewards;
    final View view;
    private final Rng chance = new Rng();
    private final Rng choices = new Rng();
    private final long seed;
    private long tick;

    Play(GtbRules rules, long seed) {
        this.seed = seed;
        this.world = GatherTradeBuild.maker(rules).get();
        this.census = world.census();
        int n = rules.players();
        this.actions = new int[n];
        this.masks = new byte[n][world.spaces().choices()];
        this.rates = new float[rules.brackets().count()];
        this.rewards = new float[n];
        this.view = new View(
                world.spaces().codes().cells(), world.spaces().numbers().size());
        choices.seat(Rng.mix(seed), 1);
        reset();
    }

    void reset() {
        chance.seat(seed, tick++);
        world.reset(chance);
        look();
    }

    private void look() {
        for (int i = 0; i < masks.length; i++) {
            world.allowed(i, rates, masks[i]);
        }
    }

    /** Sets random rates on a fresh grid of twentieths. */
    void drawRates() {
        for (int b = 0; b < rates.length; b++) {
            rates[b] = choices.below(21) / 20f;
        }
    }

    /** Draws an action for everybody: from the masks, or from all. */
    void choose(boolean masked) {
        for (int i = 0; i < actions.length; i++) {
            do {
                actions[i] = choices.below(masks[i].length);
            } while (masked && masks[i][actions[i]] == 0);
        }
    }

    void step() {
        chance.seat(seed, tick++);
        world.step(actions, rates, chance, rewards);
        world.rewards(world.ledger(), rates, rewards);
        look();
    }

    /** What player i sees now. */
    View see(int i) {
        world.observe(i, rates, view);
        return view;
    }
}
