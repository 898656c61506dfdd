package org.sed4j.core.pomg;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What players are shown before a step, copied out of the tensors and checked: row b · n + i is player i of world b.
 *
 * <p>A network makes an action of anything, even of NaN, and a draw among no choices takes the last one. So whoever plays
 * looks through this, and a world that shows such things is named. Arrays are lent, and overwritten by the next look.
 */
public final class Sights {
    private final Spaces spaces;
    private final int rows;
    private final int cells;
    private final int floats;
    private final int choices;
    private final byte[] codes;
    private final float[] numbers;
    private final byte[] masks;

    /** For that many worlds of an economy. */
    public Sights(Spaces spaces, int worlds) {
        this.spaces = spaces;
        this.rows = worlds * spaces.players();
        this.cells = spaces.codes().cells();
        this.floats = spaces.numbers().size();
        this.choices = spaces.choices();
        this.codes = new byte[rows * cells];
        this.numbers = new float[rows * floats];
        this.masks = new byte[rows * choices];
        Arrays.fill(masks, (byte) 1);
    }

    /** Players who act as those do, on what was checked before they see it. */
    public static Players checked(Spaces spaces, int worlds, Players players) {
        Sights sights = new Sights(spaces, worlds);
        return new Players() {
            @Override
            public void act(Tensors now, IntTensor actions) {
                sights.check(now);
                players.act(now, actions);
            }

            @Override
            public void stepped(Tensors now) {
                players.stepped(now);
            }
        };
    }

    /**
     * Looks at what is published.
     *
     * @throws IllegalStateException if a number is not finite or a head has no choice, naming world and player
     */
    public void look(Tensors now) {
        now.codes().view().get(0, codes);
        check(now);
    }

    /** Takes up numbers and masks alone. */
    private void check(Tensors now) {
        now.numbers().view().get(0, numbers);
        float poison = 0; // NaN as soon as one number is not finite
        for (float number : numbers) {
            poison += number * 0;
        }
        if (poison != 0) {
            refuseNumber();
        }
        if (spaces.masked()) {
            now.masks().view().get(0, masks);
            choice();
        }
    }

    private void refuseNumber() {
        for (int at = 0; at < numbers.length; at++) {
            if (!Float.isFinite(numbers[at])) {
                throw new IllegalStateException(
                        spaces.numbers().get(at % floats) + " (" + numbers[at] + "), as shown to " + whose(at / floats)
                                + ", must be a finite number.\nMaybe the economy divides by zero, or its state has grown without bound.");
            }
        }
    }

    private void choice() {
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int head = 0; head < spaces.heads(); head++) {
                int size = spaces.actions().get(head);
                byte open = 0;
                for (int a = 0; a < size; a++) {
                    open |= masks[at++];
                }
                if (open == 0) {
                    throw new IllegalStateException(
                            "choices of head " + head + " (0 of " + size + "), as allowed to "
                                    + whose(row)
                                    + ", must be at least 1.\nMaybe the economy forgot one that is always possible, such as to wait.");
                }
            }
        }
    }

    private String whose(int row) {
        return "player " + row % spaces.players() + " of world " + row / spaces.players();
    }

    /** B · n. */
    public int rows() {
        return rows;
    }

    /** [B · n, C], lent. */
    public byte[] codes() {
        return codes;
    }

    /** [B · n, F], lent. */
    public float[] numbers() {
        return numbers;
    }

    /** [B · n, K], all ones where nothing is masked; lent. */
    public byte[] masks() {
        return masks;
    }

    /** Whether a row may take that choice, counted over all heads. */
    public boolean allows(int row, int choice) {
        return masks[row * choices + choice] != 0;
    }

    /** What a row sees, as the world wrote it: a copy. */
    public View view(int row) {
        View view = new View(cells, floats);
        System.arraycopy(codes, row * cells, view.codes, 0, cells);
        System.arraycopy(numbers, row * floats, view.numbers, 0, floats);
        return view;
    }

    /** What a row may do, over all heads: a copy. */
    public byte[] mask(int row) {
        return Arrays.copyOfRange(masks, row * choices, (row + 1) * choices);
    }

    /** The symbols that a row sees, as bytes to be compared: equal if and only if all symbols are. */
    public byte[] symbols(int row) {
        return Arrays.copyOfRange(codes, row * cells, (row + 1) * cells);
    }

    /** All that a row sees, as bytes to be compared: equal if and only if all symbols and the bits of all numbers are. */
    public byte[] whole(int row) {
        ByteBuffer bytes = ByteBuffer.allocate(cells + Float.BYTES * floats);
        bytes.put(codes, row * cells, cells);
        for (int j = 0; j < floats; j++) {
            bytes.putFloat(numbers[row * floats + j] + 0f); // -0 is 0
        }
        return bytes.array();
    }
}
