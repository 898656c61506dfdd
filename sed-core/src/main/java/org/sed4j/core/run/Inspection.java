package org.sed4j.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Whether a folder is a run that this version can take up; reads and changes nothing. */
final class Inspection {
    /** More than provenance or a configuration ever has. */
    private static final int MOST = 1 << 24;

    private Inspection() {}

    /**
     * The record of the run in that folder.
     *
     * @throws IllegalArgumentException if it is not a run, of another version, or its configuration was changed
     */
    static RunRecord of(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw RunFolder.refused(
                    root,
                    Files.exists(root) ? "must be a folder" : "must exist",
                    "the path is relative to another folder: the full one is " + root.toAbsolutePath());
        }
        Path provenance = root.resolve("provenance.json");
        Path config = root.resolve("config.yaml");
        if (!Files.isRegularFile(provenance) || !Files.isRegularFile(config)) {
            throw RunFolder.refused(
                    root,
                    "is not a run: it has no " + (Files.isRegularFile(provenance) ? "config.yaml" : "provenance.json"),
                    "the folder above or below it was meant");
        }
        Map<String, Object> members;
        try {
            members = FlatJson.read(TextFile.read(provenance, MOST));
        } catch (IllegalArgumentException e) {
            throw RunFolder.refused(
                    root, "is not a run: provenance.json cannot be read", "the file was edited or cut short");
        }
        String yaml;
        try {
            yaml = TextFile.read(config, MOST);
        } catch (IllegalArgumentException e) {
            throw RunFolder.refused(
                    root, "must hold the config.yaml it began with: " + e.getMessage(), "the file was edited");
        }
        return checked(root, members, yaml);
    }

    private static RunRecord checked(Path root, Map<String, Object> members, String config) {
        if (!(members.get("sed4j_run") instanceof Long format)) {
            throw RunFolder.refused(
                    root, "is not a run: provenance.json does not say sed4j_run", "another program wrote the folder");
        }
        Object version = members.getOrDefault("version", "unknown");
        if (format != RunFolder.FORMAT || !version.equals(Version.current())) {
            throw RunFolder.refused(
                    root,
                    "was written by version " + version + " (layout " + format + ") and this is version "
                            + Version.current() + " (layout " + RunFolder.FORMAT + ")",
                    "the library was upgraded: go on with version " + version + ", or begin a new run");
        }
        RunRecord record;
        try {
            record = RunRecord.of(members, config);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            throw RunFolder.refused(root, "is not a run: provenance.json is incomplete", "the file was edited");
        }
        if (!record.digest().equals(members.get("config_digest"))) {
            throw RunFolder.refused(
                    root,
                    "must hold the config.yaml it began with",
                    "the file was edited: restore it, or begin a new run with --config");
        }
        return record;
    }
}
