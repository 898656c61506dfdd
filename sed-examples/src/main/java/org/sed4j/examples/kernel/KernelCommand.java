package org.sed4j.examples.kernel;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Portability;
import org.sed4j.core.pomg.Translations;
import org.sed4j.core.pomg.World;
import org.sed4j.core.report.Json;
import org.sed4j.core.translator.Translation;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Unseeded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sed kernel ECONOMY}: prints the program that an economy's bytecode is translated to, or why it cannot be. */
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description =
                "Prints the CUDA or C source that an economy is translated to, with the Java line beside each block.")
public final class KernelCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ECONOMY",
            description =
                    "An economy and its preset: harvest:melting-pot-open, gtb:15x15, ... All are listed if it is left out.")
    private @Nullable String economy;

    @Option(names = "--c", description = "Source for a C compiler, instead of for NVRTC or nvcc.")
    private boolean plain;

    @Option(names = "--check", description = "Only say whether it can be translated, and what prevents it.")
    private boolean check;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the source to a file.")
    private @Nullable Path out;

    @Mixin
    private final Unseeded seeding = new Unseeded();

    @Mixin
    private final Output output = new Output();

    @Spec
    private @Nullable CommandSpec spec;

    /** The command. */
    public KernelCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        if (economy == null) {
            return list(print);
        }
        World world = world(economy);
        Portability portability = Portability.of(world);
        if (check || !portability.portable()) {
            print.println(economy + ": " + portability);
            finish(List.of(economy), portability.portable(), 0);
            return portability.portable() ? 0 : 1;
        }
        Translation translation = Translations.of(world);
        String source = plain ? translation.c() : translation.cuda();
        if (out == null) {
            print.println(source);
        } else {
            Path aside = out.resolveSibling(out.getFileName() + ".part");
            Files.writeString(aside, source);
            Files.move(aside, out, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        finish(List.of(economy), true, translation.stateBytes());
        return 0;
    }

    private World world(String name) {
        try {
            return Shipped.maker(name).get();
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), String.valueOf(unknown.getMessage()));
        }
    }

    private int list(PrintWriter print) {
        boolean all = true;
        for (String name : Shipped.names()) {
            Portability portability = Portability.of(world(name));
            all &= portability.portable();
            print.println(name + ": " + portability);
        }
        finish(Shipped.names(), all, 0);
        return all ? 0 : 1;
    }

    private void finish(List<String> economies, boolean portable, int bytes) {
        output.end(() -> Json.object(
                "command",
                "kernel",
                "seed",
                seeding.seed(),
                "economies",
                economies,
                "portable",
                portable,
                "stateBytes",
                bytes));
    }
}
