package org.sed4j.core.pomg.engine;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.Tensors;

/**
 * Drives worlds by one call of compiled code for each step, which writes what they show straight to the tensors.
 *
 * <p>Compiled code throws nothing: it flags a world, and leaves it as it was. That world is then run again on the JVM from
 * there, which throws what the user should see.
 */
final class NativeDrive implements Drive {
    private final NativeEngine.Code code;
    private final NativeSheet sheet;
    private final Roster roster;
    private final Residence residence;
    private final JvmDrive jvm;
    private final Tensors now;
    private final int from;
    private final int to;
    private final Marks marks;
    private final Memory table;
    private final Object[] range;
    private final int players;

    NativeDrive(
            NativeEngine.Code code,
            NativeSheet sheet,
            Roster roster,
            Residence residence,
            JvmDrive jvm,
            Tensors now,
            int from,
            int to,
            Marks marks) {
        this.code = code;
        this.sheet = sheet;
        this.roster = roster;
        this.residence = residence;
        this.jvm = jvm;
        this.now = now;
        this.from = from;
        this.to = to;
        this.marks = marks;
        this.table = sheet.table();
        this.range = new Object[] {table, from, to - from};
        this.players = now.rewards().length() / roster.size();
    }

    @Override
    public void step(int[] joint) {
        sheet.give(joint, roster.designs(), from, to, roster.size());
        residence.lend(from, to);
        int flagged = code.step().invokeInt(range);
        residence.moved(from, to);
        marks.take(now, from, to - from);
        for (int b = from; flagged != 0 && b < to; b++) {
            if (sheet.stepFlagged(b)) {
                residence.read(b);
                jvm.step(joint, b, 1);
                residence.written(b);
            } else if (sheet.lookFlagged(b)) {
                residence.read(b);
                jvm.publish(b);
            }
        }
    }

    @Override
    public void reset(@Nullable ByteTensor which) {
        if (!code.program().has("sed_reset")) {
            jvm.reset(which); // the roster brings and marks what it touches
            return;
        }
        sheet.give(null, roster.designs(), from, to, roster.size());
        residence.lend(from, to);
        Pointer marked = which == null ? Pointer.NULL : NativeSheet.address(which.view());
        int flagged = code.reset().invokeInt(new Object[] {table, from, to - from, marked, players});
        residence.moved(from, to);
        marks.take(now, from, to - from);
        for (int b = from; flagged != 0 && b < to; b++) {
            if (sheet.stepFlagged(b)) {
                jvm.reset(b);
            } else if (sheet.lookFlagged(b)) {
                residence.read(b);
                jvm.publish(b);
            }
        }
    }

    @Override
    public void consult(int[] joint) {
        if (!code.program().has("sed_consult")) {
            return; // the World shows its principal nothing
        }
        sheet.give(joint, roster.designs(), from, to, roster.size());
        residence.lend(from, to);
        int flagged = code.consult().invokeInt(range);
        if (flagged != 0) {
            for (int b = from; b < to; b++) {
                residence.read(b);
            }
            jvm.consult(joint);
        }
    }

    @Override
    public void publish() {
        sheet.give(null, roster.designs(), from, to, roster.size());
        residence.lend(from, to);
        int flagged = code.look().invokeInt(range);
        marks.take(now, from, to - from);
        for (int b = from; flagged != 0 && b < to; b++) {
            if (sheet.lookFlagged(b)) {
                residence.read(b);
                jvm.publish(b);
            }
        }
    }
}
