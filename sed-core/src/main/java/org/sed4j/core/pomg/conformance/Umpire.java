package org.sed4j.core.pomg.conformance;

import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;

/** A government that changes nothing and looks whether players keep to the masks. */
final class Umpire implements Government<Pomg> {
    private final Spaces spaces;
    private final byte[] masks;
    /** By world: whether it has started anew since the masks were read. */
    private final boolean[] fresh;

    private int steps;

    Umpire(Pomg economy) {
        this.spaces = economy.spaces();
        this.masks = new byte[economy.now().masks().length()];
        this.fresh = new boolean[economy.batch()];
        look(economy);
    }

    /** How many steps it has seen. */
    int steps() {
        return steps;
    }

    private void look(Pomg economy) {
        economy.now().masks().view().get(0, masks);
    }

    @Override
    public void begun(Pomg economy) {
        look(economy);
    }

    @Override
    public void stepped(Pomg economy) {
        int row = 0;
        for (int at = 0; spaces.masked() && at < economy.actions().length(); at++) {
            int head = at % spaces.heads();
            int action = economy.actions().get(at);
            int world = at / spaces.heads() / spaces.players();
            if (!fresh[world] && masks[row + action] == 0) {
                int player = at / spaces.heads() % spaces.players();
                throw Conformance.failed(
                        "In step " + steps + " player " + player + " of world " + world + " plays " + action
                                + ", which is not allowed",
                        "masks are not read, or at another row");
            }
            row += spaces.actions().get(head);
        }
        steps++;
        look(economy);
        for (int b = 0; b < fresh.length; b++) {
            fresh[b] = economy.now().ended().get(b) != 0;
        }
    }
}
