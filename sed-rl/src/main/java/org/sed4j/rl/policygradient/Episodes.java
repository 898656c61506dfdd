package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Loop;
import org.sed4j.core.pomg.Players;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;

/**
 * Plays an economy episode by episode with a population, and records what the learners and the principal need.
 *
 * <p>An episode begins with every world at the start and ends when each has ended once.
 */
public final class Episodes implements Checkpointed {
    private final Pomg economy;
    private final Population population;
    private final Seed seed;
    private final Recorder recorder;
    private final IntTensor actions;
    private final ByteTensor everywhere;
    private long step;
    private boolean fresh;

    /**
     * @param economy with as many worlds as the population plays in; already reset
     * @param seed where actions are drawn from
     */
    public Episodes(Pomg economy, Population population, Seed seed) {
        Require.that(
                economy.batch() == population.batch(),
                "worlds of the economy",
                economy.batch(),
                "must be " + population.batch() + " as the population was made for",
                "batch and population were configured apart");
        this.economy = economy;
        this.population = population;
        this.seed = seed;
        this.actions = IntTensor.zeros(
                economy.batch(),
                (long) economy.spaces().players() * economy.spaces().heads());
        this.everywhere = ByteTensor.zeros(economy.batch());
        this.recorder = new Recorder();
        for (int b = 0; b < economy.batch(); b++) {
            everywhere.set(b, (byte) 1);
        }
        this.fresh = true;
    }

    /** The economy. */
    public Pomg economy() {
        return economy;
    }

    /**
     * Plays one episode.
     *
     * @param exploration ε of the players' policies, in [0, 1]
     * @param into overwritten
     * @return what each player got until the last world had ended
     */
    public Outcome play(Government<? super Pomg> government, double exploration, Trajectory into) {
        Require.within(exploration, 0, 1, "exploration");
        if (!fresh) {
            economy.reset(everywhere);
        }
        into.open(exploration);
        recorder.into = into;
        Outcome outcome = Loop.play(economy, recorder, watched(government, into), Integer.MAX_VALUE, into::closed);
        fresh = economy.batch() == 1; // of several worlds, those that ended early have gone on
        return outcome;
    }

    /**
     * Plays so many steps, a window of however many episodes, and tallies what each player got. Worlds that end go on anew; where
     * the window cuts an episode, values stand for what would have followed.
     *
     * @param exploration ε of the players' policies, in [0, 1]
     * @param into overwritten
     * @throws IllegalArgumentException if an episode is cut and players have no value function to stand for its rest
     */
    public Outcome live(Government<? super Pomg> government, double exploration, int steps, Trajectory into) {
        Require.within(exploration, 0, 1, "exploration");
        into.open(exploration, steps);
        recorder.into = into;
        Outcome outcome = Loop.play(economy, recorder, watched(government, into), steps);
        Require.that(
                into.whole() || population.learnsValues(),
                "steps of a round",
                steps,
                "must be a whole episode for players without a value function, which would stand for the rest of one",
                "rounds were configured shorter than the economy's horizon; give players a value rule");
        fresh = true;
        return outcome;
    }

    /** The government, with its last view of an episode recorded too: with the last actions, so that it can be valued. */
    private Government<Pomg> watched(Government<? super Pomg> government, Trajectory into) {
        return Government.watched(government, world -> {
            if (into.wantsView() && world.anyDue()) {
                world.consult(actions);
                into.principal(world.now());
            }
        });
    }

    /** The worlds between two episodes, and how many draws there have been. */
    @Override
    public void save(DataOutput out) throws IOException {
        economy.save(out);
        out.writeLong(step);
        out.writeBoolean(fresh);
    }

    @Override
    public void load(DataInput in) throws IOException {
        economy.load(in);
        step = in.readLong();
        fresh = in.readBoolean();
    }

    /** The players: they act for the population and write down what they see. */
    private final class Recorder implements Players {
        private final int[] chosen = new int[actions.length()];
        private @Nullable Trajectory into;

        @Override
        public void act(Tensors now, IntTensor out) {
            Trajectory episode = Objects.requireNonNull(into);
            episode.see(now);
            for (Learner learner : population.learners()) {
                learner.act(episode, seed, step, chosen);
            }
            step++;
            out.view().put(0, chosen);
            actions.view().put(0, chosen);
            episode.act(out);
        }

        @Override
        public void stepped(Tensors now) {
            Objects.requireNonNull(into).step(now);
        }
    }
}
