package org.sed4j.core.pomg;

import org.sed4j.core.pomg.state.Walk;
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
        int n = spaces.players();
        return new Example(
                world,
                Walk.of(world).sources(),
                new View(spaces.codes().cells(), spaces.numbers().size()),
                new View(
                        spaces.principalCodes().cells(),
                        spaces.principalNumbers().size()),
                n,
                n * spaces.heads(),
                spaces.design().dimension(),
                spaces.masked() ? spaces.choices() : 0,
                n * spaces.measures().size(),
                spaces.gauges().size(),
                spaces.ledger(),
                world instanceof Settlement);
    }
}
