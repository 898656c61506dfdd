package org.sed4j.core.translator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Frame;

/** A method for certain arguments: what is known of every slot at every instruction, and its C text once it is written. */
final class Function {
    /** What a function does that not every entry of a program may do; with the first place where it does. */
    enum Effect {
        WRITES_STATE,
        READS_STATE,
        INEXACT
    }

    final ClassFiles.Code code;
    final List<Val> arguments;
    final String name;
    /** By instruction; null where none comes. */
    @Nullable
    Frame<Val>[] frames;
    /** What it returns; null if it never does. */
    @Nullable
    Val result;

    final ScratchUse scratch = new ScratchUse();

    private final Map<Effect, NotPortable> effects = new EnumMap<>(Effect.class);
    private boolean written;
    private boolean faults;
    private int lines;
    private int callers;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Function(ClassFiles.Code code, List<Val> arguments, int number) {
        this.code = code;
        this.arguments = arguments;
        this.name = (code.owner().getSimpleName() + "_" + code.method().name).replaceAll("[^A-Za-z0-9]+", "_") + "_"
                + number;
        this.frames = new Frame[code.method().instructions.size()];
    }

    /** Where it does something; null if it does not. */
    @Nullable
    NotPortable where(Effect effect) {
        return effects.get(effect);
    }

    void note(Effect effect, NotPortable where) {
        effects.putIfAbsent(effect, where);
    }

    /** Does what another function does that it calls. */
    void calls(Function callee) {
        callee.effects.forEach(this::note);
        scratch.include(callee.scratch);
        faults |= callee.faults;
        callee.callers++;
    }

    /** Whether it can set the flag. */
    boolean faults() {
        return faults;
    }

    void fault() {
        faults = true;
    }

    boolean isWritten() {
        return written;
    }

    void written(int count) {
        written = true;
        lines = count;
    }

    /** Whether calls of it should be replaced by its text, whatever the compiler thinks. */
    boolean isSmall() {
        return callers <= 1 || lines * callers <= 400;
    }
}
