package org.sed4j.core.picture;

/** How a cell is drawn. */
public enum Shape {
    /** Ground, in the ink's colour. */
    GROUND,
    /** A block that fills the cell: a wall. */
    BLOCK,
    /** Grass, from which something may grow. */
    GRASS,
    /** A fruit on grass. */
    FRUIT,
    /** A flash across the ground. */
    BEAM,
    /** Somebody, with a face where it looks. */
    AVATAR
}
