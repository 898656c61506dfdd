package org.sed4j.core.pomg.engine;

import org.sed4j.core.pomg.Tensors;

/** Who is due and who has ended among the worlds of one shard, as last published: 1 where so. */
final class Marks {
    private final int from;
    final byte[] due;
    final byte[] ended;

    /** Of the worlds {@code from} to {@code to - 1}. */
    Marks(int from, int to) {
        this.from = from;
        this.due = new byte[to - from];
        this.ended = new byte[to - from];
    }

    /** Whether world b is due. */
    boolean due(int b) {
        return due[b - from] != 0;
    }

    /** Takes up what was published of {@code count} worlds from world {@code first} on. */
    void take(Tensors now, int first, int count) {
        now.due().view().get(first, due, first - from, count);
        now.ended().view().get(first, ended, first - from, count);
    }

    static boolean any(byte[] marks) {
        int any = 0;
        for (byte mark : marks) {
            any |= mark;
        }
        return any != 0;
    }
}
