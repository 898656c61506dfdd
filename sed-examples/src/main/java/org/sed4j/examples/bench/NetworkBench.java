package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
 * Times one PPO update (forward, loss, backward, clip, Adam; one epoch, one minibatch) by the fused executor and by DL4J's own,
 * turn about in one run, since single times on shared machines say little.
 *
 * <p>DL4J is given our loss, clip and Adam, so that the ratio is that of
 * the two executors, and never more than {@link #DL4J_ROWS} rows, since it needs a minute for more; ratios are of rows a second.
 */
public final class NetworkBench {
    private static final int DL4J_ROWS = 7168;
    private static final int LEAST_TURNS = 3;
    private static final int MOST_TURNS = 2000;
    private static final int ACTIONS = 8;
    private static final Heads HEADS = Heads.of(ACTIONS, Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);

    private NetworkBench() {}

    /**
     * What to time.
     *
     * @param rows sizes of the batch, each at least 1
     * @param threads sizes of the crew, each at least 1; DL4J works on one thread
     * @param seconds of each measurement, positive; a slow update takes longer, since each is timed three times or more
     * @param seed where rows and weights come from
     */
    public record Options(List<Integer> rows, List<Integer> threads, double seconds, Seed seed) {
        public Options {
            rows = List.copyOf(rows);
            threads = List.copyOf(threads);
            rows.forEach(count -> Require.atLeast(count, 1, "rows"));
            threads.forEach(count -> Require.atLeast(count, 1, "threads"));
            Require.that(seconds > 0, "seconds", seconds, "must be positive", "a sign was lost");
        }
    }

    /**
     * Medians of one network, batch and crew.
     *
     * @param network its layers
     * @param rows rows of the batch
     * @param threads size of the crew
     * @param fusedMillis milliseconds of one update by the fused executor
     * @param dl4jRows rows of DL4J's batch
     * @param dl4jMillis milliseconds of one update by DL4J
     * @param ratio rows a second of the fused executor / those of DL4J
     * @param rowsPerSecond of the fused executor
     */
    public record Row(
            String network,
            int rows,
            int threads,
            double fusedMillis,
            int dl4jRows,
            double dl4jMillis,
            double ratio,
            double rowsPerSecond) {}

    /** Everything timed, in order. */
    public record Result(List<Row> rows) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /** How many measurements there will be. */
    static int measurements(Options options) {
        return options.rows().size()
                * options.threads().size()
                * cases(options.seed()).size();
    }

    private record Case(String name, Inputs inputs, Network network) {}

    /** Times every network on every batch and crew. */
    public static Result run(Options options) {
        List<Row> rows = new ArrayList<>();
        run(options, rows::add);
        return new Result(rows);
    }

    static void run(Options options, Consumer<Row> each) {
        for (Case network : cases(options.seed())) {
            for (int rows : options.rows()) {
                time(network, rows, options).forEach(each);
            }
        }
    }

    private static List<Case> cases(Seed seed) {
        Inputs numbers = Inputs.ofNumbers(128);
        Inputs apples = new Inputs(new Spaces.Grid(11, 11, 10), 16);
        Inputs window = new Inputs(new Spaces.Grid(15, 11, 5), 0);
        List<Integer> hidden = List.of(64, 64);
        return List.of(
                new Case(
                        "128 numbers-64-64-9",
                        numbers,
                        Network.of(Architectures.mlp(numbers, hidden, Activation.TANH, HEADS), numbers, seed)),
                new Case(
                        "11x11 codes, 16 numbers-64-64-9",
                        apples,
                        Network.of(Architectures.mlp(apples, hidden, Activation.TANH, HEADS), apples, seed)),
                new Case(
                        "15x11 codes-16@3x3-64-9",
                        window,
                        Network.of(
                                Architectures.convolutional(window, 16, 3, 1, List.of(64), Activation.TANH, HEADS),
                                window,
                                seed)));
    }

    private static List<Row> time(Case each, int rows, Options options) {
        int dl4jRows = Math.min(rows, DL4J_ROWS);
        List<Crew> crews = options.threads().stream().map(Crew::of).toList();
        try {
            List<Runnable> updates = new ArrayList<>();
            for (Crew crew : crews) {
                Network own = each.network().copy();
                updates.add(update(own, own.executor(crew, rows), each.inputs(), rows, options.seed()));
            }
            Network own = each.network().copy();
            updates.add(update(own, own.dl4jExecutor(dl4jRows), each.inputs(), dl4jRows, options.seed()));
            double[] millis = NetworkTurns.medians(updates, options.seconds(), LEAST_TURNS, MOST_TURNS);
            List<Row> timed = new ArrayList<>();
            double dl4j = millis[crews.size()];
            for (int i = 0; i < crews.size(); i++) {
                double ratio = (rows / millis[i]) / (dl4jRows / dl4j);
                int threads = options.threads().get(i);
                timed.add(
                        new Row(each.name(), rows, threads, millis[i], dl4jRows, dl4j, ratio, rows / millis[i] * 1000));
            }
            return timed;
        } finally {
            crews.forEach(Crew::close);
        }
    }

    private static Runnable update(Network network, Executor executor, Inputs inputs, int rows, Seed seed) {
        NetworkUpdate data = new NetworkUpdate(inputs, rows, ACTIONS, seed);
        float[] gradient = new float[network.parameterCount()];
        Adam adam = Adam.of(network.parameterCount());
        return () -> {
            executor.gradient(data, rows, data, gradient);
            Adam.clip(gradient, 0.5);
            adam.step(network.parameters(), gradient, 3e-4);
        };
    }
}
