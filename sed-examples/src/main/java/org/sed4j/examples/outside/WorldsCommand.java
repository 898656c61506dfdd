package org.sed4j.examples.outside;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.config.Schema;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.EconomyOffer;
import org.sed4j.core.society.Offers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sed worlds}: an economy's worlds, stepped by a program outside over standard input and output. */
@Command(
        name = "worlds",
        mixinStandardHelpOptions = true,
        description = "Steps an economy's worlds for a program outside, over standard input and output:"
                + " docs/python/sed4j.py drives it.")
public final class WorldsCommand implements Callable<Integer> {
    @Option(
            names = "--economy",
            paramLabel = "NAME",
            required = true,
            description = "Which; sed society --list names them.")
    private String economy = "";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Changes a key of the economy; may be repeated.")
    private List<String> settings = List.of();

    @Option(names = "--worlds", description = "B, stepped together (default: ${DEFAULT-VALUE}).")
    private int worlds = 1;

    @Option(names = "--threads", description = "Threads that share them (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    /** The command. */
    public WorldsCommand() {}

    @Override
    public Integer call() throws IOException {
        Require.atLeast(worlds, 1, "--worlds");
        Require.atLeast(threads, 1, "--threads");
        EconomyOffer offer = Offers.named(EconomyOffer.class, "economy", economy);
        ConfigReader reader = ConfigReader.of(
                Schema.of("worlds", Map.of("economy", "The economy: " + offer.about()), offer.keys(), List.of()));
        for (String setting : settings) {
            reader.set(setting, "--set");
        }
        Config config = reader.config();
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
                Pipe pipe = new Pipe(
                        new DataInputStream(new FileInputStream(FileDescriptor.in)), out, maker(offer, config))) {
            pipe.serve(offer.name());
        }
        return 0;
    }

    private LongFunction<Pomg> maker(EconomyOffer offer, Config config) {
        java.util.function.Supplier<? extends World> maker = offer.worlds(config);
        return seed -> Worlds.of(maker)
                .batch(worlds)
                .seed(Seed.of(seed))
                .threads(threads)
                .backend(Backend.AUTO)
                .build();
    }
}
