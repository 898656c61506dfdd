package org.sed4j.examples.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.RunFolder;

/** What runs call their columns themselves, in {@code labels.json}; the label of the column round is what rows count. */
final class Labels {
    /** The column that counts rows. */
    static final String ROUND = "round";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Labels() {}

    /** The labels of a study: its runs', and over them its own. */
    static Map<String, String> of(RunFolder study, List<RunFolder> members) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (RunFolder member : members) {
            add(member, labels);
        }
        add(study, labels);
        return labels;
    }

    private static void add(RunFolder folder, Map<String, String> labels) throws IOException {
        if (Files.isRegularFile(folder.labels())) {
            JSON.readTree(folder.labels().toFile())
                    .properties()
                    .forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
        }
    }
}
