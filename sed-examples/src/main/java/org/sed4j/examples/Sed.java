package org.sed4j.examples;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The launcher: {@code sed COMMAND ...}.
 *
 * <p>Results go to standard output (with {@code --json} as one object on its last line), everything else to standard error.
 * Exit status 0 is done, 1 failed, 2 not understood; a run stopped by Ctrl-C ends with the shell's 130.
 */
@Command(
        name = "sed",
        description = "Social Environment Design: a society votes, a principal designs, players live and learn.",
        mixinStandardHelpOptions = true,
        versionProvider = Sed.Versions.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Sed implements Callable<Integer> {
    /** Done. */
    static final int DONE = 0;
    /** Failed: the disk, a number that ceased to be one, an error of the library. */
    static final int FAILED = 1;
    /** Not understood: an option, a key, a value, a folder. */
    static final int REFUSED = 2;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean stacktrace;

    @Spec
    private @Nullable CommandSpec spec;

    private Sed() {}

    /** Ends the JVM with the command's exit status. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // figures are drawn into files, never on a screen
        System.exit(run(commandLine(Commands.all()), arguments));
    }

    /** Runs a command and makes sure that what it printed arrived: on a full disk or a closed pipe it did not. */
    static int run(CommandLine line, String... arguments) {
        int status = executed(line, arguments);
        if (line.getOut().checkError() || System.out.checkError()) {
            complain(line, "standard output could not be written.\nMaybe the disk is full or the reader has gone.");
            return Math.max(status, FAILED);
        }
        return status;
    }

    /** What is too large for the memory is a mistake like others: said in a line. What was begun stays as it stood. */
    private static int executed(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError full) {
            complain(
                    line,
                    "the JVM's memory (" + (Runtime.getRuntime().maxMemory() >> 20) + " MiB) is not enough: "
                            + full.getMessage()
                            + ".\nMaybe worlds, players or a map are more than was meant; java -Xmx gives it more.");
            return FAILED;
        }
    }

    /** The launcher with these commands. */
    public static CommandLine commandLine(List<Object> commands) {
        Sed sed = new Sed();
        CommandLine line = new CommandLine(sed);
        for (Object command : commands) {
            if (command instanceof StudyCommand study) {
                CommandLine own = new CommandLine(study);
                study.describe(own.getCommandSpec());
                line.addSubcommand(study.name(), own);
            } else {
                line.addSubcommand(command);
            }
        }
        line.setParameterExceptionHandler((problem, arguments) -> {
            CommandLine at = problem.getCommandLine();
            if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
                List<String> near = unmatched.getSuggestions();
                if (!near.isEmpty()) {
                    complain(at, problem.getMessage() + "\nDid you mean " + String.join(" or ", near) + "?");
                    return REFUSED;
                }
            }
            complain(
                    at,
                    problem.getMessage() + locale(arguments) + "\nTry: "
                            + at.getCommandSpec().qualifiedName() + " --help");
            return REFUSED;
        });
        line.setExecutionExceptionHandler((problem, at, parsed) -> {
            if (sed.stacktrace) {
                problem.printStackTrace(at.getErr());
            }
            complain(at, message(problem));
            return problem instanceof IllegalArgumentException ? REFUSED : FAILED;
        });
        return line;
    }

    /** Paths that the locale has no characters for: Java reads them as question marks and makes no path of them. */
    private static String locale(String... arguments) {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        boolean lost = Arrays.stream(arguments).anyMatch(a -> a.indexOf('\uFFFD') >= 0 || !a.equals(ascii(a)));
        return lost && !encoding.equalsIgnoreCase("UTF-8")
                ? "\nMaybe the locale is at fault, which has characters of " + encoding + " only: set LC_ALL=C.UTF-8."
                : "";
    }

    private static String ascii(String text) {
        return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }

    private static void complain(CommandLine at, String message) {
        PrintWriter err = at.getErr();
        err.println("sed: " + message.lines().map(Shown::line).collect(Collectors.joining("\n")));
        err.flush();
    }

    private static String message(Exception problem) {
        if (problem instanceof java.nio.file.FileSystemException file) {
            String reason = file.getReason() == null ? words(problem) : file.getReason();
            return "file (" + file.getFile() + ") cannot be used: " + reason + ".\nMaybe "
                    + cause(problem, reason.toLowerCase(Locale.ROOT)) + ".";
        }
        boolean ours = problem instanceof IllegalArgumentException
                || problem instanceof java.io.IOException
                || problem instanceof ArithmeticException;
        String text = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return ours ? text : problem.getClass().getSimpleName() + ": " + text + "\nWith --stacktrace it says where.";
    }

    private static String words(Exception problem) {
        if (problem instanceof java.nio.file.NoSuchFileException) {
            return "it is not there";
        }
        return problem instanceof java.nio.file.AccessDeniedException
                ? "access is denied"
                : problem.getClass().getSimpleName();
    }

    private static String cause(Exception problem, String reason) {
        if (reason.contains("no space") || reason.contains("quota")) {
            return "the disk is full";
        }
        return problem instanceof java.nio.file.NoSuchFileException
                ? "the folder was moved or deleted"
                : "the folder is missing or belongs to somebody else";
    }

    @Override
    public Integer call() {
        CommandLine own = Objects.requireNonNull(spec).commandLine();
        own.usage(own.getErr());
        return REFUSED;
    }

    /** The library's version, for {@code --version}. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"SED4J " + Version.current()};
        }
    }
}
