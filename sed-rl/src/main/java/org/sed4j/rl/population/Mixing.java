package org.sed4j.rl.population;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Sights;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.noregret.FollowerRule;

/**
 * Draws everybody's choices from what their rules mix, among what is allowed: a mixture that puts nothing there, and a view
 * that nobody has learned about, count as uniform.
 */
final class Mixing {
    private final ActionHeads heads;
    private final Context context;
    private final List<Book<FollowerRule>> books;
    private final Sights sights;
    private final ByteBuffer[] keys;
    /** [rows, K]. */
    private final double[] mixtures;

    private final double[] mixture;
    private final Rng rng = new Rng();

    /**
     * @param books by seat
     * @param sights of the worlds they play in
     */
    Mixing(ActionHeads heads, Context context, List<Book<FollowerRule>> books, Sights sights) {
        this.heads = heads;
        this.context = context;
        this.books = books;
        this.sights = sights;
        this.keys = new ByteBuffer[sights.rows()];
        Arrays.fill(keys, ByteBuffer.allocate(0));
        this.mixtures = new double[sights.rows() * heads.choices()];
        int most = 1;
        for (int h = 0; h < heads.heads(); h++) {
            most = Math.max(most, heads.size(h));
        }
        this.mixture = new double[most];
    }

    /** What a row's view is filed under. */
    ByteBuffer key(int row) {
        return keys[row];
    }

    /** With which probability a row took a choice, counted over all heads. */
    double probability(int row, int choice) {
        return mixtures[row * heads.choices() + choice];
    }

    /** What was looked at. */
    Sights sights() {
        return sights;
    }

    /**
     * Looks and chooses.
     *
     * @param step of the round: chance is a hash of seed, step, world and player
     * @param worldOf by world here: whose chance it has
     */
    void choose(Tensors now, Seed seed, long step, IntUnaryOperator worldOf, IntTensor actions) {
        sights.look(now);
        for (int row = 0; row < keys.length; row++) {
            int player = row % heads.players();
            int world = worldOf.applyAsInt(row / heads.players());
            keys[row] = context.key(sights, row, world);
            rng.seat(seed.key(), step);
            rng.stream(world * heads.players() + player);
            for (int h = 0; h < heads.heads(); h++) {
                mix(row, player, h);
                actions.set(row * heads.heads() + h, draw(row, h, rng.uniform()));
            }
        }
    }

    private void mix(int row, int player, int head) {
        int size = heads.size(head);
        @Nullable FollowerRule rule = books.get(player * heads.heads() + head).find(keys[row]);
        if (rule == null) {
            Arrays.fill(mixture, 0, size, 1);
        } else {
            rule.strategy(0, mixture);
        }
        double open = 0;
        int choices = 0;
        for (int a = 0; a < size; a++) {
            boolean allowed = sights.allows(row, heads.first(head) + a);
            open += allowed ? mixture[a] : 0;
            choices += allowed ? 1 : 0;
        }
        int at = row * heads.choices() + heads.first(head);
        for (int a = 0; a < size; a++) {
            double share = open > 0 ? mixture[a] / open : 1.0 / choices;
            mixtures[at + a] = sights.allows(row, heads.first(head) + a) ? share : 0;
        }
    }

    private int draw(int row, int head, double uniform) {
        int at = row * heads.choices() + heads.first(head);
        double left = uniform;
        int last = 0;
        for (int a = 0; a < heads.size(head); a++) {
            if (mixtures[at + a] > 0) {
                last = a;
                left -= mixtures[at + a];
                if (left < 0) {
                    return a;
                }
            }
        }
        return last;
    }
}
