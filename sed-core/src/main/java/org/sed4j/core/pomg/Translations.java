package org.sed4j.core.pomg;

import org.sed4j.core.translator.Example;
import org.sed4j.core.translator.Translation;

/** Worlds as programs for other machines than the Java machine. */
public final class Translations {
    private Translations() {}

    /**
     * Translates a world from its bytecode. Worlds that are configured otherwise need a translation of their own.
     *
     * @param example any one of those that its maker makes, begun or not
     * @throws org.sed4j.core.translator.NotPortable saying where and why it cannot be translated
     * @throws IllegalArgumentException naming a field that is neither state nor scratch nor configuration
     */
    public static Translation of(World example) {
        return Translation.of(example(example));
    }

    /** What a translation needs to know of a world. */
    static Example example(World world) {
        Spaces spaces = world.spaces();
        Shape shape = Shape.of(spaces, world instanceof Settlement);
        return new Example(
                world,
                Walk.of(world).sources(),
                new View(shape.cells(), shape.numbers()),
                new View(
                        spaces.principalCodes().cells(),
                        spaces.principalNumbers().size()),
                shape.players(),
                shape.actions(),
                shape.design(),
                shape.choices(),
                shape.measures(),
                shape.gauges(),
                shape.ledger(),
                shape.settles());
    }
}
