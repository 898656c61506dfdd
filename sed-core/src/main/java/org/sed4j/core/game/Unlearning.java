package org.sed4j.core.game;

/** A principal that governs in one way for ever. */
record Unlearning<E extends Economy>(Government<E> government) implements Principal<E> {
    @Override
    public Government<E> govern(Mandate mandate) {
        return government;
    }

    @Override
    public Principal<E> frozen() {
        return this;
    }
}
