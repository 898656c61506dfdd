package org.sed4j.core.translator;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Type;
import org.sed4j.core.run.Rng;
import org.sed4j.core.translator.Function.Effect;

/** The functions that a program offers: the faces of a world over the worlds of a batch. */
final class Entries {
    private static final String WORLDS = "int32_t first, int32_t count, ";
    private static final String RNG = Type.getDescriptor(Rng.class);

    private static final String CODES = "codes";
    private static final String NUMBERS = "numbers";

    private final Example example;
    private final Object world;
    private final Program program;
    private final String view;
    private final Val rng;
    private final Val actions;
    private final Val design;

    Entries(Example example, Program program) {
        this.example = example;
        this.world = example.world();
        this.program = program;
        this.view = Type.getDescriptor(example.view().getClass());
        Rng generator = new Rng();
        program.memory().scratch(generator);
        this.rng = Val.known(generator, null);
        this.actions = given("actions", new int[example.actions()], false);
        this.design = given("design", new float[example.design()], false);
    }

    private Val given(String name, Object array, boolean written) {
        program.memory().given(name, array, written);
        return program.memory().object(array, false);
    }

    private Val view(String prefix, Object view) {
        for (String part : new String[] {CODES, NUMBERS}) {
            given(prefix + part, array(view, part), true);
        }
        return Val.known(view, null);
    }

    private static Object array(Object view, String name) {
        return Objects.requireNonNull(Reflection.get(Reflection.field(view.getClass(), name), view));
    }

    private static int length(Object view, String name) {
        return Array.getLength(array(view, name));
    }

    /** The call of a method of the world; what it may not do is refused. */
    private String call(String method, String descriptor, List<Val> values, boolean exact, String... arguments) {
        Function function = program.entry(world, method, descriptor, values);
        requireOwnScratch(function, new ScratchUse());
        forbid(function, Effect.WRITES_STATE);
        if (exact) {
            forbid(function, Effect.INEXACT);
        }
        return invocation(function, arguments);
    }

    private static void forbid(Function function, Effect effect) {
        NotPortable where = function.where(effect);
        if (where != null) {
            throw where;
        }
    }

    /** Scratch means nothing at the start of a call, but for what the run time has put there. */
    private static void requireOwnScratch(Function function, ScratchUse given) {
        NotPortable where = function.scratch.unwritten(given);
        if (where != null) {
            throw where;
        }
    }

    private static String invocation(Function function, String... arguments) {
        Val result = function.result;
        String c = function.name + "(w, k" + (arguments.length > 0 ? ", " + String.join(", ", arguments) : "") + ")";
        if (result == null) {
            return "(" + c + ", 0)"; // it always throws
        }
        return result.isConstant() ? "(" + c + ", " + Literal.of(result.value()) + ")" : c;
    }

    private Function seat() {
        return program.entry(
                Objects.requireNonNull(rng.known), "seat", "(JJ)V", List.of(Val.number('J'), Val.number('J')));
    }

    private static String seated(Function seat) {
        return invocation(seat, "*AT(int64_t, " + StateRecord.KEY + ")", "*AT(int64_t, " + StateRecord.TICK + ")");
    }

    private static String row(String name, int length) {
        return "k->" + name + " = " + name + " + (int64_t)b * " + length + ";";
    }

    private String entry(String name, String parameters, String each, List<String> lines) {
        StringBuilder c = new StringBuilder("EXPORT sed_" + name + "(" + parameters + ") {\n    " + each + " {\n");
        boolean record = parameters.contains("state");
        c.append("    uint8_t *w = ").append(record ? "RECORD(state, b)" : "0").append(";\n");
        c.append("    K frame; K *k = &frame; k->fault = 0; k->lane = LANE(b);\n@LOCALS@");
        lines.forEach(line -> c.append("    ").append(line).append('\n'));
        return c.append("    }\n}\n\n").toString();
    }

    String step() {
        Val rewards = given("rewards", new float[example.players()], true);
        List<Val> values = List.of(actions, design, rng, rewards);
        Function step = program.entry(world, "step", "([I[F" + RNG + "[F)V", values);
        forbid(step, Effect.INEXACT);
        Function seat = seat();
        requireOwnScratch(step, seat.scratch);
        List<String> lines = new ArrayList<>();
        lines.add(row("actions", example.actions()));
        lines.add(row("design", example.design()));
        lines.add(row("rewards", example.players()));
        lines.add("if (spare) COPY_RECORD(w, SPARE(spare, b));");
        lines.add(seated(seat) + ";");
        lines.add(invocation(step) + ";");
        if (example.settles()) {
            lines.add("if (!k->fault) " + settled(ledger(), rewards) + ";");
        }
        lines.add("if (!k->fault) *AT(int64_t, " + StateRecord.TICK + ") += 1;");
        lines.add("else if (spare) COPY_RECORD(SPARE(spare, b), w);");
        lines.add("flags[b] = k->fault;");
        return entry(
                "step",
                "uint8_t *state, " + WORLDS
                        + "const int32_t *actions, const float *design, float *rewards, int32_t *flags, uint8_t *spare",
                "EACH_WORLD",
                lines);
    }

    private Val ledger() {
        Function read = program.entry(world, "ledger", "()[F", List.of());
        forbid(read, Effect.WRITES_STATE);
        Val ledger = read.result;
        if (ledger == null || !ledger.is(Val.Form.KNOWN) || !ledger.isArray()) {
            throw new NotPortable(
                    Where.of(read.code, 0),
                    "returns one of several arrays",
                    "one array in a final field can be the ledger");
        }
        if (ledger.place().space() == Space.SCRATCH) {
            throw new NotPortable(
                    Where.of(read.code, 0),
                    "returns scratch, which is forgotten when it is read",
                    "the ledger can be state: not transient, and written by step");
        }
        return ledger;
    }

