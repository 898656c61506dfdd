package org.sed4j.core.pomg;

/** A world with an array, too. */
abstract class Tried extends Plain {
    protected final int[] cells = new int[4];
}
