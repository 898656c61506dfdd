package org.sed4j.core.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one loop of everything that goes on turn by turn in a run folder: {@code metrics.csv} and {@code timing.csv}, progress,
 * checkpoints, interruption, resume, and what is kept when a number diverges.
 *
 * <p>The first turn is followed by a checkpoint, so that from then on there always is a state to go on from. When a number diverges
 * the turns since the newest checkpoint are played again up to the last good one, which is then kept: that costs nothing while
 * all goes well, however large the state.
 */
public final class Runner {
    private final Turns turns;
    private final Plan plan;
    private final Progress progress;
    private final Interruption interruption;
    private final Checkpoints checkpoints;
    private final Tables tables;

    /** Whether there is a checkpoint. */
    private boolean begun;
    /** Turns since the newest checkpoint. */
    private long since;
    /** What those measured, mixed into one number: the same again, or not. */
    private long trace;

    private Runner(
            Turns turns,
            Plan plan,
            Progress progress,
            Interruption interruption,
            Checkpoints checkpoints,
            Tables tables,
            boolean begun) {
        this.turns = turns;
        this.plan = plan;
        this.progress = progress;
        this.interruption = interruption;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.begun = begun;
    }

    /**
     * Plays to the end, from the folder's newest checkpoint if it has one.
     *
     * <p>Everything that going on needs is read and checked before anything is written: a refused call leaves the folder as it was.
     *
     * @param folder claimed by the caller
     * @param interruption asked between turns; when it wishes, the state is kept and the loop ends
     * @return whether all turns were played
     * @throws IOException if the folder's files are damaged, or cannot be written
     * @throws NumericalDivergence if a number ceased to be one; the state before it is kept, if a turn had ended
     */
    public static boolean play(Turns turns, RunFolder folder, Plan plan, Progress progress, Interruption interruption)
            throws IOException {
        Checkpoints checkpoints = folder.checkpoints(plan.kept());
        boolean resumed = checkpoints.any();
        if (resumed) {
            checkpoints.load(turns);
        }
        try (Tables tables = Tables.open(folder, turns, plan, progress)) {
            Runner runner = new Runner(turns, plan, progress, interruption, checkpoints, tables, resumed);
            if (resumed) {
                progress.note("Going on after " + plan.unit() + " " + turns.number() + ".");
            }
            interruption.playing(true);
            boolean ended = runner.go();
            interruption.playing(!ended);
            return ended;
        }
    }

    private boolean go() throws IOException {
        while (!turns.ended()) {
            if (interruption.requested()) {
                keep();
                return false;
            }
            boolean due = turn() && turns.rows() % plan.every() == 0;
            if (due || !begun) {
                checkpoint();
            }
        }
        keep();
        return true;
    }

    /** Whether the turn was measured. */
    private boolean turn() throws IOException {
        long begun = System.nanoTime();
        Map<String, Double> row;
        try {
            row = turns.next();
        } catch (NumericalDivergence diverged) {
            keepLastGood(diverged);
            throw diverged;
        }
        since++;
        trace = mixed(trace, row);
        tables.played(row, (System.nanoTime() - begun) * 1e-9);
        turns.log();
        if (row.isEmpty()) {
            return false;
        }
        Map<String, Double> watched = new LinkedHashMap<>();
        plan.watched().forEach((name, column) -> watched.put(name, row.getOrDefault(column, Double.NaN)));
        progress.report(Math.min(turns.done(), turns.of()), turns.of(), plan.label(turns.number()), watched);
        return true;
    }

    private void keep() throws IOException {
        if (since > 0) {
            checkpoint();
        }
    }

    private void checkpoint() throws IOException {
        tables.sync();
        checkpoints.save(turns.number(), turns);
        begun = true;
        since = 0;
        trace = 0;
    }

