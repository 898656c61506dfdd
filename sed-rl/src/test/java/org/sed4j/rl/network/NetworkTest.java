package org.sed4j.rl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;

class NetworkTest {
    private static final Inputs INPUTS = new Inputs(new Spaces.Grid(3, 3, 4), 2);
    private static final Heads HEADS = Heads.of(5, Heads.POLICY_GAIN).and(1, Heads.VALUE_GAIN);
    private static final double ORTHOGONAL = 1e-6; // rounding of the weights to float

    private static Network mlp(long seed) {
        return Network.of(Architectures.mlp(INPUTS, List.of(16, 8), Activation.TANH, HEADS), INPUTS, Seed.of(seed));
    }

    @Test
    void parameters_areSharedWithDl4j_bothWays() {
        Network network = mlp(1);
        network.parameters().put(3, 0.75f);
        assertThat(network.model().params().getFloat(3)).isEqualTo(0.75f);
        network.model().params().putScalar(4, -0.5f);
        assertThat(network.parameters().get(4)).isEqualTo(-0.5f);
        INDArray other = Nd4j.rand(DataType.FLOAT, 1, network.parameterCount());
        network.model().setParams(other);
        assertThat(network.parameters().get(5)).isEqualTo(other.getFloat(5));
    }

    @Test
    void copy_hasParametersOfItsOwn() {
        Network network = mlp(1);
        Network copy = network.copy();
        assertThat(Arrays.equals(values(copy), values(network))).isTrue();
        copy.parameters().put(0, 9);
        assertThat(network.parameters().get(0)).isNotEqualTo(9);
        assertThat(copy.model().params().getFloat(0)).isEqualTo(9);
    }

    @Test
    void initialWeights_dependOnTheSeedAlone() {
        MultiLayerConfiguration orthogonal = Architectures.mlp(INPUTS, List.of(9, 9, 9), Activation.TANH, HEADS);
        MultiLayerConfiguration xavier = new NeuralNetConfiguration.Builder()
                .list(
                        new DenseLayer.Builder().nIn(38).nOut(5).build(),
                        new DenseLayer.Builder().nIn(5).nOut(5).build(),
                        new DenseLayer.Builder().nIn(5).nOut(5).build())
                .build();
        for (MultiLayerConfiguration layers : List.of(orthogonal, xavier)) {
            Network first = Network.of(layers, INPUTS, Seed.of(1));
            Nd4j.getRandom().nextFloat();
            Network again = Network.of(layers, INPUTS, Seed.of(1));
            Network other = Network.of(layers, INPUTS, Seed.of(2));
            assertThat(Arrays.equals(values(again), values(first))).isTrue();
            assertThat(Arrays.equals(values(other), values(first))).isFalse();
            assertThat(first.model().getParam("1_W")).isNotEqualTo(first.model().getParam("2_W"));
        }
    }

    @Test
    void initialWeights_areOrthogonalWithTheGainOfTheirLayerAndHead() {
        Network network = mlp(3);
        assertGram(rows(network, 0, 0, 16), 2); // 16 rows of 38 inputs, gain² = 2
        assertGram(rows(network, 1, 0, 8), 2);
        assertGram(rows(network, 2, 0, 5), Heads.POLICY_GAIN * Heads.POLICY_GAIN);
        assertGram(rows(network, 2, 5, 6), 1);
        for (int layer = 0; layer < 3; layer++) {
            assertThat(network.model().getParam(layer + "_b").sumNumber().doubleValue())
                    .isZero();
        }
    }

    @Test
    void initialFilters_areOrthogonal() {
        Network network = Network.of(
                Architectures.convolutional(INPUTS, 7, 2, 1, List.of(4), Activation.RELU, 2, 1), INPUTS, Seed.of(4));
        INDArray filters = network.model().getParam("0_W");
        assertThat(filters.shape()).containsExactly(7, 6, 2, 2);
        assertGram(filters.reshape('c', 7, 24).toDoubleMatrix(), 2);
    }

    @Test
    void moreOutputsThanInputs_haveOrthogonalColumns() {
        Inputs narrow = Inputs.ofNumbers(3);
        Network network = Network.of(Architectures.mlp(narrow, List.of(10), Activation.TANH, 1, 1), narrow, Seed.of(5));
        assertGram(network.model().getParam("0_W").toDoubleMatrix(), 2); // [inputs, outputs]
    }

    private static double[][] rows(Network network, int layer, int from, int to) {
        return Arrays.copyOfRange(
                network.model().getParam(layer + "_W").transpose().toDoubleMatrix(), from, to);
    }

