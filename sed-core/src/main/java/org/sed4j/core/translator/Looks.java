package org.sed4j.core.translator;

import java.util.List;
import org.objectweb.asm.Type;

/** The functions of a program that only look at worlds: what players and the principal see, masks, ends, measures, gauges. */
final class Looks {
    private final Given given;
    private final String view;

    Looks(Given given) {
        this.given = given;
        this.view = Type.getDescriptor(given.example.view().getClass());
    }

    String observe() {
        Val seen = given.view("", given.example.view());
        String call =
                given.call("observe", "(I[F" + view + ")V", List.of(Val.number('I'), given.design, seen), true, "i");
        return Entry.text(
                "observe",
                "const uint8_t *state, " + Entry.WORLDS
                        + "const float *design, int8_t *codes, float *numbers, int32_t *flags",
                "EACH_PLAYER(" + given.example.players() + ")",
                List.of(
                        Entry.row("design", given.example.design()),
                        player(Given.CODES, Given.length(given.example.view(), Given.CODES)),
                        player(Given.NUMBERS, Given.length(given.example.view(), Given.NUMBERS)),
                        call + ";",
                        "FLAG_PLAYER;"));
    }

    private String player(String name, int length) {
        return "k->" + name + " = " + name + " + ((int64_t)b * " + given.example.players() + " + i) * " + length + ";";
    }

    String allowed() {
        Val mask = given.array("masks", new byte[given.example.choices()], true);
        String call = given.call("allowed", "(I[F[B)V", List.of(Val.number('I'), given.design, mask), true, "i");
        return Entry.text(
                "allowed",
                "const uint8_t *state, " + Entry.WORLDS + "const float *design, int8_t *masks, int32_t *flags",
                "EACH_PLAYER(" + given.example.players() + ")",
                List.of(
                        Entry.row("design", given.example.design()),
                        player("masks", given.example.choices()),
                        call + ";",
                        "FLAG_PLAYER;"));
    }

    String ends() {
        return Entry.text(
                "ends",
                "const uint8_t *state, " + Entry.WORLDS
                        + "int8_t *terminated, int8_t *truncated, int8_t *ended, int8_t *due, int32_t *flags",
                "EACH_WORLD",
                List.of(
                        "terminated[b] = (int8_t)" + given.call("terminated", "()Z", List.of(), true) + ";",
                        "truncated[b] = (int8_t)" + given.call("truncated", "()Z", List.of(), true) + ";",
                        "ended[b] = terminated[b] | truncated[b];",
                        "due[b] = (int8_t)" + given.call("due", "()Z", List.of(), true) + ";",
                        "flags[b] = k->fault;"));
    }

    String consult() {
        Val seen = given.view("principal_", given.example.principalView());
        String call = given.call("consult", "([I[F" + view + ")V", List.of(given.actions, given.design, seen), true);
        return Entry.text(
                "consult",
                "const uint8_t *state, " + Entry.WORLDS
                        + "const int8_t *due, const int32_t *actions, const float *design, int8_t *principal_codes,"
                        + " float *principal_numbers, int32_t *flags",
                "EACH_WORLD if (!due || due[b])",
                List.of(
                        Entry.row("actions", given.example.actions()),
                        Entry.row("design", given.example.design()),
                        Entry.row("principal_codes", Given.length(given.example.principalView(), Given.CODES)),
                        Entry.row("principal_numbers", Given.length(given.example.principalView(), Given.NUMBERS)),
                        call + ";",
                        "flags[b] = k->fault;"));
    }

    String measure() {
        return reading("measure", "measures", given.example.measures());
    }

    String gauge() {
        return reading("gauge", "gauges", given.example.gauges());
    }

    private String reading(String method, String name, int length) {
        Val out = given.array(name, new float[length], true);
        return Entry.text(
                method,
                "const uint8_t *state, " + Entry.WORLDS + "float *" + name + ", int32_t *flags",
                "EACH_WORLD",
                List.of(
                        Entry.row(name, length),
                        given.call(method, "([F)V", List.of(out), false) + ";",
                        "flags[b] = k->fault;"));
    }
}