    private String settled(Val ledger, Val rewards) {
        return call("rewards", "([F[F[F)V", List.of(ledger, design, rewards), false);
    }

    String reset() {
        Function reset = program.entry(world, "reset", "(" + RNG + ")V", List.of(rng));
        forbid(reset, Effect.INEXACT);
        Function seat = seat();
        requireOwnScratch(reset, seat.scratch);
        return entry(
                "reset",
                "uint8_t *state, " + WORLDS + "const int8_t *which, int32_t *flags, uint8_t *spare",
                "EACH_WORLD if (!which || which[b])",
                List.of(
                        "if (spare) COPY_RECORD(w, SPARE(spare, b));",
                        seated(seat) + ";",
                        invocation(reset) + ";",
                        "if (!k->fault) *AT(int64_t, " + StateRecord.TICK + ") += 1;",
                        "else if (spare) COPY_RECORD(SPARE(spare, b), w);",
                        "flags[b] = k->fault;"));
    }

    String observe() {
        Val seen = view("", example.view());
        String call = call("observe", "(I[F" + view + ")V", List.of(Val.number('I'), design, seen), true, "i");
        return entry(
                "observe",
                "const uint8_t *state, " + WORLDS
                        + "const float *design, int8_t *codes, float *numbers, int32_t *flags",
                "EACH_PLAYER(" + example.players() + ")",
                List.of(
                        row("design", example.design()),
                        player(CODES, length(example.view(), CODES)),
                        player(NUMBERS, length(example.view(), NUMBERS)),
                        call + ";",
                        "FLAG_PLAYER;"));
    }

    private String player(String name, int length) {
        return "k->" + name + " = " + name + " + ((int64_t)b * " + example.players() + " + i) * " + length + ";";
    }

    String allowed() {
        Val mask = given("masks", new byte[example.choices()], true);
        String call = call("allowed", "(I[F[B)V", List.of(Val.number('I'), design, mask), true, "i");
        return entry(
                "allowed",
                "const uint8_t *state, " + WORLDS + "const float *design, int8_t *masks, int32_t *flags",
                "EACH_PLAYER(" + example.players() + ")",
                List.of(
                        row("design", example.design()),
                        player("masks", example.choices()),
                        call + ";",
                        "FLAG_PLAYER;"));
    }

    String ends() {
        return entry(
                "ends",
                "const uint8_t *state, " + WORLDS
                        + "int8_t *terminated, int8_t *truncated, int8_t *ended, int8_t *due, int32_t *flags",
                "EACH_WORLD",
                List.of(
                        "terminated[b] = (int8_t)" + call("terminated", "()Z", List.of(), true) + ";",
                        "truncated[b] = (int8_t)" + call("truncated", "()Z", List.of(), true) + ";",
                        "ended[b] = terminated[b] | truncated[b];",
                        "due[b] = (int8_t)" + call("due", "()Z", List.of(), true) + ";",
                        "flags[b] = k->fault;"));
    }

    String consult() {
        Val seen = view("principal_", example.principalView());
        String call = call("consult", "([I[F" + view + ")V", List.of(actions, design, seen), true);
        return entry(
                "consult",
                "const uint8_t *state, " + WORLDS
                        + "const int8_t *due, const int32_t *actions, const float *design, int8_t *principal_codes,"
                        + " float *principal_numbers, int32_t *flags",
                "EACH_WORLD if (!due || due[b])",
                List.of(
                        row("actions", example.actions()),
                        row("design", example.design()),
                        row("principal_codes", length(example.principalView(), CODES)),
                        row("principal_numbers", length(example.principalView(), NUMBERS)),
                        call + ";",
                        "flags[b] = k->fault;"));
    }

    String measure() {
        return reading("measure", "measures", example.measures());
    }

    String gauge() {
        return reading("gauge", "gauges", example.gauges());
    }

    private String reading(String method, String name, int length) {
        Val out = given(name, new float[length], true);
        return entry(
                method,
                "const uint8_t *state, " + WORLDS + "float *" + name + ", int32_t *flags",
                "EACH_WORLD",
                List.of(row(name, length), call(method, "([F)V", List.of(out), false) + ";", "flags[b] = k->fault;"));
    }

    String readLedger() {
        Storage s = ledger().place();
        return entry(
                "ledger",
                "const uint8_t *state, " + WORLDS + "float *ledger",
                "EACH_WORLD",
                List.of("copy_A_f32(" + s.c() + ", " + s.stride() + ", 0, ledger + (int64_t)b * " + s.length()
                        + ", 1, 0, " + s.length() + ");"));
    }

    String settle() {
        Val past = given("ledgers", new float[example.ledger()], false);
        Val out = given("settled", new float[example.players()], true);
        Function rewards = program.entry(world, "rewards", "([F[F[F)V", List.of(past, design, out));
        forbid(rewards, Effect.WRITES_STATE);
        forbid(rewards, Effect.READS_STATE);
        requireOwnScratch(rewards, new ScratchUse());
        return entry(
                "settle",
                WORLDS + "const float *ledgers, const float *design, float *settled, int32_t *flags",
                "EACH_WORLD",
                List.of(
                        row("ledgers", example.ledger()),
                        row("design", example.design()),
                        row("settled", example.players()),
                        invocation(rewards) + ";",
                        "flags[b] = k->fault;"));
    }
}
