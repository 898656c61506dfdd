package org.sed4j.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.TextFile;

/**
 * The files that a configuration names, such as a map: held by their digests in the run's folder ({@code inputs.json}), since a run
 * that goes on with another file is another run.
 */
final class Inputs {
    private static final String FILE = "inputs.json";
    private static final int MOST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Inputs() {}

    /** Writes down what the files are that these keys name; nothing if there are none. */
    static void keep(RunFolder folder, Config config, List<String> keys) throws IOException {
        if (!keys.isEmpty()) {
            Map<String, String> digests = new TreeMap<>();
            keys.forEach(key -> digests.put(key, digest(Path.of(config.text(key)))));
            folder.write(folder.root().resolve(FILE), Json.line(digests) + "\n");
        }
    }

    /**
     * Makes sure that they are what they were; reads only.
     *
     * @throws IllegalArgumentException if one is not
     * @throws IOException if the list cannot be read
     */
    static void check(RunFolder folder, Config config, List<String> keys) throws IOException {
        Path list = folder.root().resolve(FILE);
        if (keys.isEmpty()) {
            return;
        }
        JsonNode digests;
        try {
            digests = JSON.readTree(TextFile.read(list, MOST));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("inputs (" + list + ") must be JSON.\nMaybe the file was edited.", e);
        }
        for (String key : keys) {
            if (!digest(Path.of(config.text(key))).equals(digests.path(key).asText())) {
                throw config.refused(
                        key,
                        "be the file that the run began with",
                        "it was edited or moved since: restore it, or begin a new run");
            }
        }
    }

    private static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
