package org.sed4j.core.pomg.engine;

import org.sed4j.core.pomg.Spaces;

/**
 * The lengths of one world's rows: what a {@link ShapedStepper} is compiled for.
 *
 * @param players n
 * @param actions n · heads
 * @param design k
 * @param cells C of a player's codes
 * @param numbers F of a player
 * @param choices K of a player's mask, 0 if nothing is masked
 * @param measures n · M
 * @param gauges G
 * @param ledger L
 * @param settles whether rewards come from the ledger
 */
record Shape(
        int players,
        int actions,
        int design,
        int cells,
        int numbers,
        int choices,
        int measures,
        int gauges,
        int ledger,
        boolean settles) {

    static Shape of(Spaces spaces, boolean settles) {
        int n = spaces.players();
        return new Shape(
                n,
                n * spaces.heads(),
                spaces.design().dimension(),
                spaces.codes().cells(),
                spaces.numbers().size(),
                spaces.masked() ? spaces.choices() : 0,
                n * spaces.measures().size(),
                spaces.gauges().size(),
                spaces.ledger(),
                settles);
    }
}
