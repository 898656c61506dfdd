package org.sed4j.core.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sed4j.core.report.Summary;
import org.sed4j.core.run.TextFile;

/** The tables of a sweep, in the plan's order: the same bytes however often it was stopped. */
final class SweepTables {
    private SweepTables() {}

    static void write(Path root, List<Task> tasks, List<Task.Result> results) throws IOException {
        Set<String> axes = new LinkedHashSet<>();
        Set<String> figures = new LinkedHashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            axes.addAll(tasks.get(i).cell().arm().keySet());
            results.get(i).figures().ifPresent(found -> figures.addAll(found.keySet()));
        }
        TextFile.write(root.resolve("results.csv"), out -> results(out, tasks, results, axes, figures));
        TextFile.write(root.resolve("summary.csv"), out -> summary(out, tasks, results, axes, figures));
        TextFile.write(root.resolve("rounds.csv"), out -> rounds(out, tasks, results, axes));
        Path failures = root.resolve("failures.csv");
        if (results.stream().anyMatch(result -> !result.failure().isEmpty())) {
            TextFile.write(failures, out -> failures(out, tasks, results, axes));
        } else {
            Files.deleteIfExists(failures);
        }
    }

    private static void results(
            Appendable out, List<Task> tasks, List<Task.Result> results, Set<String> axes, Set<String> figures)
            throws IOException {
        header(out, axes, figures);
        for (int i = 0; i < tasks.size(); i++) {
            if (results.get(i).figures().isPresent()) {
                Map<String, Double> found = results.get(i).figures().get();
                lead(out, tasks.get(i), axes);
                for (String figure : figures) {
                    double value = found.getOrDefault(figure, Double.NaN);
                    out.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
                }
                out.append('\n');
            }
        }
    }

    /** A row an arm and figure: the mean over its seeds and half of the 95 % interval, Student's t. */
    private static void summary(
            Appendable out, List<Task> tasks, List<Task.Result> results, Set<String> axes, Set<String> figures)
            throws IOException {
        Map<Map<String, String>, Map<String, List<Double>>> arms = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            Map<String, List<Double>> arm =
                    arms.computeIfAbsent(tasks.get(i).cell().arm(), fresh -> new LinkedHashMap<>());
            results.get(i)
                    .figures()
                    .ifPresent(found -> found.forEach((figure, value) -> {
                        if (!Double.isNaN(value)) {
                            arm.computeIfAbsent(figure, fresh -> new ArrayList<>())
                                    .add(value);
                        }
                    }));
        }
        for (String axis : axes) {
            out.append(quoted(axis)).append(',');
        }
        out.append("figure,mean,half_width_95,seeds\n");
        for (Map.Entry<Map<String, String>, Map<String, List<Double>>> arm : arms.entrySet()) {
            for (String figure : figures) {
                List<Double> values = arm.getValue().getOrDefault(figure, List.of());
                if (!values.isEmpty()) {
                    for (String axis : axes) {
                        out.append(quoted(arm.getKey().getOrDefault(axis, ""))).append(',');
                    }
                    Summary summary = Summary.of(values);
                    out.append(quoted(figure)).append(',').append(Double.toString(summary.mean()));
                    out.append(',').append(values.size() < 2 ? "" : Double.toString(summary.halfWidth()));
                    out.append(',').append(Integer.toString(values.size())).append('\n');
                }
            }
        }
    }

    /** Cells of one sweep may measure different things: columns are the union. */
    private static void rounds(Appendable out, List<Task> tasks, List<Task.Result> results, Set<String> axes)
            throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (results.get(i).figures().isPresent()) {
                try (BufferedReader in = Files.newBufferedReader(metrics(tasks.get(i)))) {
                    String header = in.readLine();
                    columns.addAll(header == null ? List.of() : List.of(header.split(",", -1)));
                }
            }
        }
        header(out, axes, columns);
        for (int i = 0; i < tasks.size(); i++) {
            if (results.get(i).figures().isPresent()) {
                append(out, tasks.get(i), axes, columns);
            }
        }
    }

    private static void append(Appendable out, Task task, Set<String> axes, Set<String> columns) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(metrics(task))) {
            String header = in.readLine();
            if (header == null) {
                return;
            }
            List<String> own = List.of(header.split(",", -1));
            List<Integer> order = new ArrayList<>();
            for (String column : columns) {
                order.add(own.indexOf(column));
            }
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                String[] values = row.split(",", -1);
                lead(out, task, axes);
                for (int at : order) {
                    out.append(',').append(at < 0 || at >= values.length ? "" : values[at]);
                }
                out.append('\n');
            }
        }
    }

    private static Path metrics(Task task) {
        return task.folder().resolve("metrics.csv");
    }

    private static void failures(Appendable out, List<Task> tasks, List<Task.Result> results, Set<String> axes)
            throws IOException {
        header(out, axes, Set.of("failure"));
        for (int i = 0; i < tasks.size(); i++) {
            if (!results.get(i).failure().isEmpty()) {
                lead(out, tasks.get(i), axes);
                out.append(',')
                        .append(quoted(results.get(i).failure().replace('\n', ' ')))
                        .append('\n');
            }
        }
    }

    private static void header(Appendable out, Set<String> axes, Set<String> others) throws IOException {
        out.append("cell,seed");
        for (String axis : axes) {
            out.append(',').append(quoted(axis));
        }
        out.append(others.stream().map(other -> "," + quoted(other)).collect(Collectors.joining()))
                .append('\n');
    }

    private static void lead(Appendable out, Task task, Set<String> axes) throws IOException {
        out.append(task.name()).append(',').append(Long.toString(task.cell().seed()));
        for (String axis : axes) {
            out.append(',').append(quoted(task.cell().arm().getOrDefault(axis, "")));
        }
    }

    /** RFC 4180. */
    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
