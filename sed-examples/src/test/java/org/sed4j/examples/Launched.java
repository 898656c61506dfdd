package org.sed4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher as a process of its own, and the folders that it leaves. */
final class Launched {
    /** Short runs of studies in which players and principal learn: begun by these words and {@code --out FOLDER}. */
    static final Map<String, String> RUNS = runs();

    private Launched() {}

    private static Map<String, String> runs() {
        String small = " --quiet --set run.worlds=4 --set run.checkpoint_every=2 --set run.rounds=";
        String nets = " --set players.hidden=[8] --set principal.hidden=[8]";
        Map<String, String> runs = new TreeMap<>();
        runs.put(
                "society",
                "society --economy custom-goods --vote schulze --principal ppo --followers ppo"
                        + " --set run.steps_per_round=50" + nets + small + "12");
        runs.put(
                "society with a search",
                "society --economy linear-tax --vote median --principal live-cma-es"
                        + " --followers multiplicative-weights" + small + "12");
        runs.put(
                "apple-picking",
                "apple-picking --preset laptop --set players.minibatch=200 --set players.hidden=[8]"
                        + " --set run.replay_steps=20" + small + "4");
        return runs;
    }

    /** The JVM that runs this. */
    static Path here() {
        return Path.of(System.getProperty("java.home"));
    }

    /** A process of the launcher. */
    static Process start(
            Path java,
            List<String> options,
            Map<String, String> environment,
            Path directory,
            Path log,
            List<String> words)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin/java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.add(Sed.class.getName());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The words of a run with some more. */
    static List<String> words(String run, String... more) {
        List<String> words = new ArrayList<>(Arrays.asList(run.split(" ")));
        words.addAll(List.of(more));
        return words;
    }

    /** Waits for the end; a process that does not come to one is stopped, and its exit status is -1. */
    static int ended(Process process) throws InterruptedException {
        if (process.waitFor(10, TimeUnit.MINUTES)) {
            return process.exitValue();
        }
        process.destroyForcibly().waitFor();
        return -1;
    }

    /** What must not differ between two folders of one run: every file but those with the clock and the machine in them. */
    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                boolean clock = name.startsWith("timing.csv")
                        || name.equals("provenance.json")
                        || name.equals("report.html")
                        || name.equals("figures/seconds.png")
                        || name.equals("figures/steps_per_second.png");
                content.put(name, clock ? "" : digest(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    /** The names of the files that differ, or that only one of two folders has. */
    static Set<String> differences(Path one, Path other) throws IOException {
        Map<String, String> here = content(one);
        Map<String, String> there = content(other);
        Set<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        names.removeIf(name -> Objects.equals(here.get(name), there.get(name)));
        return names;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
