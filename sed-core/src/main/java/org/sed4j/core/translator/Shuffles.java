package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.analysis.Frame;

/** Instructions that only rearrange the stack. */
final class Shuffles {
    private Shuffles() {}

    /** Where each value comes from that lies on top of the stack afterwards: how far down from the old top, topmost last. */
    private static int[] sources(int op, Frame<Val> before) {
        boolean wide = size(before, 0) == 2;
        boolean wideBelow = op != POP && op != POP2 && op != DUP && before.getStackSize() > 1 && size(before, 1) == 2;
        return switch (op) {
            case POP, POP2 -> new int[] {};
            case DUP -> new int[] {0, 0};
            case DUP_X1 -> new int[] {0, 1, 0};
            case DUP_X2 -> wideBelow ? new int[] {0, 1, 0} : new int[] {0, 2, 1, 0};
            case DUP2 -> wide ? new int[] {0, 0} : new int[] {1, 0, 1, 0};
            case DUP2_X1 -> wide ? new int[] {0, 1, 0} : new int[] {1, 0, 2, 1, 0};
            case DUP2_X2 ->
                wide
                        ? wideBelow ? new int[] {0, 1, 0} : new int[] {0, 2, 1, 0}
                        : size(before, 2) == 2 ? new int[] {1, 0, 2, 1, 0} : new int[] {1, 0, 3, 2, 1, 0};
            default -> new int[] {0, 1};
        };
    }

    private static int size(Frame<Val> frame, int down) {
        return frame.getStack(frame.getStackSize() - 1 - down).getSize();
    }

    static void write(int op, Frame<Val> before, Frame<Val> after, Body body) {
        int[] sources = sources(op, before);
        int base = after.getStackSize() - sources.length;
        List<String> reads = new ArrayList<>();
        List<String> writes = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            int from = before.getStackSize() - 1 - sources[i];
            Val v = before.getStack(from);
            String source = body.stack(from, v);
            String target = body.stack(base + i, v);
            if (target != null && !target.equals(source)) {
                reads.add(body.type(v) + " t" + i + " = " + body.use(v, source) + ";");
                writes.add(target + " = t" + i + ";");
            }
        }
        if (!reads.isEmpty()) {
            body.line("{ " + String.join(" ", reads) + " " + String.join(" ", writes) + " }");
        }
    }
}
