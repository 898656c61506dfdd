package org.sed4j.examples.outside;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;

/**
 * Worlds at the end of a pipe, for a client in another language: docs/python/sed4j.py is one. All numbers little-endian.
 *
 * <p>First goes {@link Header}, after its length as an int. Then the client asks, a byte each with what it needs:
 * <pre>
 *   r seed         int64     worlds anew from a seed, μ_0
 *   e                        starts the ended worlds anew
 *   s actions      int32 [B, n · heads]   steps
 *   d designs      float [B, k]   puts designs in force in every world
 *   c actions      int32 [B, n · heads]   publishes what the principal of the due worlds sees before that step
 *   w designs      float [B, k]   puts designs in force in the due worlds, after c
 *   q                        ends
 * </pre>
 * The answer is a byte 0 and what is published, or 1, a length and a message. Published are, after c, the principal's codes and
 * numbers; else players' codes, numbers, masks, rewards, terminated, truncated, due, design, measures and gauges, as in
 * {@link Tensors}. An end of input ends, too.
 */
final class Pipe implements AutoCloseable {
    private static final int LARGEST = 1 << 30;

    private final DataInputStream in;
    private final OutputStream out;
    private final LongFunction<Pomg> worlds;
    private Pomg economy;
    private final IntTensor actions;
    private final FloatTensor designs;
    private final byte[] asked;
    private final byte[] told;

    /**
     * A pipe.
     *
     * @param worlds makes a batch from a seed, all alike
     */
    Pipe(DataInputStream in, OutputStream out, LongFunction<Pomg> worlds) {
        this.in = in;
        this.out = out;
        this.worlds = worlds;
        this.economy = worlds.apply(0);
        int batch = economy.batch();
        this.actions = IntTensor.zeros(
                batch, (long) economy.players() * economy.spaces().heads());
        this.designs = FloatTensor.zeros(batch, economy.spaces().design().dimension());
        this.asked = bytes(4L * Math.max(Math.max(actions.length(), designs.length()), 2));
        this.told = bytes(1 + Math.max(size(published()), size(consulted())));
    }

    private static byte[] bytes(long bytes) {
        if (bytes > LARGEST) {
            throw new IllegalArgumentException("what is published in a step (" + bytes + " bytes) must be at most "
                    + LARGEST + ".\nMaybe there are too many worlds.");
        }
        return new byte[(int) bytes];
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<Object> published() {
        Tensors now = economy.now();
        return List.of(
                now.codes(),
                now.numbers(),
                now.masks(),
                now.rewards(),
                now.terminated(),
                now.truncated(),
                now.due(),
                now.design(),
                now.measures(),
                now.gauges());
    }

    private List<Object> consulted() {
        return List.of(economy.now().principalCodes(), economy.now().principalNumbers());
    }

    private static long size(List<Object> tensors) {
        long bytes = 0;
        for (Object tensor : tensors) {
            bytes += tensor instanceof FloatTensor numbers ? 4L * numbers.length() : ((ByteTensor) tensor).length();
        }
        return bytes;
    }

    /** Answers until the client has no more questions. */
    void serve(String name) throws IOException {
        byte[] header = new Header(name, economy.spaces(), economy.batch()).bytes();
        writeInt(header.length);
        out.write(header);
        out.flush();
        for (int question = in.read(); question >= 0 && question != 'q'; question = in.read()) {
            answer((char) question);
            out.flush();
        }
    }

    private void writeInt(int value) throws IOException {
        byte[] bytes = new byte[Integer.BYTES];
        little(bytes).putInt(value);
        out.write(bytes);
    }

    private void answer(char question) throws IOException {
        List<Object> answer;
        try {
            answer = act(question);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            byte[] message = String.valueOf(refused.getMessage()).getBytes(StandardCharsets.UTF_8);
            out.write(1);
            writeInt(message.length);
            out.write(message);
            return;
        }
        ByteBuffer buffer = little(told).put((byte) 0);
        for (Object tensor : answer) {
            if (tensor instanceof FloatTensor numbers) {
                buffer.asFloatBuffer().put(numbers.view().duplicate().rewind());
                buffer.position(buffer.position() + 4 * numbers.length());
            } else {
                buffer.put(((ByteTensor) tensor).view().duplicate().rewind());
            }
        }
        out.write(told, 0, buffer.position());
    }

    private List<Object> act(char question) throws IOException {
        switch (question) {
            case 'r' -> {
                long seed = read(8).getLong();
                economy.close();
                economy = worlds.apply(seed);
                economy.reset();
            }
            case 'e' -> economy.reset(economy.now().ended());
            case 's' -> economy.step(actions());
            case 'd' -> economy.enact(designs());
            case 'w' -> economy.enactWhereDue(designs());
            case 'c' -> {
                economy.consult(actions());
                return consulted();
            }
            default ->
                throw new IOException("There is no question '" + question + "': the client speaks another protocol.");
        }
        return published();
    }

    private ByteBuffer read(int bytes) throws IOException {
        if (in.readNBytes(asked, 0, bytes) < bytes) {
            throw new EOFException("The client went away in the middle of a question.");
        }
        return little(asked);
    }

    private IntTensor actions() throws IOException {
        actions.view()
                .duplicate()
                .rewind()
                .put(read(4 * actions.length()).asIntBuffer().limit(actions.length()));
        return actions;
    }

    private FloatTensor designs() throws IOException {
        designs.view()
                .duplicate()
                .rewind()
                .put(read(4 * designs.length()).asFloatBuffer().limit(designs.length()));
        return designs;
    }

    @Override
    public void close() {
        economy.close();
    }
}
