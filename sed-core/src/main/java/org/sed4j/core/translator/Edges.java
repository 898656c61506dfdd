package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Val.Form;

/** What is written between two instructions, because the second one can be reached on ways of which less is known. */
final class Edges {
    private final Function function;
    private final Body body;

    Edges(Body body) {
        this.function = body.function;
        this.body = body;
    }

    /** What has to be done on the way to an instruction where less is known of a slot than before. */
    List<String> to(int to, Frame<Val> after) {
        Frame<Val> there = Objects.requireNonNull(function.frames[to]);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < there.getLocals(); i++) {
            add(after.getLocal(i), there.getLocal(i), body.local(i, there.getLocal(i)), lines);
        }
        for (int i = 0; i < there.getStackSize(); i++) {
            add(after.getStack(i), there.getStack(i), body.stack(i, there.getStack(i)), lines);
        }
        return lines;
    }

    private void add(Val from, Val to, @Nullable String variable, List<String> lines) {
        if (variable != null && from.is(Form.KNOWN) && !to.is(Form.KNOWN)) {
            lines.add(variable + " = " + body.converted(from, null, to) + ";");
        }
    }
}
