package org.sed4j.core.pomg.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.state.Poison;
import org.sed4j.core.pomg.state.Tables;
import org.sed4j.core.pomg.state.Walk;
import org.sed4j.core.run.Seed;

/** Checks of worlds in a batch, through the engine. */
final class BatchChecks {
    private static final int BATCH = 5;
    private static final int[] NAMES = {0, 1, 2, 3, 4};

    private final Supplier<? extends World> maker;
    private final int steps;
    private final Seed seed;

    BatchChecks(Supplier<? extends World> maker, int steps, Seed seed) {
        this.maker = maker;
        this.steps = steps;
        this.seed = seed;
    }

    private Pomg batch(Supplier<? extends World> worlds, int size, int threads) {
        Pomg economy = Worlds.of(worlds).batch(size).threads(threads).seed(seed).build();
        economy.reset();
        return economy;
    }

    private Life play(Pomg economy, int... names) {
        return Life.play(economy, steps, seed, names);
    }

    private static void same(Life one, int mine, Life other, int yours, String between, String maybe) {
        String difference = one.difference(mine, other, yours);
        if (!difference.isEmpty()) {
            throw Conformance.failed("World " + mine + " lives differently " + between + ": " + difference, maybe);
        }
    }

    private static void same(Life one, Life other, String between, String maybe) {
        for (int b = 0; b < BATCH; b++) {
            same(one, b, other, b, between, maybe);
        }
    }

    /** One seed, one life; one thread or two. */
    void threadsDoNotMatter() {
        try (Pomg one = batch(maker, BATCH, 1);
                Pomg again = batch(maker, BATCH, 1);
                Pomg two = batch(maker, BATCH, 2)) {
            Life life = play(one, NAMES);
            same(
                    life,
                    play(again, NAMES),
                    "when the same seed is played again",
                    "chance is drawn elsewhere than from rng");
            same(life, play(two, NAMES), "on two threads", "worlds share an object that they write");
        }
    }

    /** A world lives the same alone and beside others. */
    void neighboursDoNotMatter() {
        try (Pomg many = batch(maker, BATCH, 1)) {
            Snapshot start = many.save();
            Life life = play(many, NAMES);
            for (int b = 0; b < BATCH; b++) {
                try (Pomg alone = batch(maker, 1, 1)) {
                    alone.restore(
                            new Snapshot(start.schema(), List.of(start.records().get(b))));
                    same(life, b, play(alone, b), 0, "alone", "worlds share an object that they write");
                }
            }
        }
    }

    /** A restored or reloaded batch replays to the bit. */
    void restoredWorldsReplay() {
        try (Pomg economy = batch(maker, BATCH, 1);
                Pomg other = batch(maker, BATCH, 1)) {
            play(economy, NAMES);
            play(other, NAMES);
            play(other, 7, 8, 9, 10, 11); // somewhere else entirely
            byte[] checkpoint = saved(economy);
            Snapshot snapshot = economy.save();
            Life life = play(economy, NAMES);
            economy.restore(snapshot);
            same(life, play(economy, NAMES), "after it was restored", "a field that counts is marked transient");
            loaded(other, checkpoint);
            same(
                    life,
                    play(other, NAMES),
                    "after it was loaded into another batch",
                    "a field that counts is transient");
        }
    }

    /** A fork with shared noise lives what its origin lives; the origin does not notice. */
    void forksLiveTheSame() {
        try (Pomg economy = batch(maker, BATCH, 1)) {
            play(economy, NAMES);
            long before = economy.stateHash();
            try (Pomg forked = economy.forked(new int[] {3}, 2, Noise.SHARED)) {
                Life forks = Life.play(forked, steps, seed, 3, 3);
                if (economy.stateHash() != before) {
                    throw Conformance.failed(
                            "A step of a fork changes its origin", "worlds share an object that they write");
                }
                economy.fork(3, 0, Noise.SHARED);
                Life life = Life.play(economy, steps, seed, 3, 1, 2, 3, 4);
                for (int copy = 0; copy < 2; copy++) {
                    same(life, 3, forks, copy, "as a fork", "a field that counts is marked transient");
                }
                same(life, 0, life, 3, "as a fork in its batch", "a field that counts is marked transient");
            }
        }
    }

    /** What scratch holds at the start of a call means nothing. */
    void scratchMeansNothing() {
        if (Poison.of(maker.get()).pieces() == 0) {
            return;
        }
        try (Pomg clean = batch(maker, BATCH, 1)) {
            Life life = play(clean, NAMES);
            try (Pomg poisoned = batch(() -> Probe.of(maker.get()), BATCH, 1)) {
                same(
                        life,
                        play(poisoned, NAMES),
                        "when its transient fields are overwritten between calls",
                        "a transient field is read before it is written; if it is a table, a record or a static final"
                                + " array can hold it");
            } catch (IllegalStateException failed) {
                throw Conformance.failed(
                        "A world fails when its transient fields are overwritten between calls: " + failed.getMessage(),
                        "a transient field is read before it is written");
            }
        }
    }

    /** A step moves no array or part, and writes to nothing that all worlds share. */
    void onlyStateIsWritten() {
        World world = maker.get();
        Walk before = Walk.of(world);
        String shared = Tables.of(world, before.configuration());
        try (Pomg economy = batch(new OneThenMore(world, maker), BATCH, 1)) {
            play(economy, NAMES);
        }
        Walk after = Walk.of(world);
        Object[] old = before.state().holders();
        Object[] now = after.state().holders();
        for (int i = 0; i < old.length; i++) {
            if (i >= now.length || old[i] != now[i]) {
                throw Conformance.failed(
                        "Stepping replaces "
                                + before.state().layout().pieces().get(i).path() + " by another object",
                        "parts in an array are swapped: swap what is in them");
            }
        }
        if (!shared.equals(Tables.of(world, after.configuration()))) {
            throw Conformance.failed(
                    "Stepping writes to a table that all worlds share:\n" + shared + "\nbecame\n"
                            + Tables.of(world, after.configuration()),
                    "a static array or one in a record is used as state");
        }
    }

    private static byte[] saved(Pomg economy) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            economy.save(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    private static void loaded(Pomg economy, byte[] checkpoint) {
        try {
            economy.load(new DataInputStream(new ByteArrayInputStream(checkpoint)));
        } catch (IOException problem) {
            throw Conformance.failed("A checkpoint cannot be loaded: " + problem.getMessage(), "its schema changes");
        }
    }

    /** A maker whose first world is a given one. */
    private static final class OneThenMore implements Supplier<World> {
        private final World first;
        private final Supplier<? extends World> maker;
        private boolean given;

        OneThenMore(World first, Supplier<? extends World> maker) {
            this.first = first;
            this.maker = maker;
        }

        @Override
        public World get() {
            if (given) {
                return maker.get();
            }
            given = true;
            return first;
        }
    }
}
