package org.sed4j.core.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a run comes from: all that is needed to make it again, and the machine it was made on.
 *
 * @param version of the library; a run is taken up by the version that began it, since only that promises the same bytes
 * @param code which build of it, {@link Code#digest}; empty if nobody knows
 * @param seed the number all its chance grows from
 * @param seeds how many runs the folder holds, at least 1: with more than one they have seeds seed, seed + 1, ... and a
 *     folder {@code seed-N} each
 * @param command what a person would type to make it again
 * @param config the whole effective configuration, as YAML
 * @param machine where it ran
 * @param started when it began
 */
public record RunRecord(
        String version,
        String code,
        long seed,
        int seeds,
        String command,
        String config,
        Machine machine,
        Instant started) {

    public RunRecord {
        if (seeds < 1) {
            throw new IllegalArgumentException(
                    "seeds (" + seeds + ") must be at least 1.\nMaybe the number of the seed was meant: that is seed.");
        }
        if (seed > Long.MAX_VALUE - (seeds - 1)) {
            throw new IllegalArgumentException("seed (" + seed + ") must leave room for " + seeds + " seeds: at most "
                    + (Long.MAX_VALUE - (seeds - 1)) + ".\nMaybe a smaller seed will do: any is as good.");
        }
    }

    /**
     * The machine and the Java that a run was made on.
     *
     * @param os the operating system and its version
     * @param architecture such as amd64
     * @param cores that Java may use
     * @param memoryMiB the most the heap may take, in MiB
     * @param java vendor and version of the JVM
     */
    public record Machine(String os, String architecture, int cores, long memoryMiB, String java) {

        /** The machine this runs on. */
        public static Machine here() {
            Runtime runtime = Runtime.getRuntime();
            return new Machine(
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    System.getProperty("os.arch"),
                    runtime.availableProcessors(),
                    runtime.maxMemory() >> 20,
                    System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        }
    }

    /** A record of a run that begins now, here, with this version. */
    public static RunRecord begun(long seed, int seeds, String command, String config, Instant now) {
        return new RunRecord(Version.current(), Code.digest(), seed, seeds, command, config, Machine.here(), now);
    }

    /** SHA-256 of the configuration in hexadecimal: what a checkpoint must agree with. */
    public String digest() {
        return HexFormat.of().formatHex(sha256().digest(config.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sed4j_run", RunFolder.FORMAT);
        members.put("version", version);
        members.put("code_digest", code);
        members.put("seed", seed);
        members.put("seeds", seeds);
        members.put("command", command);
        members.put("config_digest", digest());
        members.put("os", machine.os);
        members.put("architecture", machine.architecture);
        members.put("cores", machine.cores);
        members.put("memory_mib", machine.memoryMiB);
        members.put("java", machine.java);
        members.put("started", started.toString());
        return FlatJson.write(members);
    }

    static RunRecord of(Map<String, Object> members, String config) {
        return new RunRecord(
                text(members, "version"),
                members.containsKey("code_digest") ? text(members, "code_digest") : "",
                whole(members, "seed"),
                Math.toIntExact(whole(members, "seeds")),
                text(members, "command"),
                config,
                new Machine(
                        text(members, "os"),
                        text(members, "architecture"),
                        Math.toIntExact(whole(members, "cores")),
                        whole(members, "memory_mib"),
                        text(members, "java")),
                Instant.parse(text(members, "started")));
    }

    private static String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static long whole(Map<String, Object> members, String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no " + name);
    }
}
