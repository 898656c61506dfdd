package org.sed4j.core.society;

import java.io.IOException;
import org.sed4j.core.game.Round;
import org.sed4j.core.run.Growing;

/** What a session keeps of every round beside its table, such as each election with its ballots. */
public interface RoundLog extends Growing, AutoCloseable {

    /** Writes a round's piece. */
    void append(Round round) throws IOException;

    @Override
    void close();
}
