package org.sed4j.examples.kernel;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.Translations;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.translator.Translation;

/** A batch on the JVM beside the same batch in compiled C: both play the same random choices, and every byte is compared. */
final class NativeTwin implements AutoCloseable {
    private final Translation translation;
    private final NativeLibrary library;
    private final Pomg jvm;
    private final Spaces spaces;
    private final int worlds;
    private final Rng rng = new Rng();
    private final ByteBuffer states;
    private final ByteBuffer spare;
    private final ByteBuffer flags;
    private final ByteBuffer design;
    private final ByteBuffer actions;
    private long compared;

    NativeTwin(Supplier<? extends World> maker, int worlds, Path folder) throws IOException, InterruptedException {
        this.translation = Translations.of(maker.get());
        this.library =
                NativeLibrary.getInstance(compile(translation.c(), folder).toString());
        this.jvm = Worlds.of(maker).batch(worlds).seed(Seed.of(7)).threads(1).build();
        this.spaces = jvm.spaces();
        this.worlds = worlds;
        this.states = buffer(worlds * translation.stateBytes());
        this.spare = buffer(translation.stateBytes());
        this.flags = buffer(4 * worlds);
        this.design = buffer(4 * worlds * spaces.design().dimension());
        this.actions = buffer(4 * worlds * spaces.players() * spaces.heads());
    }

