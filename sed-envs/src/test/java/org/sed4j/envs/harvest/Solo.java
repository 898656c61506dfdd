package org.sed4j.envs.harvest;

import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;

/** One Harvest world played by hand: seats the generator as the engine does, and settles rewards from the ledger. */
final class Solo {
    final HarvestRules rules;
    final Harvest world;
    final float[] rewards;
    final float[] design;
    private final Rng rng = new Rng();
    private final Rng players = new Rng();
    private final long key;
    private long counter;

    Solo(HarvestRules rules, TypeMatrix types, long key) {
        this.rules = rules;
        this.world = new Harvest(rules, types);
        this.rewards = new float[rules.players()];
        this.design = new float[rules.taxation().brackets().count()];
        this.key = Rng.mix(key);
        players.seat(Rng.mix(key + 1), 0);
        reset();
    }

    /** Selfish players who trust the principal: rewards are income. */
    static Solo of(HarvestRules rules, long key) {
        return new Solo(rules, HarvestTypes.same(rules.players(), 1, 1), key);
    }

    void reset() {
        rng.seat(key, counter++);
        world.reset(rng);
    }

    /** Plays a joint action; players that are left out do nothing. */
    Solo step(int... actions) {
        int[] joint = new int[rules.players()];
        System.arraycopy(actions, 0, joint, 0, actions.length);
        rng.seat(key, counter++);
        world.step(joint, design, rng, rewards);
        world.rewards(world.ledger(), design, rewards);
        return this;
    }

    /** Plays at random; what was played. */
    int[] stepAtRandom() {
        int[] joint = new int[rules.players()];
        for (int i = 0; i < joint.length; i++) {
            joint[i] = players.below(rules.actions());
        }
        step(joint);
        return joint;
    }

    Avatars avatars() {
        return world.commons().avatars();
    }

    Orchard orchard() {
        return world.commons().orchard();
    }

    /** Lifts a player and puts it elsewhere, without letting it eat. */
    Solo put(int i, int row, int column, int heading) {
        world.commons().remove(i);
        avatars().place(i, row * rules.map().columns() + column, heading);
        world.commons().paintAvatar(i);
        return this;
    }

    byte[] codes(int player) {
        return view(player).codes;
    }

    View view(int player) {
        View view = new View(
                world.spaces().codes().cells(), world.spaces().numbers().size());
        world.observe(player, design, view);
        return view;
    }

    View consult() {
        View view = new View(
                world.spaces().principalCodes().cells(),
                world.spaces().principalNumbers().size());
        world.consult(new int[rules.players()], design, view);
        return view;
    }

    /** A measure of the last step, by player. */
    double[] measured(String name) {
        int kinds = world.spaces().measures().size();
        float[] all = new float[rules.players() * kinds];
        world.measure(all);
        double[] one = new double[rules.players()];
        for (int i = 0; i < one.length; i++) {
            one[i] = all[i * kinds + world.spaces().measures().indexOf(name)];
        }
        return one;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double sumOfRewards() {
        double sum = 0;
        for (float reward : rewards) {
            sum += reward;
        }
        return sum;
    }

    /** What the principal sees, one character a cell. */
    String picture() {
        byte[] codes = consult().codes;
        StringBuilder text = new StringBuilder();
        for (int q = 0; q < codes.length; q++) {
            text.append(HarvestCode.of(codes[q]).symbol());
            if ((q + 1) % rules.map().columns() == 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
