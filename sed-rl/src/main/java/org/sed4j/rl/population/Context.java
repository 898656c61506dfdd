package org.sed4j.rl.population;

import java.nio.ByteBuffer;
import org.sed4j.core.pomg.Sights;

/** What players tell situations apart by, who learn a row of a table for each. */
public enum Context {
    /** By nothing: one row, as in a game that is repeated. */
    NOTHING,
    /** By the symbols that they see. */
    SYMBOLS,
    /** By all that they see, to the bit. */
    VIEW,
    /** By which of the worlds lived side by side they are in: each has a law, and a history, of its own. */
    WORLD;

    /**
     * What a row of sights is filed under.
     *
     * @param world that the row belongs to, of those that run
     */
    ByteBuffer key(Sights sights, int row, int world) {
        return switch (this) {
            case NOTHING -> ByteBuffer.allocate(0);
            case SYMBOLS -> ByteBuffer.wrap(sights.symbols(row));
            case VIEW -> ByteBuffer.wrap(sights.whole(row));
            case WORLD -> ByteBuffer.allocate(Integer.BYTES).putInt(0, world);
        };
    }
}
