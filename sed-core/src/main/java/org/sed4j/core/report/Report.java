package org.sed4j.core.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sed4j.core.run.Column;
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
     * Writes {@code report.html}, without figures.
     *
     * @param members the runs to report: the folder itself, or those of its seeds
     * @throws IOException if a table or the replay of a run cannot be read
     */
    public static void write(RunFolder folder, List<RunFolder> members) throws IOException {
        Readings readings = new Readings(folder, members);
        folder.write(folder.report(), page(readings, readings.panels()));
    }

    /**
     * Writes {@code report.html} and the figures into {@code folder}.
     *
     * @param members the runs to report: the folder itself, or those of its seeds
     * @param painter of the figures; where it cannot draw, that is said once and the page stands alone
     * @throws IOException if a table or the replay of a run cannot be read
     */
    public static void write(RunFolder folder, List<RunFolder> members, Painter painter) throws IOException {
        Readings readings = new Readings(folder, members);
        Map<Legend.Panel, List<Curve>> panels = readings.panels();
        folder.write(folder.report(), page(readings, panels));
        if (!painter.obstacle().isEmpty()) {
            LOG.warn("No figures were drawn: {}. Maybe fonts are missing: install fontconfig.", painter.obstacle());
            return;
        }
        for (Map.Entry<Legend.Panel, List<Curve>> panel : panels.entrySet()) {
            List<Curve> curves = panel.getValue();
            List<double[]> points = Collections.nCopies(curves.size(), readings.rounds);
            Painter.Plot plot = Painter.Plot.of(panel.getKey(), readings.unit, points, curves);
            if (!plot.isEmpty()) {
                Path file = folder.figures().resolve(Column.file(panel.getKey().id()) + ".png");
                folder.write(file, painter.png(plot));
            }
        }
    }

    /**
     * Makes sure that what a report will need can be read; writes nothing.
     *
     * @throws IOException if a table, the labels or the replay of a run are damaged; the message names the file
     */
    public static void check(RunFolder folder, List<RunFolder> members) throws IOException {
        LegendFile.of(folder, members);
        PageData.replays(members);
    }

    private static String page(Readings readings, Map<Legend.Panel, List<Curve>> panels) throws IOException {
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
