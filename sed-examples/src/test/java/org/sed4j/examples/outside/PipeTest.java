package org.sed4j.examples.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.harvest.Ending;
import org.sed4j.envs.harvest.Harvest;
import org.sed4j.envs.harvest.HarvestRules;
import org.sed4j.envs.harvest.HarvestTypes;

/** What comes out of the pipe is what the same calls publish here; and the Python client reads it. */
class PipeTest {
    private static final int WORLDS = 3;
    private static final int STEPS = 60;
    private static final HarvestRules RULES = HarvestRules.preset("laptop").toBuilder()
            .ending(Ending.after(Integer.MAX_VALUE))
            .build();

    private static Pomg worlds(long seed) {
        return Worlds.of(Harvest.maker(RULES, HarvestTypes.same(4, 0.5, 0.5)))
                .batch(WORLDS)
                .seed(Seed.of(seed))
                .build();
    }

    private static ByteBuffer served(byte[] questions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Pipe pipe = new Pipe(new DataInputStream(new ByteArrayInputStream(questions)), out, PipeTest::worlds)) {
            pipe.serve("harvest");
        }
        ByteBuffer all = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[all.getInt()];
        all.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8)).contains("\"economy\":\"harvest\"", "\"worlds\":3");
        return all;
    }

    private static int action(int lane, int step) {
        return (lane + step) % 7;
    }

    /** A question whose content is filled in. */
    private static byte[] question(char name, int bytes, Consumer<ByteBuffer> content) {
        byte[] question = new byte[1 + bytes];
        content.accept(ByteBuffer.wrap(question).order(ByteOrder.LITTLE_ENDIAN).put((byte) name));
        return question;
    }

    private static byte[] steps(int count) {
        ByteArrayOutputStream asked = new ByteArrayOutputStream();
        asked.writeBytes(question('r', 8, content -> content.putLong(7)));
        for (int t = 0; t < count; t++) {
            int step = t;
            asked.writeBytes(question('s', 4 * WORLDS * 4, actions -> {
                for (int lane = 0; lane < WORLDS * 4; lane++) {
                    actions.putInt(action(lane, step));
                }
            }));
        }
        return asked.toByteArray();
    }

    /** Plays here what the Python test plays there. */
    private static double played(boolean governed) {
        double total = 0;
        try (Pomg economy = worlds(7)) {
            economy.reset();
            IntTensor actions = IntTensor.zeros(WORLDS, 4);
            FloatTensor designs = FloatTensor.zeros(WORLDS, 3);
            for (int at = 0; at < designs.length(); at++) {
                designs.set(at, 0.5f);
            }
            for (int t = 0; t < STEPS; t++) {
                for (int lane = 0; lane < actions.length(); lane++) {
                    actions.set(lane, action(lane, t));
                }
                if (governed && economy.anyDue()) {
                    economy.consult(actions);
                    economy.enactWhereDue(designs);
                }
                economy.step(actions);
                for (int lane = 0; lane < actions.length(); lane++) {
                    total += economy.now().rewards().get(lane);
                }
            }
        }
        return total;
    }

    @Test
    void whatIsPublished_comesThroughInOrder() throws IOException {
        ByteBuffer answers = served(steps(STEPS));
        try (Pomg economy = worlds(7)) {
            economy.reset();
            int codes = economy.now().codes().length();
            int numbers = economy.now().numbers().length();
            int answer = answers.remaining() / (STEPS + 1);
            assertThat(answers.remaining()).isEqualTo(answer * (STEPS + 1));
            double total = 0;
            for (int t = 0; t <= STEPS; t++) {
                int start = answers.position();
                assertThat(answers.get()).isZero();
                answers.position(start + 1 + codes + 4 * numbers); // this preset has no masks
                for (int lane = 0; t > 0 && lane < 4 * WORLDS; lane++) {
                    total += answers.getFloat();
                }
                answers.position(start + answer);
            }
            assertThat(total).isEqualTo(played(false)).isPositive();
        }
    }

    @Test
    void whatIsRefused_isSaid_andTheWorldsGoOn() throws IOException {
        ByteArrayOutputStream asked = new ByteArrayOutputStream();
        asked.writeBytes(steps(0));
        asked.writeBytes(question('s', 4 * WORLDS * 4, actions -> actions.putInt(99)));
        asked.write('e');
        asked.write('q');
        ByteBuffer answers = served(asked.toByteArray());
        assertThat(answers.get()).isZero();
        String rest = StandardCharsets.ISO_8859_1.decode(answers).toString();
        assertThat(rest).contains("Action 99 of player 0 in world 0");
    }

    @Test
    void clientThatGoesAway_orSpeaksAnotherProtocol_endsIt() {
        assertThat(catching(new byte[] {'s', 1, 2})).isInstanceOf(EOFException.class);
        assertThat(catching(new byte[] {'x'})).hasMessageContaining("another protocol");
    }

    private static Exception catching(byte[] questions) {
        try {
            served(questions);
        } catch (IOException ended) {
            return ended;
        }
        throw new AssertionError("it went on");
    }

    @Test
    void pythonClient_drivesTheSameWorlds() throws Exception {
        Path folder = Path.of("../docs/python").toAbsolutePath().normalize();
        assumeTrue(runs(List.of("python3", "-c", "import numpy")), "python3 with NumPy is not installed");
        List<String> command = new ArrayList<>(List.of("python3", "-B", folder + "/test_sed4j.py"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.sed4j.examples.Sed"));
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        assertThat(said.strip().lines().toList()).last().isEqualTo(String.format(Locale.ROOT, "%.6f", played(true)));
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
