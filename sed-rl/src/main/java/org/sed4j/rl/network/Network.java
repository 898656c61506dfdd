package org.sed4j.rl.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.File;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Seed;

/**
 * A parametric function from rows of input to rows of outputs: a DL4J configuration and its flat parameters.
 *
 * <p>The parameters are the model of record. DL4J's model and every executor read and write the one memory, so a step of a
 * learner is at once seen by all of them. Layers that the fused executor knows ({@link #describe} says) run several times
 * faster than in DL4J; any other layer runs in DL4J.
 */
public final class Network implements Checkpointed {
    /** The first moment that a zip can name. */
    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final MultiLayerNetwork model;
    private final Inputs inputs;
    private final int outputs;
    private final Parameters parameters;
    private final Plan plan;
    private final String fingerprint;
    private final boolean single;

    private Network(MultiLayerNetwork model, Inputs inputs) {
        this(model, inputs, false);
    }

    private Network(MultiLayerNetwork model, Inputs inputs, boolean single) {
        this.single = single;
        this.model = model;
        this.inputs = inputs;
        this.outputs = Dl4jExecutor.probe(model, inputs);
        this.parameters = new Parameters(model.params());
        this.plan = Plan.of(model, inputs);
        this.fingerprint = fingerprint(model.getLayerWiseConfigurations());
    }

    /**
     * A network with the initial weights that its configuration asks for.
     *
     * @param configuration layers; copied. Seeds in it are replaced by {@code seed}
     * @param seed where initial weights are drawn from
     * @throws IllegalArgumentException if the input does not fit the first layer, or the network cannot be evaluated
     */
    public static Network of(MultiLayerConfiguration configuration, Inputs inputs, Seed seed) {
        NativeThreads.single();
        MultiLayerConfiguration own = configuration.clone();
        Require.that(
                own.getDataType() == DataType.FLOAT,
                "data type of the configuration",
                own.getDataType(),
                "must be FLOAT",
                "dataType(...) was called on the builder");
        seat(own, seed.key() == 0 ? 1 : seed.key());
        MultiLayerNetwork model = new MultiLayerNetwork(own);
        model.init();
        return new Network(model, inputs);
    }

    /**
     * A network equal to a DL4J model that was made elsewhere, sharing nothing with it.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Network copyOf(MultiLayerNetwork model, Inputs inputs) {
        NativeThreads.single();
        return new Network(model.clone(), inputs);
    }

    /** Whether the last layer puts out probabilities over all outputs. */
    public boolean endsInSoftmax() {
        MultiLayerConfiguration layers = model.getLayerWiseConfigurations();
        return layers.getConf(layers.getConfs().size() - 1).getLayer() instanceof BaseLayer last
                && last.getActivationFn() instanceof ActivationSoftmax;
    }

    /** DL4J seats ND4J's generator at this number when it draws weights, and at the time where it is 0. */
    private static void seat(MultiLayerConfiguration configuration, long seed) {
        for (NeuralNetConfiguration layer : configuration.getConfs()) {
            layer.setSeed(seed);
        }
    }

    /** DL4J's model, sharing the memory of the parameters. Not for use while an executor runs. */
    public MultiLayerNetwork model() {
        return model;
    }

    /** What one row of input is made of. */
    public Inputs inputs() {
        return inputs;
    }

    /** Length of one row of outputs. */
    public int outputs() {
        return outputs;
    }

    /** Length of the flat parameters. */
    public int parameterCount() {
        return parameters.count();
    }

    /** The live parameters, in DL4J's order. Hold on to this network while the view is in use. */
    public FloatBuffer parameters() {
        return parameters.floats();
    }

    /** What evaluates and differentiates this network, with memory for {@code maxRows} rows. */
    public Executor executor(Crew crew, int maxRows) {
        Require.atLeast(maxRows, 1, "rows of an executor");
        return plan.fused() ? new FusedExecutor(this, plan, parameters, crew, maxRows) : dl4jExecutor(maxRows);
    }

    /** What DL4J itself makes of this network, whatever its layers: the yardstick in tests and benchmarks. One thread. */
    public Executor dl4jExecutor(int maxRows) {
        Require.atLeast(maxRows, 1, "rows of an executor");
        return new Dl4jExecutor(this, maxRows);
    }

    /**
     * This network, on the same memory, with tapes that compute in single precision where they can: dense layers with
     * biases. What goes in and comes out stays double.
     */
    public Network withSingleTapes() {
        return new Network(model, inputs, true);
    }

    /**
     * This network as a function of parameters and rows, in double precision where its layers are known and nothing else was
     * asked for, for up to {@code maxRows} rows. Made for small networks and few rows; one thread.
     */
    public Tape tape(int maxRows) {
        Require.atLeast(maxRows, 1, "rows of a tape");
        if (single && SingleTape.runs(plan)) {
            return new SingleTape(this, plan, maxRows);
        }
        return plan.known() ? new DoubleTape(this, plan, maxRows) : executorTape(maxRows);
    }

    /** The same through an executor, in single precision: any layer; one thread. */
    public Tape executorTape(int maxRows) {
        Network own = copy();
        return new ExecutorTape(own, own.executor(Crew.of(1), maxRows), plan.reason());
    }

    /** A copy of the parameters, in double precision. */
    public double[] parameterValues() {
        double[] values = new double[parameterCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters().get(i);
        }
        return values;
    }

    /** A network of its own with the same parameters. */
    public Network copy() {
        return new Network(model.clone(), inputs, single);
    }

    /** Layers, sizes and which executor runs them and why. */
    public String describe() {
        return Description.of(this, plan);
    }

    /**
     * Writes configuration and parameters as DL4J's zip, aside and then moved into place: equal networks give equal bytes, and a link
     * in the file's place is replaced, not followed.
     */
    public void save(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ModelSerializer.writeModel(model, zip, false);
        Files.deleteIfExists(aside);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()));
                ZipOutputStream out =
                        new ZipOutputStream(Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(ZIP_EPOCH);
                out.putNextEntry(timeless);
                in.transferTo(out);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads what {@link #save(Path)} or DL4J wrote.
     *
     * @throws IOException if the file is no saved DL4J network
     */
    public static Network load(Path path, Inputs inputs) throws IOException {
        NativeThreads.single();
        File file = path.toFile();
        try {
            return new Network(ModelSerializer.restoreMultiLayerNetwork(file, false), inputs);
        } catch (IOException | IllegalStateException unreadable) {
            throw new IOException(
                    "network (" + path + ") must be a zip written by DL4J.\nMaybe it was cut short or is another file.",
                    unreadable);
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeUTF(fingerprint);
        out.writeInt(parameterCount());
        float[] values = new float[parameterCount()];
        parameters().get(0, values);
        Floats.write(out, values);
    }

    @Override
    public void load(DataInput in) throws IOException {
        String saved = in.readUTF();
        int count = in.readInt();
        if (count != parameterCount() || !saved.equals(fingerprint)) {
            throw new IOException("saved network (" + count + " parameters, configuration " + saved + ") must be "
                    + parameterCount() + " parameters, configuration " + fingerprint
                    + ".\nMaybe the layers were changed since it was saved.");
        }
        float[] values = new float[count];
        Floats.read(in, values);
        parameters().put(0, values);
    }

    private static String fingerprint(MultiLayerConfiguration configuration) {
        MultiLayerConfiguration still = configuration.clone();
        seat(still, 0); // where weights came from and counters of training are no part of what the network is
        still.setIterationCount(0);
        still.setEpochCount(0);
        byte[] json = still.toJson().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