    /** Whether there is a C compiler. */
    static boolean hasCompiler() {
        try {
            return new ProcessBuilder("gcc", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Path compile(String c, Path folder) throws IOException, InterruptedException {
        Path source = Files.createTempFile(folder, "unit", ".c");
        Files.writeString(source, c);
        Path library = Path.of(source.toString().replace(".c", ".so"));
        List<String> command = new ArrayList<>(
                List.of("gcc", "-std=gnu11", "-O1", "-ffp-contract=off", "-fPIC", "-shared", "-o", library.toString()));
        command.addAll(List.of(source.toString(), "-lm"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(
                    "gcc refuses what was generated:\n" + log.substring(0, Math.min(4000, log.length())));
        }
        return library;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(Math.max(8, bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many bytes were found equal. */
    long compared() {
        return compared;
    }

    /** Plays that many steps. */
    void play(int steps) {
        jvm.reset();
        push();
        if (offers("sed_reset")) {
            redraw();
        }
        look(-1);
        Tensors now = jvm.now();
        for (int t = 0; t < steps; t++) {
            choose(t);
            if (jvm.anyDue()) {
                consult(t);
            }
            ByteBuffer rewards = buffer(4 * worlds * spaces.players());
            copy(now.design().view(), design);
            IntTensor joint = IntTensor.zeros(worlds, (long) spaces.players() * spaces.heads());
            joint.view().put(0, actions.asIntBuffer(), 0, joint.length());
            jvm.step(joint);
            call("sed_step", states, 0, worlds, actions, design, rewards, flags, spare);
            same("rewards", t, now.rewards().view(), rewards);
            look(t);
            if (t % 8 == 7 || t == steps - 1) {
                sameStates(t);
            }
            end(t);
        }
    }

    private boolean offers(String name) {
        return translation.entries().contains(name);
    }

    private void call(String name, Object... arguments) {
        library.getFunction(name).invokeVoid(arguments);
        for (int b = 0; !name.equals("sed_ledger") && b < worlds; b++) {
            if (flags.getInt(4 * b) != 0) {
                throw new AssertionError(name + " sets flag " + flags.getInt(4 * b) + " of world " + b);
            }
        }
    }

    private void choose(int t) {
        int n = spaces.players();
        byte[] mask = new byte[spaces.masked() ? spaces.choices() : 0];
        for (int row = 0; row < worlds * n; row++) {
            rng.seat(99, t);
            rng.stream(row);
            jvm.now().masks().view().get(row * mask.length, mask);
            int offset = 0;
            for (int h = 0; h < spaces.heads(); h++) {
                int choices = spaces.actions().get(h);
                int choice = rng.below(choices);
                while (mask.length > 0 && mask[offset + choice] == 0) {
                    choice = (choice + 1) % choices;
                }
                actions.putInt(4 * (row * spaces.heads() + h), choice);
                offset += choices;
            }
        }
    }

    private void consult(int t) {
        Tensors now = jvm.now();
        IntTensor joint = IntTensor.zeros(worlds, (long) spaces.players() * spaces.heads());
        joint.view().put(0, actions.asIntBuffer(), 0, joint.length());
        ByteBuffer codes = buffer(now.principalCodes().length());
        ByteBuffer numbers = buffer(4 * now.principalNumbers().length());
        codes.put(0, now.principalCodes().view(), 0, now.principalCodes().length());
        copy(now.principalNumbers().view(), numbers);
        copy(now.design().view(), design);
        ByteBuffer due = buffer(worlds);
        due.put(0, now.due().view(), 0, worlds);
        jvm.consult(joint);
        call("sed_consult", states, 0, worlds, due, actions, design, codes, numbers, flags);
        same("principal's codes", t, now.principalCodes().view(), codes);
        same("principal's numbers", t, now.principalNumbers().view(), numbers);
        FloatTensor designs = FloatTensor.zeros(worlds, spaces.design().dimension());
        for (int j = 0; j < designs.length(); j++) {
            double high = spaces.design() instanceof DesignSpace.Box box
                    ? Math.min(2, box.high().get(j % spaces.design().dimension()))
                    : 1;
            designs.view().put(j, (float) (rng.uniform() * high));
        }
        jvm.enactWhereDue(designs);
    }

    private void look(int t) {
        Tensors now = jvm.now();
        copy(now.design().view(), design);
        ByteBuffer codes = buffer(now.codes().length());
        ByteBuffer numbers = buffer(4 * now.numbers().length());
        call("sed_observe", states, 0, worlds, design, codes, numbers, flags);
        same("codes", t, now.codes().view(), codes);
        same("numbers", t, now.numbers().view(), numbers);
        if (offers("sed_allowed")) {
            ByteBuffer masks = buffer(now.masks().length());
            call("sed_allowed", states, 0, worlds, design, masks, flags);
            same("masks", t, now.masks().view(), masks);
        }
        ByteBuffer[] ends = {buffer(worlds), buffer(worlds), buffer(worlds), buffer(worlds)};
        call("sed_ends", states, 0, worlds, ends[0], ends[1], ends[2], ends[3], flags);
        same("terminated", t, now.terminated().view(), ends[0]);
        same("truncated", t, now.truncated().view(), ends[1]);
        same("ended", t, now.ended().view(), ends[2]);
        same("due", t, now.due().view(), ends[3]);
        floats("sed_measure", t, now.measures().view());
        floats("sed_gauge", t, now.gauges().view());
        if (offers("sed_ledger")) {
            ByteBuffer ledger = buffer(4 * now.ledger().length());
            call("sed_ledger", states, 0, worlds, ledger);
            same("ledger", t, now.ledger().view(), ledger);
        }
    }

    private void floats(String name, int t, FloatBuffer there) {
        if (offers(name)) {
            ByteBuffer out = buffer(4 * there.capacity());
            call(name, states, 0, worlds, out, flags);
            same(name, t, there, out);
        }
    }

    private void end(int t) {
        byte[] ended = new byte[worlds];
        jvm.now().ended().view().get(0, ended);
        if (Arrays.equals(ended, new byte[worlds])) {
            return;
        }
        ByteBuffer which = buffer(worlds);
        which.put(0, ended);
        jvm.reset(jvm.now().ended());
        if (offers("sed_reset")) {
            call("sed_reset", states, 0, worlds, which, flags, spare);
            sameStates(t);
        } else {
            push();
        }
        look(t);
    }

    /** Draws the first states on both sides once more, in worlds that have begun. */
    private void redraw() {
        jvm.reset();
        call("sed_reset", states, 0, worlds, com.sun.jna.Pointer.NULL, flags, spare);
        sameStates(-1);
    }

    private int header() {
        return 4 * spaces.players();
    }

    private void push() {
        List<Snapshot.Bytes> records = jvm.save().records();
        for (int b = 0; b < worlds; b++) {
            ByteBuffer in = ByteBuffer.wrap(records.get(b).toArray()).order(ByteOrder.LITTLE_ENDIAN);
            long key = in.getLong(header());
            long tick = in.getLong(header() + 8);
            in.position(header() + 16 + 4 * spaces.design().dimension());
            translation.toRecord(key, tick, in, states, b * translation.stateBytes());
        }
    }

    private void sameStates(int t) {
        List<Snapshot.Bytes> records = jvm.save().records();
        int start = header() + 16 + 4 * spaces.design().dimension();
        for (int b = 0; b < worlds; b++) {
            byte[] there = records.get(b).toArray();
            ByteBuffer here = ByteBuffer.wrap(there.clone()).order(ByteOrder.LITTLE_ENDIAN);
            here.putLong(header() + 8, states.getLong(b * translation.stateBytes() + 8));
            here.position(start);
            translation.fromRecord(states, b * translation.stateBytes(), here);
            int at = Arrays.mismatch(there, here.array());
            compared += there.length;
            if (at >= 0) {
                int packed = at - start;
                String path = translation.members().stream()
                        .filter(m -> m.packed() <= packed && packed < m.packed() + m.bytes())
                        .map(m -> m.path() + " + " + (packed - m.packed()))
                        .findFirst()
                        .orElse("tick");
                throw new AssertionError("State " + path + " of world " + b + " differs after step " + t);
            }
        }
    }

    private static void copy(FloatBuffer from, ByteBuffer to) {
        to.asFloatBuffer().put(0, from, 0, from.capacity());
    }

    private void same(String what, int t, ByteBuffer there, ByteBuffer here) {
        ByteBuffer a = there.duplicate().clear();
        int at = a.mismatch(here.duplicate().position(0).limit(a.limit()));
        compared += a.limit();
        if (at >= 0) {
            throw new AssertionError(
                    what + " differ after step " + t + " at " + at + ": JVM " + a.get(at) + ", C " + here.get(at));
        }
    }

    private void same(String what, int t, FloatBuffer there, ByteBuffer here) {
        compared += 4L * there.capacity();
        for (int i = 0; i < there.capacity(); i++) {
            if (Float.floatToRawIntBits(there.get(i)) != here.getInt(4 * i)) {
                throw new AssertionError(what + " differ after step " + t + " at " + i + ": JVM " + there.get(i)
                        + ", C " + here.getFloat(4 * i));
            }
        }
    }

    @Override
    public void close() {
        jvm.close();
        library.close();
    }
}
