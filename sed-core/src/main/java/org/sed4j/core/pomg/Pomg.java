package org.sed4j.core.pomg;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.Economy;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.TypeMatrix;

/**
 * A batched partially observable Markov game M^φ: B worlds of one economy, stepped together, published as tensors.
 *
 * <p>Protocol: {@link #reset()}, then per step: read {@link #now()}, choose actions; where {@code due}, {@link #consult}
 * and {@link #enactWhereDue}; {@link #step}; learn; {@link #reset(ByteTensor)} the ended worlds. {@link Loop} is that
 * protocol. Nothing resets by itself. Results do not depend on B, slot or threads. Not for concurrent use by several
 * callers; it uses its own threads inside.
 *
 * @paper 002, Definition 2.2
 */
public interface Pomg extends Economy, AutoCloseable {

    /** Shapes and names. */
    Spaces spaces();

    /** B. */
    int batch();

    @Override
    default int worlds() {
        return batch();
    }

    /** What is published; always the same object, rewritten in place. */
    Tensors now();

    /**
     * Starts every world anew from μ_0, with the initial design in force: a new episode.
     *
     * <p>Every world goes on in its own stream of chance, so a second reset draws other initial states than the first; two
     * batches made with one seed and used alike draw the same. Needed once before anything else.
     */
    @Override
    void reset();

    /**
     * Starts the marked worlds anew from μ_0, each with fresh draws of its own stream; the design in force stays.
     *
     * @param which [B], 1 where to reset
     */
    void reset(ByteTensor which);

    /** Whether any world is due. */
    boolean anyDue();

    /**
     * Publishes the principal's view for the due worlds.
     *
     * @param actions [B, n · heads], the joint actions about to be played
     */
    void consult(IntTensor actions);

    @Override
    void admit(FeasibleSet feasible, DesignGame.Reference centre);

    /** Puts one design in force in every world, at a round's boundary, and republishes what depends on it. */
    @Override
    void enact(Design design);

    /** Hands types to every world and republishes what depends on them. */
    @Override
    void adopt(TypeMatrix types);

    /**
     * Puts a design of its own in force in every world, as far as it may be, at a round's boundary, and republishes what
     * depends on it.
     *
     * @param designs [B,k]
     * @throws IllegalArgumentException naming world, entry and rule if one is not in Φ; none is enacted then
     */
    void enact(FloatTensor designs);

    /**
     * Puts designs in force in the due worlds, as far as they may be, inside the loop: players have chosen already, so
     * nothing is republished before the step.
     *
     * @param designs [B,k]; rows of worlds that are not due are not read
     * @throws IllegalArgumentException naming world, entry and rule if one is not in Φ; none is enacted then
     */
    void enactWhereDue(FloatTensor designs);

    /**
     * Plays the joint actions in every world and publishes what follows.
     *
     * @param actions [B, n · heads]
     * @throws IllegalArgumentException if an action is out of range, naming world, player and value
     * @throws IllegalStateException if a world fails, naming world and step, with its exception as the cause
     */
    void step(IntTensor actions);

    /** The state of every world. */
    Snapshot save();

    /**
     * Takes up saved worlds and publishes them.
     *
     * @throws IllegalArgumentException if the snapshot has another number of worlds or another schema
     */
    void restore(Snapshot snapshot);

    /** Makes world {@code to} a copy of world {@code from}, design in force included, and publishes it. */
    void fork(int from, int to, Noise noise);

    /**
     * A new batch of {@code copies} forks of each of the given worlds, world by world; this one is left alone. The caller
     * closes it.
     */
    Pomg forked(int[] worlds, int copies, Noise noise);

    /**
     * A new world of its own in the state of world {@code world}: for pictures and for looking inside. Changing it changes
     * nothing here.
     */
    World portrait(int world);

    /** [B, n · heads]: the joint actions of the last step; the caller's own array, so read it before the next one. */
    IntTensor actions();

    /** The gradient face of the rewards, if the worlds have one. */
    java.util.Optional<Settlement> settlement();

    /** What the worlds run on, and why. */
    Backing backing();

    /** Releases threads and what the backend holds; the tensors stay readable while they are referenced. */
    @Override
    void close();
}
