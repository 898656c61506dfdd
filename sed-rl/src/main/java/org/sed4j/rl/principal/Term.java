package org.sed4j.rl.principal;

import org.sed4j.core.game.Mandate;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Crew;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.ppo.ActorCritic;
import org.sed4j.rl.ppo.Sampler;
import org.sed4j.rl.rollout.Rollout;

/** One round of governing one economy by a policy: decides where due, and remembers its decisions: lane b is world b. */
final class Term {
    private static final int FIRST_SLOTS = 8;

    private final Mandate mandate;
    private final ActorCritic mind;
    private final Levels levels;
    private final Terms terms;
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
    private final FloatTensor designs;
    private int steps;

    Term(Mandate mandate, ActorCritic mind, Levels levels, Terms terms, Pomg economy, Crew crew) {
        this.mandate = mandate;
        this.levels = levels;
        this.terms = terms;
        int worlds = economy.batch();
        this.mind = worlds > mind.maxRows() ? mind.copy(worlds) : mind;
        this.sampler = new Sampler(this.mind, crew, worlds);
        int heads = levels.entries();
        int choices = heads * (levels.keep() + 1);
        this.rollout = new Rollout(mind.inputs(), heads, choices, worlds, FIRST_SLOTS);
        this.score = new Score(mandate.objective(), economy, terms.reward());
        this.codes = new byte[worlds * mind.inputs().codes().cells()];
        this.numbers = new float[worlds * mind.inputs().numbers()];
        this.rows = Rows.of(
                codes, mind.inputs().codes().cells(), numbers, mind.inputs().numbers());
        this.masks = new byte[worlds * choices];
        this.actions = new int[worlds * heads];
        this.logProbability = new float[worlds];
        this.value = new float[worlds];
        this.designs = FloatTensor.zeros(worlds, heads);
    }

    /** The decisions, in lanes by world. */
    Rollout rollout() {
        return rollout;
    }

    /** The mean over worlds of what the objective gained in the round. */
    double meanReturn() {
        return score.meanGain();
    }

    /** Sets the design in the worlds that are due. */
    void decide(Pomg economy) {
        Tensors now = economy.now();
        int worlds = economy.batch();
        look(now, worlds);
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
        for (int b = 0; b < worlds; b++) {
            if (now.due().get(b) != 0) {
                settle(b, Rollout.GOES_ON);
                remember(b);
                wish(now, b);
            }
        }
        economy.enactWhereDue(designs);
    }

    private void look(Tensors now, int worlds) {
        int k = levels.entries();
        int seen = now.principalNumbers().length() / worlds;
        double[] parameters = mandate.election().parameters();
        int floats = mind.inputs().numbers();
        float[] inForce = new float[k];
        now.principalCodes().view().get(0, codes);
        for (int b = 0; b < worlds; b++) {
            now.principalNumbers().view().get(b * seen, numbers, b * floats, seen);
            for (int j = 0; j < parameters.length; j++) {
                numbers[b * floats + seen + j] = (float) parameters[j];
            }
            numbers[(b + 1) * floats - 1] = (float) steps / mandate.steps();
            now.design().view().get(b * k, inForce, 0, k);
            levels.allow(inForce, terms.cap(), masks, b * masks.length / worlds);
        }
    }

    /** Pays the last decision of a world with what the objective gained since. */
    private void settle(int world, byte ending) {
        int last = rollout.length(world) - 1;
        double gained = score.gainSinceLast(world);
        if (last >= 0) {
            rollout.reward(last)[world] = (float) (terms.rewardScale() * gained);
            rollout.ending(last)[world] = ending;
        }
    }

    private void remember(int b) {
        int slot = rollout.append(b);
        copy(codes, rollout.codes(slot), b);
        copy(masks, rollout.masks(slot), b);
        int floats = mind.inputs().numbers();
        System.arraycopy(numbers, b * floats, rollout.numbers(slot), b * floats, floats);
        int heads = levels.entries();
        System.arraycopy(actions, b * heads, rollout.actions(slot), b * heads, heads);
        rollout.logProbability(slot)[b] = logProbability[b];
        rollout.value(slot)[b] = value[b];
    }

    private void copy(byte[] from, byte[] to, int world) {
        int width = from.length / rollout.lanes();
        System.arraycopy(from, world * width, to, world * width, width);
    }

    private void wish(Tensors now, int b) {
        int k = levels.entries();
        for (int j = 0; j < k; j++) {
            int choice = actions[b * k + j];
            float level = levels.apply(choice, now.design().get(b * k + j));
            designs.set(b * k + j, choice == levels.keep() ? level : (float) (terms.scale() * level));
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
