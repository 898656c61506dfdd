package org.sed4j.core.pomg.engine;

import java.util.Set;

/**
 * The C around a translated World that makes one call of what a batch asks of a shard: a few worlds at a time are stepped and
 * looked at while they are in the cache.
 *
 * <p>What it is given, {@code sed_run_call}, is {@link NativeSheet}'s table of addresses. Every function returns 0 if
 * nothing was flagged.
 */
final class Glue {
    /** Worlds that are stepped before they are looked at: records of a few kilobytes stay in the first or second cache. */
    private static final int WORLDS = 16;

    /** The World's functions are called from here alone: shown to others, the loader could mix up those of two Worlds. */
    private static final String PRIVATE = "#define EXPORT static __attribute__((unused)) void\n";

    private Glue() {}

    /** A whole program: the World's functions and those around them. */
    static String around(Program program) {
        return PRIVATE + program.c() + c(program.entries());
    }

    /** The functions, to be put after the World's own. */
    private static String c(Set<String> entries) {
        StringBuilder look = new StringBuilder();
        entry(look, entries, "sed_observe", "k->design, k->codes, k->numbers, k->flags");
        entry(look, entries, "sed_allowed", "k->design, k->masks, k->flags");
        entry(look, entries, "sed_ends", "k->terminated, k->truncated, k->ended, k->due, k->flags");
        entry(look, entries, "sed_measure", "k->measures, k->flags");
        entry(look, entries, "sed_gauge", "k->gauges, k->flags");
        if (entries.contains("sed_ledger")) {
            look.append("    sed_ledger(k->state, first, count, k->ledger);\n");
        }
        String reset = entries.contains("sed_reset")
                ? "sed_reset(k->state, b, 1, 0, k->stepped, k->spare);"
                : "k->stepped[b] = 0;";
        String consult = entries.contains("sed_consult")
                ? "sed_consult(k->state, first, count, k->due, k->actions, k->design, k->principal_codes,"
                        + " k->principal_numbers, k->looked);"
                : "";
        return """

                typedef struct {
                    uint8_t *state; const int32_t *actions; const float *design; float *rewards;
                    int8_t *codes; float *numbers; int8_t *masks;
                    int8_t *terminated; int8_t *truncated; int8_t *ended; int8_t *due;
                    float *ledger; float *measures; float *gauges;
                    int8_t *principal_codes; float *principal_numbers;
                    int32_t *stepped; int32_t *looked; int32_t *flags; uint8_t *spare;
                } sed_run_call;

                static int32_t sed_run_any(const int32_t *flags, int32_t first, int32_t count) {
                    int32_t any = 0;
                    for (int32_t b = first; b < first + count; b++) any |= flags[b];
                    return any;
                }

                __attribute__((visibility("default"))) int32_t sed_run_look(const sed_run_call *k, int32_t first, int32_t count) {
                    memset(k->looked + first, 0, sizeof(int32_t) * count);
                %s    return sed_run_any(k->looked, first, count);
                }

                __attribute__((visibility("default"))) int32_t sed_run_step(const sed_run_call *k, int32_t first, int32_t count) {
                    int32_t any = 0;
                    for (int32_t b = first; b < first + count; b += %d) {
                        int32_t some = first + count - b < %d ? first + count - b : %d;
                        sed_step(k->state, b, some, k->actions, k->design, k->rewards, k->stepped, k->spare);
                        any |= sed_run_any(k->stepped, b, some) | sed_run_look(k, b, some);
                    }
                    return any;
                }

                __attribute__((visibility("default"))) int32_t sed_run_reset(const sed_run_call *k, int32_t first, int32_t count,
                        const int8_t *which, int32_t players) {
                    int32_t any = 0;
                    for (int32_t b = first; b < first + count; b++) {
                        k->stepped[b] = 0;
                        k->looked[b] = 0;
                        if (which && !which[b]) continue;
                        %s
                        memset(k->rewards + (int64_t) b * players, 0, sizeof(float) * players);
                        any |= k->stepped[b] | sed_run_look(k, b, 1);
                    }
                    return any;
                }

                __attribute__((visibility("default"))) int32_t sed_run_consult(const sed_run_call *k, int32_t first, int32_t count) {
                    memset(k->looked + first, 0, sizeof(int32_t) * count);
                    %s
                    return sed_run_any(k->looked, first, count);
                }
                """.formatted(look, WORLDS, WORLDS, WORLDS, reset, consult);
    }

    private static void entry(StringBuilder look, Set<String> entries, String name, String arguments) {
        if (entries.contains(name)) {
            look.append("    ")
                    .append(name)
                    .append("(k->state, first, count, ")
                    .append(arguments)
                    .append(");\n");
            look.append("    for (int32_t b = first; b < first + count; b++) k->looked[b] |= k->flags[b];\n");
        }
    }
}
