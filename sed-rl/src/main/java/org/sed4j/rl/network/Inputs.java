package org.sed4j.rl.network;

import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;

/**
 * What one row of input to a network is made of: symbols, which the network sees one-hot, and numbers.
 *
 * <p>A network whose first layer is dense sees the flat row [planes (kind, row, column), numbers]. A network whose first
 * layer is a convolution sees the planes [kinds + numbers, height, width], each number broadcast over a plane of its own.
 * Neither is ever stored: rows travel as one byte per cell and are expanded inside the executor, a few at a time.
 *
 * @param codes the symbols; {@link Spaces.Grid#NONE} if there are none
 * @param numbers how many numbers, at least 0
 */
public record Inputs(Spaces.Grid codes, int numbers) {

    public Inputs {
        Require.atLeast(numbers, 0, "numbers of an input");
        Require.that(
                codes.cells() * codes.kinds() + numbers > 0,
                "input of a network",
                codes + " and " + numbers + " numbers",
                "must hold something",
                "an economy publishes neither codes nor numbers for this reader");
    }

    /** Numbers only. */
    public static Inputs ofNumbers(int numbers) {
        return new Inputs(Spaces.Grid.NONE, numbers);
    }

    /** Length of the flat row: cells · kinds + numbers. */
    public int length() {
        return codes.cells() * codes.kinds() + numbers;
    }

    /** Planes that a convolution sees: kinds + numbers. */
    public int planes() {
        return codes.kinds() + numbers;
    }
}
