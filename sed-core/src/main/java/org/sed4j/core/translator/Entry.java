package org.sed4j.core.translator;

import java.util.List;
import org.sed4j.core.translator.Function.Effect;

/** The text of a function that a program offers, and what the World's methods may not do in it. */
final class Entry {
    /** Parameters of every one. */
    static final String WORLDS = "int32_t first, int32_t count, ";

    private Entry() {}

    /**
     * A function over the worlds of a batch.
     *
     * @param each the head of the loop over them
     * @param lines what is done with each
     */
    static String text(String name, String parameters, String each, List<String> lines) {
        StringBuilder c = new StringBuilder("EXPORT sed_" + name + "(" + parameters + ") {\n    " + each + " {\n");
        boolean record = parameters.contains("state");
        c.append("    uint8_t *w = ").append(record ? "RECORD(state, b)" : "0").append(";\n");
        c.append("    K frame; K *k = &frame; k->fault = 0; k->lane = LANE(b);\n@LOCALS@");
        lines.forEach(line -> c.append("    ").append(line).append('\n'));
        return c.append("    }\n}\n\n").toString();
    }

    /** Where a world finds its row of what the call is given. */
    static String row(String name, int length) {
        return "k->" + name + " = " + name + " + (int64_t)b * " + length + ";";
    }

    /** The call of a function of the program. */
    static String invocation(Function function, String... arguments) {
        Val result = function.result;
        String c = function.name + "(w, k" + (arguments.length > 0 ? ", " + String.join(", ", arguments) : "") + ")";
        if (result == null) {
            return "(" + c + ", 0)"; // it always throws
        }
        return result.isConstant() ? "(" + c + ", " + Literal.of(result.value()) + ")" : c;
    }

    /** Refuses what a function does. */
    static void forbid(Function function, Effect effect) {
        NotPortable where = function.where(effect);
        if (where != null) {
            throw where;
        }
    }

    /** Scratch means nothing at the start of a call, but for what the run time has put there. */
    static void requireOwnScratch(Function function, ScratchUse given) {
        NotPortable where = function.scratch.unwritten(given);
        if (where != null) {
            throw where;
        }
    }
}