    private static void assertGram(double[][] rows, double squaredGain) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double dot = 0;
                for (int k = 0; k < rows[i].length; k++) {
                    dot += rows[i][k] * rows[j][k];
                }
                assertThat(dot).isCloseTo(i == j ? squaredGain : 0, within(ORTHOGONAL * Math.max(1, squaredGain)));
            }
        }
    }

    @Test
    void save_thenLoad_givesTheSameNetwork(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("policy.zip");
        Network network = mlp(6);
        network.save(file);
        network.save(file); // over an older one
        Network loaded = Network.load(file, INPUTS);
        assertThat(values(loaded)).isEqualTo(values(network));
        assertThat(loaded.describe()).isEqualTo(network.describe());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) { // nothing of the clock: equal networks are equal files
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct())
                    .containsExactly(LocalDateTime.of(1980, 1, 1, 0, 0));
        }
        Path plain = Files.writeString(folder.resolve("plain"), "as other files are");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
        }
        assertThat(ModelSerializer.restoreMultiLayerNetwork(file.toFile()).params())
                .isEqualTo(network.model().params());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        network.save(new DataOutputStream(bytes));
        loaded.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))); // the same configuration
    }

    @Test
    void load_ofSomethingElse_isRefused(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no network");
        assertThatThrownBy(() -> Network.load(text, INPUTS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be a zip written by DL4J");
        Path cut = folder.resolve("cut.zip");
        mlp(1).save(cut);
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Network.load(cut, INPUTS)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Network.load(folder.resolve("none.zip"), INPUTS))
                .isInstanceOf(IOException.class);
    }

    @Test
    void checkpoint_restoresParametersToTheBit_andRefusesOthers() throws IOException {
        Network network = mlp(7);
        float[] before = values(network);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        network.save(new DataOutputStream(bytes));
        network.parameters().put(0, 5);
        network.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(values(network)).isEqualTo(before);

        Network wider =
                Network.of(Architectures.mlp(INPUTS, List.of(16, 9), Activation.TANH, HEADS), INPUTS, Seed.of(7));
        Network other =
                Network.of(Architectures.mlp(INPUTS, List.of(16, 8), Activation.RELU, HEADS), INPUTS, Seed.of(7));
        for (Network stranger : List.of(wider, other)) {
            float[] kept = values(stranger);
            assertThatThrownBy(() -> stranger.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Maybe the layers were changed since it was saved");
            assertThat(values(stranger)).isEqualTo(kept);
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
        assertThatThrownBy(() -> network.load(new DataInputStream(new ByteArrayInputStream(cut))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut short");
        assertThat(values(network)).isEqualTo(before);
    }

    @Test
    void input_thatDoesNotFit_isRefused() {
        MultiLayerConfiguration layers = Architectures.mlp(INPUTS, List.of(4), Activation.TANH, 2, 1);
        assertThatThrownBy(() -> Network.of(layers, Inputs.ofNumbers(37), Seed.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width of the first layer (38) must be the input's 37 columns");
        MultiLayerConfiguration planes =
                Architectures.convolutional(INPUTS, 2, 3, 1, List.of(4), Activation.TANH, 2, 1);
        assertThatThrownBy(() -> Network.of(planes, new Inputs(new Spaces.Grid(3, 3, 9), 0), Seed.of(1)))
                .hasMessageContaining("width of the first layer (6) must be the input's 9 planes");
        assertThatThrownBy(() -> Network.of(planes, new Inputs(new Spaces.Grid(4, 3, 4), 2), Seed.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must evaluate one row of");
        assertThatThrownBy(() ->
                        Architectures.convolutional(Inputs.ofNumbers(3), 2, 3, 1, List.of(4), Activation.TANH, 2, 1))
                .hasMessageContaining("cells of the input (0) must be positive");
    }

    @Test
    void sequencesAndDoubles_areRefused() {
        MultiLayerConfiguration sequences = new NeuralNetConfiguration.Builder()
                .list(
                        new LSTM.Builder().nIn(38).nOut(3).build(),
                        new RnnOutputLayer.Builder()
                                .nIn(3)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build();
        assertThatThrownBy(() -> Network.of(sequences, INPUTS, Seed.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must evaluate one row");
        MultiLayerConfiguration doubles = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list(new DenseLayer.Builder().nIn(38).nOut(3).build())
                .build();
        assertThatThrownBy(() -> Network.of(doubles, INPUTS, Seed.of(1)))
                .hasMessageContaining("data type of the configuration (DOUBLE) must be FLOAT");
    }

    @Test
    void heads_thatDoNotFitTheLayer_areRefused() {
        MultiLayerConfiguration layers = new NeuralNetConfiguration.Builder()
                .list(new DenseLayer.Builder()
                        .nIn(38)
                        .nOut(5)
                        .weightInit(new Orthogonal(HEADS))
                        .build())
                .build();
        assertThatThrownBy(() -> Network.of(layers, INPUTS, Seed.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outputs of the heads ([5, 1]) must add up to the layer's 5 outputs");
        assertThatThrownBy(() -> Heads.of(0, 1)).hasMessageContaining("outputs of head 0 (0) must be at least 1");
        assertThatThrownBy(() -> HEADS.and(2, Double.NaN)).hasMessageContaining("gain of head 2 (NaN)");
    }

    @Test
    void layerThatIsNotFused_runsInDl4j_andIsSaid() {
        MultiLayerConfiguration pooled = new NeuralNetConfiguration.Builder()
                .list(
                        new ConvolutionLayer.Builder(2, 2)
                                .nOut(3)
                                .activation(Activation.RELU)
                                .build(),
                        new SubsamplingLayer.Builder()
                                .kernelSize(2, 2)
                                .stride(1, 1)
                                .build(),
                        new DenseLayer.Builder()
                                .nOut(2)
                                .activation(Activation.IDENTITY)
                                .build())
                .setInputType(InputType.convolutional(3, 3, 6))
                .build();
        Network network = Network.of(pooled, INPUTS, Seed.of(1));
        assertThat(network.describe()).contains("executor: DL4J (layer 1: SubsamplingLayer is not fused)");
        assertThat(network.outputs()).isEqualTo(2);
        try (Crew crew = Crew.of(1)) {
            Executor executor = network.executor(crew, 5);
            float[] gradient = new float[network.parameterCount()];
            executor.gradient(new RandomRows(INPUTS, 5, Seed.of(2)), 5, new QuadraticLoss(5, 2, Seed.of(3)), gradient);
            assertThat(FusedExecutorTest.norm(gradient)).isPositive().isFinite();
            assertThatThrownBy(() -> executor.tangent(
                            (first, n, codes, numbers) -> {}, 5, new float[gradient.length], new float[10]))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("executor (DL4J) must be fused");
        }
    }

    @Test
    void describe_namesWhatIsNotFused() {
        assertThat(dense(new DenseLayer.Builder().activation(Activation.SELU))).contains("layer 0: activation selu");
        assertThat(dense(tanh().dropOut(0.5))).contains("layer 0: dropout");
        assertThat(dense(tanh().hasBias(false))).contains("layer 0: no bias");
        assertThat(dense(tanh().hasLayerNorm(true))).contains("layer 0: layer normalisation");
        MultiLayerConfiguration normalised = new NeuralNetConfiguration.Builder()
                .list(
                        new BatchNormalization.Builder().nIn(38).nOut(38).build(),
                        new DenseLayer.Builder().nIn(38).nOut(3).build())
                .build();
        assertThat(Network.of(normalised, INPUTS, Seed.of(1)).describe()).contains("layer 0: BatchNormalization");
    }

    private static DenseLayer.Builder tanh() {
        return new DenseLayer.Builder().activation(Activation.TANH);
    }

    private static String dense(DenseLayer.Builder layer) {
        MultiLayerConfiguration layers = new NeuralNetConfiguration.Builder()
                .list(
                        layer.nIn(38).nOut(3).build(),
                        new DenseLayer.Builder()
                                .nIn(3)
                                .nOut(2)
                                .activation(Activation.IDENTITY)
                                .build())
                .build();
        String words = Network.of(layers, INPUTS, Seed.of(1)).describe();
        assertThat(words).contains("executor: DL4J (").contains(" is not fused)");
        return words;
    }

    @Test
    void describe_givesLayersSizesAndExecutor() {
        assertThat(mlp(1).describe()).isEqualTo("""
                        input: 3 x 3 cells of 4 kinds, 2 numbers
                        layer 0: DenseLayer 38 -> 16, tanh
                        layer 1: DenseLayer 16 -> 8, tanh
                        layer 2: DenseLayer 8 -> 6, identity
                        814 parameters, 6 outputs
                        executor: fused""");
    }

    private static float[] values(Network network) {
        float[] values = new float[network.parameterCount()];
        network.parameters().get(0, values);
        return values;
    }
}
