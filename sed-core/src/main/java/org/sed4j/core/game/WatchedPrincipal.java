package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;

/** Governs and learns as another does; the onlooker sees every step. */
record WatchedPrincipal<E extends Economy>(Principal<E> principal, Consumer<? super E> onlooker)
        implements Principal<E> {
    @Override
    public Government<E> govern(Mandate mandate) {
        return Government.watched(principal.govern(mandate), onlooker);
    }

    @Override
    public void learn(Mandate mandate, Outcome outcome) {
        principal.learn(mandate, outcome);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        principal.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        principal.load(in);
    }
}
