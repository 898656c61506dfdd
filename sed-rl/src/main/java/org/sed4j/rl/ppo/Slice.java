package org.sed4j.rl.ppo;

import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;

/** What one of the players sees and gets, as though every world had this player alone. */
final class Slice {
    private final int player;
    private final int players;
    private final int worlds;
    private final boolean common;
    private final Spaces spaces;
    private final Tensors own;
    private final byte[] bytes;
    private final float[] floats;

    /**
     * @param common whether the player is shown the mean reward of its world as its own
     */
    Slice(Spaces all, int worlds, int player, boolean common, Tensors now) {
        this.player = player;
        this.players = all.players();
        this.worlds = worlds;
        this.common = common;
        this.spaces = alone(all);
        Tensors fresh = Tensors.zeros(spaces, worlds);
        this.own = new Tensors(
                fresh.codes(),
                fresh.numbers(),
                fresh.masks(),
                fresh.rewards(),
                now.terminated(),
                now.truncated(),
                now.ended(),
                now.due(),
                now.principalCodes(),
                now.principalNumbers(),
                now.design(),
                now.ledger(),
                fresh.measures(),
                now.gauges());
        this.bytes = new byte[Math.max(spaces.codes().cells(), spaces.choices())];
        this.floats = new float[Math.max(spaces.numbers().size(), players)];
    }

    /** The spaces of one player of many. */
    static Spaces alone(Spaces s) {
        return new Spaces(
                1,
                s.actions(),
                s.codes(),
                s.numbers(),
                s.masked(),
                s.principalCodes(),
                s.principalNumbers(),
                s.design(),
                s.ledger(),
                s.measures(),
                s.gauges(),
                s.stocks(),
                s.types());
    }

    Spaces spaces() {
        return spaces;
    }

    /** What the player sees now. */
    Tensors seen(Tensors now) {
        copy(now.codes(), own.codes(), spaces.codes().cells());
        int width = spaces.numbers().size();
        for (int b = 0; b < worlds; b++) {
            now.numbers().view().get((b * players + player) * width, floats, 0, width);
            own.numbers().view().put(b * width, floats, 0, width);
        }
        if (spaces.masked()) {
            copy(now.masks(), own.masks(), spaces.choices());
        }
        return own;
    }

    /** The same, with what it got for the last step. */
    Tensors stepped(Tensors now) {
        for (int b = 0; b < worlds; b++) {
            now.rewards().view().get(b * players, floats, 0, players);
            own.rewards().set(b, common ? mean() : floats[player]);
        }
        return seen(now);
    }

    private float mean() {
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += floats[i];
        }
        return (float) (sum / players);
    }

    private void copy(ByteTensor from, ByteTensor to, int width) {
        for (int b = 0; b < worlds; b++) {
            from.view().get((b * players + player) * width, bytes, 0, width);
            to.view().put(b * width, bytes, 0, width);
        }
    }
}
