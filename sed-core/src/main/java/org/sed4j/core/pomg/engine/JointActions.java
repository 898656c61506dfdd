package org.sed4j.core.pomg.engine;

import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Spaces;

/** The joint actions of a batch, taken over only if all are in range. */
final class JointActions {
    private final int players;
    private final int[] choices;
    /** [B, n · heads]. */
    private final int[] values;

    JointActions(Spaces spaces, int batch) {
        this.players = spaces.players();
        this.choices = spaces.actions().stream().mapToInt(c -> c).toArray();
        this.values = new int[batch * players * choices.length];
    }

    int[] values() {
        return values;
    }

    /**
     * Takes up the actions.
     *
     * @throws IllegalArgumentException naming world, player and value if one is out of range
     */
    void take(IntTensor actions) {
        Require.that(
                actions.length() == values.length,
                "actions",
                actions.length(),
                "must be " + values.length,
                "they were made for another batch");
        HostSide.reads(actions.array());
        actions.view().get(0, values);
        int outside = 0; // negative as soon as one is
        if (choices.length == 1) {
            int greatest = choices[0] - 1;
            for (int value : values) {
                outside |= value | (greatest - value);
            }
        } else {
            for (int at = 0; at < values.length; ) {
                for (int head = 0; head < choices.length; head++, at++) {
                    outside |= values[at] | (choices[head] - 1 - values[at]);
                }
            }
        }
        if (outside < 0) {
            refuse();
        }
    }

    private void refuse() {
        for (int at = 0; at < values.length; at++) {
            int head = at % choices.length;
            if (values[at] < 0 || values[at] >= choices[head]) {
                int player = at / choices.length;
                throw new IllegalArgumentException("Action " + values[at] + " of player " + player % players
                        + " in world " + player / players + (choices.length == 1 ? "" : " (head " + head + ")")
                        + " must lie in [0, " + (choices[head] - 1)
                        + "].\nMaybe the actions were written for another economy, or not at all.");
            }
        }
    }
}
