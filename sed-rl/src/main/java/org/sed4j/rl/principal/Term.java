package org.sed4j.rl.principal;

import org.sed4j.core.game.Mandate;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.head.Reach;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.ppo.ActorCritic;
import org.sed4j.rl.ppo.Sampler;
import org.sed4j.rl.rollout.Rollout;

/** One round of governing one economy by a policy: decides where due, and remembers its decisions: lane b is world b. */
final class Term {
    private static final int FIRST_SLOTS = 8;

    private final Mandate mandate;
    private final ActorCritic mind;
    private final Office office;
    private final PpoPrincipal.Settings settings;
    private final Reach reach;
    private final Sampler sampler;
    private final Rollout rollout;
    private final Score score;
    private final byte[] codes;
    private final float[] numbers;
    private final byte[] masks;
    private final Rows rows;
    private final int[] actions;
    private final float[] logProbability;
    private final float[] value;
    private final float[] laws;
    private final float[] players;
    private final FloatTensor designs;
    private int steps;

    Term(Mandate mandate, ActorCritic mind, Office office, PpoPrincipal.Settings settings, Pomg economy, Crew crew) {
        this.mandate = mandate;
        this.office = office;
        this.settings = settings;
        this.reach = settings.curriculum().reach(mandate.round());
        office.head().requireFor(economy.spaces().design());
        int worlds = economy.batch();
        this.mind = worlds > mind.maxRows() ? mind.copy(worlds) : mind;
        this.sampler = new Sampler(this.mind, crew, worlds);
        int heads = mind.family().entries();
        int choices = mind.family().scores();
        this.rollout = new Rollout(mind.inputs(), heads, choices, worlds, FIRST_SLOTS);
        this.score = new Score(mandate.objective(), economy, settings.reward());
        this.codes = new byte[worlds * mind.inputs().codes().cells()];
        this.numbers = new float[worlds * mind.inputs().numbers()];
        this.rows = Rows.of(
                codes, mind.inputs().codes().cells(), numbers, mind.inputs().numbers());
        this.masks = new byte[worlds * choices];
        this.actions = new int[worlds * heads];
        this.logProbability = new float[worlds];
        this.value = new float[worlds];
        int entries = office.head().entries();
        this.laws = new float[worlds * entries];
        this.players = new float[office.central() ? economy.now().numbers().length() : 0];
        this.designs = FloatTensor.zeros(worlds, entries);
    }

    /** The decisions, in lanes by world. */
    Rollout rollout() {
        return rollout;
    }

    /** The mean over worlds of what the objective gained in the round. */
    double meanReturn() {
        return score.meanGain();
    }

    /** Sets a design in every world, if that is when it decides. */
    void open(Pomg economy) {
        if (office.opens()) {
            choose(economy);
            for (int b = 0; b < economy.batch(); b++) {
                remember(b);
                wish(b);
            }
            economy.enact(designs);
        }
    }

    /** Sets the design in the worlds that are due, unless the round was opened with one. */
    void decide(Pomg economy) {
        if (office.opens()) {
            return;
        }
        Tensors now = economy.now();
        choose(economy);
        for (int b = 0; b < economy.batch(); b++) {
            if (now.due().get(b) != 0) {
                settle(b, Rollout.GOES_ON);
                remember(b);
                wish(b);
            }
        }
        economy.enactWhereDue(designs);
    }

    /** Draws for every world. */
    private void choose(Pomg economy) {
        int worlds = economy.batch();
        look(economy.now(), worlds);
        sampler.choose(
                rows,
                worlds,
                masks,
                mandate.seed().named("decisions"),
                steps,
                Sampler.Manner.DRAWN,
                actions,
                logProbability,
                value);
    }

    private void look(Tensors now, int worlds) {
        int k = office.head().entries();
        int seen = now.principalNumbers().length() / worlds;
        double[] parameters = mandate.election().parameters();
        int floats = mind.inputs().numbers();
        now.principalCodes().view().get(0, codes);
        now.design().view().get(0, laws);
        if (office.central()) {
            now.numbers().view().get(0, players);
        }
        for (int b = 0; b < worlds; b++) {
            now.principalNumbers().view().get(b * seen, numbers, b * floats, seen);
            for (int j = 0; j < parameters.length; j++) {
                numbers[b * floats + seen + j] = (float) parameters[j];
            }
            int own = b * floats + seen + parameters.length;
            numbers[own] = (float) steps / mandate.steps();
            if (office.central()) {
                System.arraycopy(laws, b * k, numbers, own + 1, k);
                int each = players.length / worlds;
                System.arraycopy(players, b * each, numbers, own + 1 + k, each);
            }
            office.head().allow(laws, b * k, reach, masks, b * masks.length / worlds);
        }
    }

    /** Pays the last decision of a world with what the objective gained since. */
    private void settle(int world, byte ending) {
        int last = rollout.length(world) - 1;
        double gained = score.gainSinceLast(world);
        if (last >= 0) {
            rollout.reward(last)[world] = (float) (settings.rewardScale() * gained);
            rollout.ending(last)[world] = ending;
        }
    }

    private void remember(int b) {
        int slot = rollout.append(b);
        copy(codes, rollout.codes(slot), b);
        copy(masks, rollout.masks(slot), b);
        int floats = mind.inputs().numbers();
        System.arraycopy(numbers, b * floats, rollout.numbers(slot), b * floats, floats);
        int heads = mind.family().entries();
        System.arraycopy(actions, b * heads, rollout.actions(slot), b * heads, heads);
        rollout.logProbability(slot)[b] = logProbability[b];
        rollout.value(slot)[b] = value[b];
    }

    private void copy(byte[] from, byte[] to, int world) {
        int width = from.length / rollout.lanes();
        System.arraycopy(from, world * width, to, world * width, width);
    }

    private void wish(int b) {
        int k = office.head().entries();
        office.head().apply(actions, b * mind.family().entries(), reach, laws, b * k);
        for (int j = 0; j < k; j++) {
            designs.set(b * k + j, laws[b * k + j]);
        }
    }

    /** Counts the step just taken. */
    void stepped(Pomg economy) {
        score.add(economy.now());
        steps++;
    }

    /** Ends the round: pays the last decisions. */
    void close() {
        for (int b = 0; b < rollout.lanes(); b++) {
            settle(b, Rollout.TERMINATED);
        }
    }
}
