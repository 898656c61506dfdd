package org.sed4j.examples.certify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.report.Json;
import org.sed4j.core.report.Summary;
import org.sed4j.core.run.Code;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Version;
import org.sed4j.examples.report.Figures;

/** What was found, as a page that stands alone, as Markdown, as figures and as JSON; every file is written aside and moved. */
final class CertifyPage {
    private static final String STYLE =
            "body{font:15px/1.45 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}"
                    + "table{border-collapse:collapse;font-size:13px}td,th{padding:.15rem .6rem;border-bottom:1px solid #ddd;"
                    + "text-align:right}td:nth-child(-n+4),th:nth-child(-n+4){text-align:left}tr.miss td{background:#fdf0e6}"
                    + "img{max-width:100%}";
    private static final List<String> HEAD = List.of(
            "rule",
            "objective",
            "principal",
            "followers",
            "exact policy",
            "reached",
            "exact value",
            "lived",
            "gap",
            "regret",
            "best of 21",
            "untaxed",
            "random",
            "within");

    private final List<Family> families;
    private final List<Judged> judged;
    private final long seed;
    private final int seeds;

    CertifyPage(List<Family> families, List<Judged> judged, long seed, int seeds) {
        this.families = families;
        this.judged = judged;
        this.seed = seed;
        this.seeds = seeds;
    }

    private List<Judged> of(Family family) {
        return judged.stream()
                .filter(one -> one.claim().society().equals(family.name()))
                .toList();
    }

    /** Everything, in one object. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>(Json.object(
                "command",
                "certify",
                "version",
                Version.current(),
                "code_digest",
                Code.digest(),
                "seed",
                seed,
                "seeds",
                seeds));
        object.put("claims", judged.size());
        object.put("hold", judged.stream().filter(Judged::holds).count());
        object.put("rows", judged.stream().map(Judged::json).toList());
        return object;
    }

    /** Writes {@code report.html}, {@code table.md}, {@code results.json} and the figures. */
    void write(RunFolder folder) throws IOException {
        Figures painter = new Figures();
        boolean draws = painter.obstacle().isEmpty();
        StringBuilder html = new StringBuilder(
                        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Certified societies")
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>Certified societies</h1>");
        StringBuilder markdown = new StringBuilder();
        for (Family family : families) {
            List<Judged> own = of(family);
            markdown.append("## ")
                    .append(family.name())
                    .append("\n\n")
                    .append(family.about())
                    .append("\n\n");
            markdown.append("| ")
                    .append(String.join(" | ", HEAD))
                    .append(" |\n|")
                    .append("---|".repeat(HEAD.size()));
            html.append("<h2>")
                    .append(family.name())
                    .append("</h2><p>")
                    .append(family.about())
                    .append("</p><table><tr>");
            HEAD.forEach(name -> html.append("<th>").append(name).append("</th>"));
            html.append("</tr>");
            for (Judged one : own) {
                List<String> cells = cells(one);
                markdown.append("\n| ").append(String.join(" | ", cells)).append(" |");
                html.append(one.holds() ? "<tr>" : "<tr class=\"miss\">");
                cells.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
                html.append("</tr>");
            }
            markdown.append("\n\n");
            html.append("</table>");
            for (Family.Figure figure : draws ? family.figures(own) : List.<Family.Figure>of()) {
                byte[] png = painter.points(figure.plot(), figure.lines());
                folder.write(folder.figures().resolve(figure.name() + ".png"), png);
                html.append("<figure><img alt=\"")
                        .append(figure.caption())
                        .append("\" src=\"data:image/png;base64,")
                        .append(Base64.getEncoder().encodeToString(png))
                        .append("\"><figcaption>")
                        .append(figure.caption())
                        .append("</figcaption></figure>");
                markdown.append("![")
                        .append(figure.caption())
                        .append("](")
                        .append(figure.name())
                        .append(".png)\n\n");
            }
        }
        folder.write(folder.report(), html.append("</html>\n").toString());
        folder.write(folder.root().resolve("table.md"), markdown.toString());
    }

    private static List<String> cells(Judged one) {
        Claim claim = one.claim();
        Claim.Truth truth = claim.truth();
        List<String> cells = new ArrayList<>(
                List.of(claim.rule(), claim.objective(), claim.principal(), claim.followers(), number(truth.policy())));
        cells.add(interval(one.policy(), 1, ""));
        cells.add(number(truth.value()));
        cells.add(interval(one.value(), 1, ""));
        cells.add(interval(one.gap(), 100, " %"));
        cells.add(interval(one.regret(), 100, " %"));
        for (String rival : List.of("best_constant_of_21", "untaxed", "random")) {
            Double value = truth.rivals().get(rival);
            cells.add(value == null ? "" : number(value));
        }
        cells.add((one.holds() ? "yes, " : "no, ") + number(100 * truth.tolerance()) + " %");
        return cells;
    }

    private static String interval(Summary summary, double factor, String unit) {
        String mean = number(factor * summary.mean()) + unit;
        return Double.isNaN(summary.halfWidth()) ? mean : mean + " ± " + number(factor * summary.halfWidth());
    }

    private static String number(double value) {
        double shown = Math.abs(value) < 5e-7 ? 0 : value;
        return new java.math.BigDecimal(shown)
                .round(new java.math.MathContext(Math.abs(shown) < 1 ? 3 : 4))
                .stripTrailingZeros()
                .toPlainString()
                .formatted(Locale.ROOT);
    }
}
