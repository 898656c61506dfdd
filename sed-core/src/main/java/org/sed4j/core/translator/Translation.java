package org.sed4j.core.translator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A world's own bytecode as a program for many worlds alike: one text for a C99 compiler and for CUDA C, and where a world's
 * state is in its memory.
 *
 * <p>Configuration has become constants, so worlds configured otherwise need a translation of their own. Java's arithmetic is
 * kept to the bit, if the compiler is told not to contract products and sums ({@code -ffp-contract=off}, {@code -fmad=false}).
 * What Java would answer with an exception sets a flag of the world instead and leaves its record as it was.
 */
public final class Translation {
    private final String world;
    private final boolean settles;
    private final StateRecord record;
    private final Map<String, String> entries;
    private final List<NotPortable> refusals;
    private final Optional<NotPortable> reset;
    private final String body;
    private final long scratchBytes;

    private Translation(Example example) {
        this.world = example.world().getClass().getSimpleName();
        this.settles = example.settles();
        this.record = new StateRecord(example.state());
        this.entries = new LinkedHashMap<>();
        this.refusals = new ArrayList<>();
        Program program = new Program(example.world().getClass().getClassLoader());
        record.enter(program.memory());
        Given given = new Given(example, program);
        Looks looks = new Looks(given);
        Moves moves = new Moves(given);
        entry("step", moves::step);
        entry("observe", looks::observe);
        if (example.choices() > 0) {
            entry("allowed", looks::allowed);
        }
        entry("ends", looks::ends);
        entry("consult", looks::consult);
        if (example.measures() > 0) {
            entry("measure", looks::measure);
        }
        if (example.gauges() > 0) {
            entry("gauge", looks::gauge);
        }
        if (settles) {
            entry("ledger", moves::readLedger);
            entry("settle", moves::settle);
        }
        int others = refusals.size();
        entry("reset", moves::reset);
        this.reset = refusals.size() > others ? Optional.of(refusals.remove(others)) : Optional.empty();
        String locals = program.memory().locals();
        this.scratchBytes = program.memory().scratchBytes();
        this.body = record.declarations()
                + program.records().declarations()
                + program.memory().declarations()
                + program.text()
                + String.join("", entries.values()).replace("@LOCALS@", locals);
    }

    private void entry(String name, Supplier<String> text) {
        try {
            entries.put("sed_" + name, text.get());
        } catch (NotPortable refused) {
            refusals.add(refused);
        } catch (NotPortable.Reason reason) {
            refusals.add(reason.at(world + "." + name));
        } catch (RuntimeException | LinkageError | StackOverflowError unforeseen) {
            refusals.add(new NotPortable(world + "." + name, unforeseen));
        }
    }

    /**
     * Translates a world.
     *
     * @throws NotPortable saying where and why it cannot be translated
     */
    public static Translation of(Example example) {
        Translation translation = attempt(example);
        if (!translation.refusals.isEmpty()) {
            throw translation.refusals.get(0);
        }
        return translation;
    }

    /** Translates a world as far as it goes: {@link #refusals} says what is missing. */
    public static Translation attempt(Example example) {
        return new Translation(example);
    }

    /** Why not all can be translated, a reason for each face of the world that cannot; without reset. */
    public List<NotPortable> refusals() {
        return List.copyOf(refusals);
    }

    /** Whether rewards are settled from a ledger. */
    public boolean settles() {
        return settles;
    }

    /** Length of one world's record, a multiple of eight: key, tick, state. */
    public int stateBytes() {
        return record.bytes();
    }

    /** Bytes of scratch arrays that each call has of its own. */
    public long scratchBytes() {
        return scratchBytes;
    }

    /** What is where in a record, in the order in which the engine writes states. */
    public List<Member> members() {
        return record.members();
    }

    /** Names of the functions that the program offers: {@code sed_step}, ... */
    public List<String> entries() {
        return List.copyOf(entries.keySet());
    }

    /** Why states are to be drawn on the JVM; empty if the program can reset worlds itself. */
    public Optional<String> onlyOnJvm() {
        return reset.map(Throwable::getMessage);
    }

    /** The program for a C compiler. */
    public String c() {
        return head("-std=gnu11 -O3 -ffp-contract=off -fPIC -shared") + body;
    }

    /** The program for NVRTC or nvcc. */
    public String cuda() {
        return head("-fmad=false") + body;
    }

    static String head(String options) {
        try (InputStream in = Translation.class.getResourceAsStream("semantics.h")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return "/* Generated from bytecode. Compile with " + options + ". */\n" + text + "\n";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Writes a world's record, for a layout of one world a tile.
     *
     * @param packed the state as the engine writes it, from its position on; its position stays
     * @param to a little-endian buffer
     * @param at where the record begins in it
     */
    public void toRecord(long key, long tick, ByteBuffer packed, ByteBuffer to, int at) {
        requireLittle(to);
        to.putLong(at + StateRecord.KEY, key).putLong(at + StateRecord.TICK, tick);
        for (Member m : record.members()) {
            to.put(at + m.offset(), packed, packed.position() + m.packed(), m.bytes());
        }
    }

    /**
     * Reads a world's state from its record, for a layout of one world a tile.
     *
     * @param packed takes the state as the engine writes it, from its position on; its position stays
     */
    public void fromRecord(ByteBuffer from, int at, ByteBuffer packed) {
        requireLittle(from);
        for (Member m : record.members()) {
            packed.put(packed.position() + m.packed(), from, at + m.offset(), m.bytes());
        }
    }

    private static void requireLittle(ByteBuffer buffer) {
        if (buffer.order() != ByteOrder.LITTLE_ENDIAN) {
            throw new IllegalArgumentException(
                    "The buffer of records is big-endian.\nMaybe order(ByteOrder.LITTLE_ENDIAN) was forgotten.");
        }
    }
}
