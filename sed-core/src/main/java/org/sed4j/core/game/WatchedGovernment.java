package org.sed4j.core.game;

import java.util.Optional;
import java.util.function.Consumer;

/** A government with an onlooker. */
record WatchedGovernment<E extends Economy>(Government<? super E> government, Consumer<? super E> onlooker)
        implements Government<E> {
    @Override
    public Optional<Design> opening() {
        return government.opening();
    }

    @Override
    public void begun(E economy) {
        government.begun(economy);
    }

    @Override
    public void decide(E economy) {
        government.decide(economy);
    }

    @Override
    public void stepped(E economy) {
        government.stepped(economy);
        onlooker.accept(economy);
    }
}
