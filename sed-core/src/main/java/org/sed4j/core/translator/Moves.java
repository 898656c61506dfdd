package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Type;
import org.sed4j.core.run.Rng;
import org.sed4j.core.translator.Function.Effect;

/** The functions of a program that move worlds on and pay: step, reset, the ledger and its settlement. */
final class Moves {
    private static final String RNG = Type.getDescriptor(Rng.class);

    private final Given given;

    Moves(Given given) {
        this.given = given;
    }

    private Function seat() {
        return given.program.entry(
                Objects.requireNonNull(given.rng.known), "seat", "(JJ)V", List.of(Val.number('J'), Val.number('J')));
    }

    private static String seated(Function seat) {
        return Entry.invocation(
                seat, "*AT(int64_t, " + StateRecord.KEY + ")", "*AT(int64_t, " + StateRecord.TICK + ")");
    }

    String step() {
        Val rewards = given.array("rewards", new float[given.example.players()], true);
        List<Val> values = List.of(given.actions, given.design, given.rng, rewards);
        Function step = given.program.entry(given.world, "step", "([I[F" + RNG + "[F)V", values);
        Entry.forbid(step, Effect.INEXACT);
        Function seat = seat();
        Entry.requireOwnScratch(step, seat.scratch);
        List<String> lines = new ArrayList<>();
        lines.add(Entry.row("actions", given.example.actions()));
        lines.add(Entry.row("design", given.example.design()));
        lines.add(Entry.row("rewards", given.example.players()));
        lines.add("if (spare) COPY_RECORD(w, SPARE(spare, b));");
        lines.add(seated(seat) + ";");
        lines.add(Entry.invocation(step) + ";");
        if (given.example.settles()) {
            lines.add("if (!k->fault) " + settled(ledger(), rewards) + ";");
        }
        lines.add("if (!k->fault) *AT(int64_t, " + StateRecord.TICK + ") += 1;");
        lines.add("else if (spare) COPY_RECORD(SPARE(spare, b), w);");
        lines.add("flags[b] = k->fault;");
        return Entry.text(
                "step",
                "uint8_t *state, " + Entry.WORLDS
                        + "const int32_t *actions, const float *design, float *rewards, int32_t *flags, uint8_t *spare",
                "EACH_WORLD",
                lines);
    }

    private Val ledger() {
        Function read = given.program.entry(given.world, "ledger", "()[F", List.of());
        Entry.forbid(read, Effect.WRITES_STATE);
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
        return given.call("rewards", "([F[F[F)V", List.of(ledger, given.design, rewards), false);
    }

    String reset() {
        Function reset = given.program.entry(given.world, "reset", "(" + RNG + ")V", List.of(given.rng));
        Entry.forbid(reset, Effect.INEXACT);
        Function seat = seat();
        Entry.requireOwnScratch(reset, seat.scratch);
        return Entry.text(
                "reset",
                "uint8_t *state, " + Entry.WORLDS + "const int8_t *which, int32_t *flags, uint8_t *spare",
                "EACH_WORLD if (!which || which[b])",
                List.of(
                        "if (spare) COPY_RECORD(w, SPARE(spare, b));",
                        seated(seat) + ";",
                        Entry.invocation(reset) + ";",
                        "if (!k->fault) *AT(int64_t, " + StateRecord.TICK + ") += 1;",
                        "else if (spare) COPY_RECORD(SPARE(spare, b), w);",
                        "flags[b] = k->fault;"));
    }

    String readLedger() {
        Storage s = ledger().place();
        return Entry.text(
                "ledger",
                "const uint8_t *state, " + Entry.WORLDS + "float *ledger",
                "EACH_WORLD",
                List.of("copy_A_f32(" + s.c() + ", " + s.stride() + ", 0, ledger + (int64_t)b * " + s.length()
                        + ", 1, 0, " + s.length() + ");"));
    }

    String settle() {
        Val past = given.array("ledgers", new float[given.example.ledger()], false);
        Val out = given.array("settled", new float[given.example.players()], true);
        Function rewards = given.program.entry(given.world, "rewards", "([F[F[F)V", List.of(past, given.design, out));
        Entry.forbid(rewards, Effect.WRITES_STATE);
        Entry.forbid(rewards, Effect.READS_STATE);
        Entry.requireOwnScratch(rewards, new ScratchUse());
        return Entry.text(
                "settle",
                Entry.WORLDS + "const float *ledgers, const float *design, float *settled, int32_t *flags",
                "EACH_WORLD",
                List.of(
                        Entry.row("ledgers", given.example.ledger()),
                        Entry.row("design", given.example.design()),
                        Entry.row("settled", given.example.players()),
                        Entry.invocation(rewards) + ";",
                        "flags[b] = k->fault;"));
    }
}
