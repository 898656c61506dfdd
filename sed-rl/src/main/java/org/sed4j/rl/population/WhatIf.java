package org.sed4j.rl.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.run.Seed;

/**
 * What every player would have got by each of its allowed choices, others' standing: answered in forks of the worlds that
 * share their chance, some thousand questions at a time.
 */
final class WhatIf implements AutoCloseable {
    private static final int LANES = 4096;

    private final ActionHeads heads;
    private final Mixing others;
    private final Pomg fork;
    private final int lanes;
    private final IntTensor actions;
    /** By lane: row · K + choice. */
    private final int[] question;

    private final double[] paid;
    private final boolean[] over;

    /** Makes everybody's mixing in that many forks. */
    interface Others {
        Mixing in(Sights sights);
    }

    WhatIf(Pomg economy, ActionHeads heads, Others others) {
        this.heads = heads;
        this.lanes = (int) Math.min(LANES, (long) economy.batch() * heads.players() * heads.choices());
        this.fork = economy.forked(new int[lanes], 1, Noise.SHARED);
        this.others = others.in(new Sights(economy.spaces(), lanes));
        this.actions = IntTensor.zeros(lanes, heads.seats());
        this.question = new int[lanes];
        this.paid = new double[lanes];
        this.over = new boolean[lanes];
    }

    /**
     * Asks.
     *
     * @param start the worlds as they were when the choices were made, with the law that followed
     * @param played [B, n · H]
     * @param shown what was allowed
     * @param follow steps that a choice is followed
     * @param seed where everybody's chance comes from; the choices were made in step {@code step} of it
     * @param answers [B · n · K], written: the mean reward of a step, NaN for what is not allowed
     */
    void ask(Snapshot start, IntTensor played, Sights shown, int follow, Seed seed, long step, double[] answers) {
        Arrays.fill(answers, Double.NaN);
        int count = 0;
        for (int cell = 0; cell < answers.length; cell++) {
            if (shown.allows(cell / heads.choices(), cell % heads.choices())) {
                question[count++] = cell;
            }
            if (count == lanes || (cell == answers.length - 1 && count > 0)) {
                live(start, played, count, follow, seed, step);
                for (int lane = 0; lane < count; lane++) {
                    answers[question[lane]] = paid[lane] / follow;
                }
                count = 0;
            }
        }
    }

    private int world(int lane) {
        return question[lane] / heads.choices() / heads.players();
    }

    private int player(int lane) {
        return question[lane] / heads.choices() % heads.players();
    }

    private void live(Snapshot start, IntTensor played, int count, int follow, Seed seed, long step) {
        Arrays.fill(question, count, lanes, question[0]); // lanes that nobody needs live something
        List<Snapshot.Bytes> records = new ArrayList<>(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            records.add(start.records().get(world(lane)));
            replace(played, lane);
        }
        fork.restore(new Snapshot(start.schema(), records));
        Arrays.fill(paid, 0);
        Arrays.fill(over, false);
        step();
        for (int s = 1; s < follow; s++) {
            fork.reset(fork.now().ended());
            others.choose(fork.now(), seed, step + s, this::world, actions);
            step();
        }
    }

    private void replace(IntTensor played, int lane) {
        int seats = heads.seats();
        for (int seat = 0; seat < seats; seat++) {
            actions.set(lane * seats + seat, played.get(world(lane) * seats + seat));
        }
        int choice = question[lane] % heads.choices();
        int head = heads.headOf(choice);
        actions.set(lane * seats + player(lane) * heads.heads() + head, choice - heads.first(head));
    }

    /** What comes after a world's end is not counted. */
    private void step() {
        fork.step(actions);
        for (int lane = 0; lane < lanes; lane++) {
            if (!over[lane]) {
                paid[lane] += fork.now().rewards().get(lane * heads.players() + player(lane));
                over[lane] = fork.now().ended().get(lane) != 0;
            }
        }
    }

    @Override
    public void close() {
        fork.close();
    }
}
