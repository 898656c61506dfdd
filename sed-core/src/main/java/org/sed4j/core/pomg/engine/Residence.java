package org.sed4j.core.pomg.engine;

import java.util.Arrays;

/**
 * Where each world is up to date while an engine keeps worlds in memory of its own: in its instance, in that store, or in
 * both. State, key and tick travel together, and only when somebody needs them on the other side.
 *
 * <p>Different worlds may be asked for by different threads.
 */
final class Residence {
    private static final byte BOTH = 0;
    private static final byte INSTANCE = 1;
    private static final byte STORE = 2;

    private final byte[] where;
    private final Store store;

    /** An engine's memory. */
    interface Store {
        /** Brings world b to its instance. */
        void fetch(int b);

        /** Takes world b from its instance. */
        void keep(int b);

        /** Called after some worlds have been kept, before the engine looks at them. */
        default void settle() {}
    }

    /** At first every world is in its instance alone. */
    Residence(int worlds, Store store) {
        this.where = new byte[worlds];
        this.store = store;
        Arrays.fill(where, INSTANCE);
    }

    /** To be called before the instance of world b, its key or its tick is read. */
    void read(int b) {
        if (where[b] == STORE) {
            store.fetch(b);
            where[b] = BOTH;
        }
    }

    /** To be called after the instance of world b, its key or its tick was written. */
    void written(int b) {
        where[b] = INSTANCE;
    }

    /** To be called before the engine reads the worlds {@code from} to {@code to - 1} in its store. */
    void lend(int from, int to) {
        boolean any = false;
        for (int b = from; b < to; b++) {
            if (where[b] == INSTANCE) {
                store.keep(b);
                where[b] = BOTH;
                any = true;
            }
        }
        if (any) {
            store.settle();
        }
    }

    /** To be called after the engine wrote these worlds in its store. */
    void moved(int from, int to) {
        Arrays.fill(where, from, to, STORE);
    }
}
