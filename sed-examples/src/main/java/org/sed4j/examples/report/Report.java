package org.sed4j.examples.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sed4j.core.run.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run, or the runs of several seeds, as one page to look at and as PNG figures.
 *
 * <p>The page stands alone: style, script and data are in it, and it asks nothing of any network. With several seeds every
 * line is a mean with its 95 % confidence band.
 */
public final class Report {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    /**
     * Writes {@code report.html} and the figures into {@code folder}.
     *
     * @param members the runs to report: the folder itself, or those of its seeds
     * @throws IOException if a table or the replay of a run cannot be read
     */
    public static void write(RunFolder folder, List<RunFolder> members) throws IOException {
        Readings readings = new Readings(folder, members);
        Map<Panels.Panel, List<Curve>> panels = readings.panels();
        folder.write(folder.report(), page(readings, panels));
        Optional<String> obstacle = Figures.obstacle();
        if (obstacle.isPresent()) {
            LOG.warn("No figures were drawn: {}. Maybe fonts are missing: install fontconfig.", obstacle.get());
            return;
        }
        for (Map.Entry<Panels.Panel, List<Curve>> panel : panels.entrySet()) {
            List<Curve> curves = panel.getValue();
            List<double[]> points = Collections.nCopies(curves.size(), readings.rounds);
            Figures.write(folder.figures(), panel.getKey(), readings.unit, points, curves);
        }
    }

    private static String page(Readings readings, Map<Panels.Panel, List<Curve>> panels) throws IOException {
        String data = JSON.writeValueAsString(PageData.of(readings, panels)).replace("<", "\\u003c");
        return resource("page.html")
                .replace("{{title}}", escaped(PageData.title(readings)))
                .replace("{{style}}", resource("page.css"))
                .replace("{{script}}", resource("chart.js") + resource("replay.js") + resource("page.js"))
                .replace("{{data}}", data);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
