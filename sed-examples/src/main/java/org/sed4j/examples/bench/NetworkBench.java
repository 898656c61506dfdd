package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.activations.Activation;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.network.Adam;
import org.sed4j.rl.network.Architectures;
import org.sed4j.rl.network.Executor;
import org.sed4j.rl.network.Heads;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;

/**
 * Times one PPO update (forward, loss, backward, Adam; one epoch, one minibatch) by the fused executor and by DL4J's own, turn
 * about in one run, since single times on shared machines say little. DL4J is given our Adam, so that the ratio is that of the
 * two executors.
 */
public final class NetworkBench {
    private static final int ACTIONS = 8;
    private static final Heads HEADS = Heads.of(ACTIONS, Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);

    private NetworkBench() {}

    /**
     * What to time.
     *
     * @param threads size of the crew, at least 1; DL4J works on one
     * @param rows rows of the batch, at least 1
     * @param turns how many times each is timed, at least 1; DL4J's convolution a third as often
     * @param seed where rows and weights come from
     */
    public record Options(int threads, int rows, int turns, Seed seed) {
        public Options {
            Require.atLeast(threads, 1, "threads");
            Require.atLeast(rows, 1, "rows");
            Require.atLeast(turns, 1, "turns");
        }

        /** One thread, 7168 rows (64 worlds of 7 players, 16 steps), 9 turns. */
        public static Options defaults() {
            return new Options(1, 7168, 9, Seed.of(1));
        }
    }

    /**
     * Medians of one case.
     *
     * @param name the network
     * @param rows rows of the batch
     * @param fusedMillis milliseconds of one update by the fused executor
     * @param fusedLeastMillis the least of them, which another job on the machine disturbed least
     * @param dl4jMillis milliseconds of one update by DL4J
     * @param ratio dl4jMillis / fusedMillis
     * @param rowsPerSecond rows / fused seconds
     */
    public record Row(
            String name,
            int rows,
            double fusedMillis,
            double fusedLeastMillis,
            double dl4jMillis,
            double ratio,
            double rowsPerSecond) {}

    /** All cases, in order. */
    public record Result(Options options, List<Row> rows) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    private record Case(String name, Inputs inputs, Network network, int fusedPerTurn, int turnsPerDl4j) {}

    /** Times every case. */
    public static Result run(Options options) {
        List<Row> rows = new ArrayList<>();
        try (Crew crew = Crew.of(options.threads())) {
            for (Case each : cases(options.seed())) {
                rows.add(time(each, options, crew));
            }
        }
        return new Result(options, rows);
    }

    private static List<Case> cases(Seed seed) {
        Inputs numbers = Inputs.ofNumbers(128);
        Inputs apples = new Inputs(new Spaces.Grid(11, 11, 10), 16);
        Inputs window = new Inputs(new Spaces.Grid(15, 11, 5), 0);
        List<Integer> hidden = List.of(64, 64);
        return List.of(
                new Case(
                        "128 numbers - 64 - 64 - 9",
                        numbers,
                        Network.of(Architectures.mlp(numbers, hidden, Activation.TANH, HEADS), numbers, seed),
                        5,
                        1),
                new Case(
                        "11 x 11 codes of 10 kinds and 16 numbers - 64 - 64 - 9",
                        apples,
                        Network.of(Architectures.mlp(apples, hidden, Activation.TANH, HEADS), apples, seed),
                        3,
                        1),
                new Case(
                        "15 x 11 codes of 5 kinds - 16 @ 3 x 3 - 64 - 9",
                        window,
                        Network.of(
                                Architectures.convolutional(window, 16, 3, 1, List.of(64), Activation.TANH, HEADS),
                                window,
                                seed),
                        1,
                        3));
    }

    private static Row time(Case each, Options options, Crew crew) {
        NetworkUpdate data = new NetworkUpdate(each.inputs(), options.rows(), ACTIONS, options.seed());
        Network fused = each.network();
        Network other = each.network().copy();
        Runnable fusedUpdate = update(fused, fused.executor(crew, options.rows()), data, options.rows());
        Runnable dl4jUpdate = update(other, other.dl4jExecutor(options.rows()), data, options.rows());
        for (int i = 0; i < 20 * each.fusedPerTurn(); i++) {
            fusedUpdate.run(); // until the compiler is done
        }
        dl4jUpdate.run();
        List<Double> fusedTimes = new ArrayList<>();
        List<Double> dl4jTimes = new ArrayList<>();
        for (int turn = 0; turn < options.turns(); turn++) {
            for (int i = 0; i < each.fusedPerTurn(); i++) {
                fusedTimes.add(millis(fusedUpdate));
            }
            if (turn % each.turnsPerDl4j() == 0) {
                dl4jTimes.add(millis(dl4jUpdate));
            }
        }
        double ours = median(fusedTimes);
        double theirs = median(dl4jTimes);
        double least =
                fusedTimes.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return new Row(each.name(), options.rows(), ours, least, theirs, theirs / ours, options.rows() / ours * 1000);
    }

    private static Runnable update(Network network, Executor executor, NetworkUpdate data, int rows) {
        float[] gradient = new float[network.parameterCount()];
        Adam adam = Adam.of(network.parameterCount());
        return () -> {
            executor.gradient(data, rows, data, gradient);
            Adam.clip(gradient, 0.5);
            adam.step(network.parameters(), gradient, 3e-4);
        };
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
