package org.sed4j.rl.stackelbergpomdp;

import org.sed4j.core.run.Seed;

/**
 * Plays of a game against one leader, many side by side or one after the other: the payoffs are the same, bit for bit, since
 * what the leader does depends on (seed, episode, observation) only.
 *
 * <p>Not for use by two threads at once.
 */
public final class Plays {
    private final LeaderGame game;
    private final LeaderPolicy policy;
    private final int players;
    private final float[] seen;
    private final float[] design;
    private final int[] action;

    /** Plays of that game against that policy. */
    public Plays(LeaderGame game, LeaderPolicy policy) {
        this.game = game;
        this.policy = policy;
        this.players = game.followers().players() + 1;
        this.seen = new float[game.sees().size()];
        this.design = new float[game.space().designs().dimension()];
        this.action = new int[policy.head().family().entries()];
    }

    /**
     * Plays all of a list side by side, a move in each in turn, against the leader that was sampled for an episode.
     *
     * @param types the type profile of each play
     * @param profiles the action profile of each play
     * @return [plays][1 + n], the leader's payoff first, in the game's units
     */
    public double[][] sampled(int[] types, int[] profiles, Seed seed, long episode) {
        double[][] memory = new double[types.length][game.memory()];
        boolean[] over = new boolean[types.length];
        int left = types.length;
        for (int q = 0; q < types.length; q++) {
            game.begin(types[q], profiles[q], memory[q]);
        }
        while (left > 0) {
            for (int q = 0; q < types.length; q++) {
                if (!over[q]) {
                    game.observe(memory[q], seen);
                    policy.draw(seen, 0, seed, episode, 0, action, 0);
                    policy.head().emit(action, 0, design);
                    over[q] = game.move(design, memory[q]);
                    left -= over[q] ? 1 : 0;
                }
            }
        }
        double[][] payoffs = new double[types.length][];
        for (int q = 0; q < types.length; q++) {
            payoffs[q] = paid(memory[q]);
        }
        return payoffs;
    }

    /** Plays once against the likeliest action at every observation. */
    double[] greedy(int types, int profile) {
        double[] memory = new double[game.memory()];
        game.begin(types, profile, memory);
        boolean over = false;
        while (!over) {
            game.observe(memory, seen);
            policy.greedy(seen, 0, action, 0);
            policy.head().emit(action, 0, design);
            over = game.move(design, memory);
        }
        return paid(memory);
    }

    private double[] paid(double[] memory) {
        double[] payoffs = new double[players];
        for (int i = 0; i < players; i++) {
            payoffs[i] = game.payoff(i, memory);
        }
        return payoffs;
    }
}