    /** Takes the newest checkpoint and plays up to the last good turn again; where that fails the checkpoint is what is kept. */
    private void keepLastGood(NumericalDivergence diverged) {
        long good = since;
        long seen = trace;
        if (good == 0) {
            return; // the newest checkpoint is the last good state, or no turn had ended
        }
        progress.note("A number ceased to be one. The turns since the newest checkpoint (" + good
                + ") are played again, to keep the state before it.");
        try {
            checkpoints.load(turns);
            long again = 0;
            for (long turn = 0; turn < good; turn++) {
                if (interruption.requested()) {
                    return;
                }
                again = mixed(again, turns.next());
            }
            if (again == seen) {
                checkpoint();
            } else {
                progress.note("They came out otherwise, so the newest checkpoint is what is kept.");
            }
        } catch (IOException | RuntimeException e) {
            diverged.addSuppressed(e);
        }
    }

    private static long mixed(long trace, Map<String, Double> row) {
        long mixed = Rng.mix(trace + 1);
        for (Map.Entry<String, Double> figure : row.entrySet()) {
            mixed = Rng.mix(mixed + figure.getKey().hashCode());
            mixed = Rng.mix(mixed + Double.doubleToLongBits(figure.getValue()));
        }
        return mixed;
    }

    /** The two tables and what else grows beside them. */
    private static final class Tables implements AutoCloseable {
        private final Turns turns;
        private final Plan plan;
        private final Progress progress;
        private final MetricsCsv metrics;
        private final MetricsCsv timing;
        private final List<Growing> logs;
        private double seconds;
        private long doneBefore;

        private Tables(Turns turns, Plan plan, Progress progress, MetricsCsv metrics, MetricsCsv timing) {
            this.turns = turns;
            this.plan = plan;
            this.progress = progress;
            this.metrics = metrics;
            this.timing = timing;
            this.logs = List.copyOf(turns.logs());
            this.doneBefore = turns.done();
        }

        /** Checks what is there, then cuts it back to what the turns come to. */
        static Tables open(RunFolder folder, Turns turns, Plan plan, Progress progress) throws IOException {
            long rows = turns.rows();
            MetricsCsv.check(folder.metrics(), rows);
            MetricsCsv.check(folder.timing(), rows);
            for (Growing log : turns.logs()) {
                log.check(rows);
            }
            MetricsCsv metrics = MetricsCsv.open(folder.metrics());
            try {
                Tables tables = new Tables(turns, plan, progress, metrics, MetricsCsv.open(folder.timing()));
                metrics.truncateTo(rows);
                tables.timing.truncateTo(rows);
                for (Growing log : tables.logs) {
                    log.truncateTo(rows);
                }
                return tables;
            } catch (IOException | RuntimeException e) {
                metrics.close();
                throw e;
            }
        }

        void played(Map<String, Double> row, double took) throws IOException {
            seconds += took;
            if (row.isEmpty()) {
                return;
            }
            metrics.append(fitted(row));
            Map<String, Double> clock = new LinkedHashMap<>(); // in order: it fixes the columns
            clock.put("round", row.getOrDefault("round", (double) turns.number()));
            clock.put("seconds", seconds);
            if (!plan.speed().isEmpty()) {
                clock.put(plan.speed(), (turns.done() - doneBefore) / seconds);
            }
            timing.append(clock);
            seconds = 0;
            doneBefore = turns.done();
        }

        /** The row in the table's columns: what was not measured this time is empty, what never was before cannot be kept. */
        private Map<String, Double> fitted(Map<String, Double> row) {
            List<String> columns = metrics.columns();
            if (columns.isEmpty()) {
                return row;
            }
            Map<String, Double> fitted = new LinkedHashMap<>();
            columns.forEach(column -> fitted.put(column, row.getOrDefault(column, Double.NaN)));
            for (String column : row.keySet()) {
                if (!fitted.containsKey(column)) {
                    progress.note("The figure " + column + " was not in the first row and is left out of metrics.csv.");
                }
            }
            return fitted;
        }

        void sync() throws IOException {
            metrics.sync();
            timing.sync();
            for (Growing log : logs) {
                log.sync();
            }
        }

        @Override
        public void close() throws IOException {
            metrics.close();
            timing.close();
        }
    }
}
