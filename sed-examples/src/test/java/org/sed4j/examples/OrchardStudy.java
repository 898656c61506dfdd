package org.sed4j.examples;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;

/**
 * A quick society that follows from its seed: what the launcher is tested on. Its apples are a random walk, nobody learns.
 */
final class OrchardStudy implements Study, Turns {
    private static final int PLAYERS = 7;

    /** Called before each round, to stop, kill or break the run there. */
    interface Before {
        void round(int round, Interruption interruption);
    }

    private final Before before;
    private final double[] skill = new double[PLAYERS];
    private Interruption asked = Interruption.none();
    private Seed seed = Seed.of(0);
    private int rounds;
    private int round;
    private double kept;

    OrchardStudy(Before before) {
        this.before = before;
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        rounds = config.integer("run.rounds");
        seed = Seed.of(config.whole("run.seed"));
        asked = interruption;
        round = 0;
        kept = 64;
        java.util.Arrays.fill(skill, 0.2);
        Plan plan = Plan.of("round", rounds)
                .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                .speed("agent_steps_per_second")
                .watching("eta", "eta");
        boolean ended = Runner.play(this, folder, plan, progress, interruption);
        if (ended) {
            folder.write(folder.replay(), Json.line(Map.of("replays", List.of(replay(seed, 0), replay(seed, round)))));
        }
        return new Result(ended, round, Map.of("apples_left", kept));
    }

    @Override
    public long number() {
        return round;
    }

    @Override
    public boolean ended() {
        return round >= rounds;
    }

    @Override
    public long of() {
        return rounds;
    }

    @Override
    public Map<String, Double> next() {
        before.round(round, asked);
        Map<String, Double> row = live(seed.at(round).rng(), rounds);
        round++;
        return row;
    }

    private Map<String, Double> live(Rng rng, int rounds) {
        double progress = round / (double) rounds;
        double[] picked = new double[PLAYERS];
        double total = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PLAYERS; i++) {
            skill[i] = Math.max(0, skill[i] + 0.02 * rng.gaussian() + 0.01 * (1 - skill[i]));
            picked[i] = NumericalDivergence.finite(round, "apples", 10 * skill[i] * (1 + progress) + rng.uniform());
            total += picked[i];
            least = Math.min(least, picked[i]);
        }
        kept = Math.max(0, Math.min(64, kept + 2 * rng.gaussian()));
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("round", (double) round);
        row.put("eta", 0.53 + 0.02 * rng.gaussian());
        row.put("votes_mean", 0.53);
        for (int b = 0; b < 3; b++) {
            row.put("tax_rate_" + b, Math.min(1, Math.rint(10 * (progress * (b + 1) / 3 + 0.1 * rng.uniform())) / 10));
        }
        row.put("apples_total", total);
        row.put("apples_min", least);
        row.put("gini", 0.3 - 0.2 * progress + 0.02 * rng.gaussian());
        row.put("apples_left", kept);
        return row;
    }

    private static Map<String, Object> replay(Seed seed, int of) {
        int rows = 18;
        int cols = 24;
        Rng rng = seed.named("replay").at(of).rng();
        Map<String, Object> palette = new LinkedHashMap<>();
        palette.put("W", Map.of("label", "wall", "color", "#7a7468"));
        palette.put("A", Map.of("label", "apple", "color", "#d0342c"));
        palette.put("a", Map.of("label", "apple, eaten", "color", "#b9a98c"));
        palette.put(".", Map.of("label", "ground", "color", "#efe9dc"));
        for (int i = 0; i < PLAYERS; i++) {
            palette.put(
                    "" + (i + 1),
                    Map.of("label", "player " + (i + 1), "color", String.format("#%06x", 0x2255aa + i * 0x150b0f)));
        }
        int[] at = new int[PLAYERS];
        for (int i = 0; i < PLAYERS; i++) {
            at[i] = cols * (12 + rng.below(4)) + 2 + rng.below(20);
        }
        boolean[] live = new boolean[rows * cols];
        java.util.Arrays.fill(live, true);
        List<Object> frames = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            StringBuilder cells = new StringBuilder();
            for (int cell = 0; cell < rows * cols; cell++) {
                cells.append(letter(cell, rows, cols, live));
            }
            for (int i = 0; i < PLAYERS; i++) {
                int to = at[i] + new int[] {1, -1, cols, -cols}[rng.below(4)];
                at[i] = cells.charAt(to) == 'W' ? at[i] : to;
                live[at[i]] = false;
                cells.setCharAt(at[i], (char) ('1' + i));
            }
            frames.add(Map.of(
                    "cells", cells.toString(),
                    "caption", "round " + of + ", step " + step,
                    "numbers", Map.of("tax_0", 0.1, "tax_1", 0.4, "apples_left", 64 - step / 4)));
        }
        return Map.of(
                "title",
                of == 0 ? "First round" : "Last round",
                "rows",
                rows,
                "cols",
                cols,
                "palette",
                palette,
                "frames",
                frames);
    }

    private static char letter(int cell, int rows, int cols, boolean[] live) {
        int r = cell / cols;
        int c = cell % cols;
        if (r == 0 || c == 0 || r == rows - 1 || c == cols - 1) {
            return 'W';
        }
        boolean tree = Math.min(Math.abs(c - 5), Math.abs(c - 17)) + Math.min(Math.abs(r - 3), Math.abs(r - 8)) <= 2;
        return tree ? live[cell] ? 'A' : 'a' : '.';
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(round);
        out.writeDouble(kept);
        for (double s : skill) {
            out.writeDouble(s);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        round = in.readInt();
        kept = in.readDouble();
        for (int i = 0; i < PLAYERS; i++) {
            skill[i] = in.readDouble();
        }
    }
}
