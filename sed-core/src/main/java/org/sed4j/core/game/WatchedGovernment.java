package org.sed4j.core.game;

import java.util.function.Consumer;

/** Governs as another does; the onlooker comes after it. */
record WatchedGovernment<E extends Economy>(Government<? super E> government, Consumer<? super E> onlooker)
        implements Government<E> {
    @Override
    public Design design() {
        return government.design();
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
