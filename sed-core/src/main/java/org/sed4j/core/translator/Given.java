package org.sed4j.core.translator;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;
import org.sed4j.core.run.Rng;
import org.sed4j.core.translator.Function.Effect;

/** What a world's methods are given: actions, designs, the generator, and what they fill. */
final class Given {
    static final String CODES = "codes";
    static final String NUMBERS = "numbers";

    final Example example;
    final Program program;
    final Object world;
    final Val rng;
    final Val actions;
    final Val design;

    Given(Example example, Program program) {
        this.example = example;
        this.program = program;
        this.world = example.world();
        Rng generator = new Rng();
        program.memory().scratch(generator);
        this.rng = Val.known(generator, null);
        this.actions = array("actions", new int[example.actions()], false);
        this.design = array("design", new float[example.design()], false);
    }

    /** The call of a method of the world; what it may not do is refused. */
    String call(String method, String descriptor, List<Val> values, boolean exact, String... arguments) {
        Function function = program.entry(world, method, descriptor, values);
        Entry.requireOwnScratch(function, new ScratchUse());
        Entry.forbid(function, Effect.WRITES_STATE);
        if (exact) {
            Entry.forbid(function, Effect.INEXACT);
        }
        return Entry.invocation(function, arguments);
    }

    /** An array that the call is given: a pointer of that name. */
    Val array(String name, Object array, boolean written) {
        program.memory().given(name, array, written);
        return program.memory().object(array, false);
    }

    /** A view to fill: an object with two arrays. */
    Val view(String prefix, Object view) {
        for (String part : new String[] {CODES, NUMBERS}) {
            array(prefix + part, part(view, part), true);
        }
        return Val.known(view, null);
    }

    private static Object part(Object view, String name) {
        return Objects.requireNonNull(Reflection.get(Reflection.field(view.getClass(), name), view));
    }

    /** Length of one of a view's arrays. */
    static int length(Object view, String name) {
        return Array.getLength(part(view, name));
    }
}
