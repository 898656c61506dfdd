package org.sed4j.examples.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.Arithmetic;
import org.sed4j.core.stackelberg.Commitment;
import org.sed4j.core.stackelberg.Commitments;
import org.sed4j.core.stackelberg.Equilibrium;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.Selection;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.named.NamedGames;

/**
 * {@code sed bench solve}: how long optimal commitments take on one core, against the time they may take: 2 s for each named
 * game, 30 s for one follower at 200 x 200 actions.
 *
 * <p>Every named game, with pure and mixed leaders, both selections, and pure and coarse correlated play, in floating point;
 * then random 200 x 200 games, without ties, with whole payoffs from 0 to 3, and of opposite interests (as hard as a matrix
 * game of that size).
 */
public final class SolveBench implements Benchmark {
    private static final int LARGE = 200;
    private static final double MILLI = 1e-6;
    private static final double NAMED_MS = 2_000;
    private static final double LARGE_MS = 30_000;

    /** The benchmark. */
    public SolveBench() {}

    @Override
    public String name() {
        return "solve";
    }

    @Override
    public String about() {
        return "optimal commitments in the named games and at 200 x 200: ms, and the share of the time allowed";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int total = NamedGames.all().size() + 3;
        int done = 0;
        for (String name : NamedGames.all().keySet()) {
            progress.report(done++, total, name, Map.of());
            StackelbergGame game = NamedGames.of(name);
            for (Equilibrium equilibrium : List.of(Equilibrium.SSE, Equilibrium.BCCE)) {
                for (Selection selection : Selection.values()) {
                    rows.add(row(name, game, new Asked(false, equilibrium, selection), settings, NAMED_MS));
                    rows.add(row(name, game, new Asked(true, equilibrium, selection), settings, NAMED_MS));
                }
            }
        }
        for (String kind : List.of("generic", "ties", "opposite")) {
            progress.report(done++, total, kind, Map.of());
            StackelbergGame game =
                    random(kind, Seed.of(settings.seed()).named(kind).rng());
            for (Selection selection : Selection.values()) {
                Asked asked = new Asked(true, Equilibrium.SSE, selection);
                rows.add(row(LARGE + "x" + LARGE + " " + kind, game, asked, settings, LARGE_MS));
            }
        }
        return rows;
    }

    private record Asked(boolean mixed, Equilibrium equilibrium, Selection selection) {
        Commitment of(StackelbergGame game) {
            return mixed
                    ? Commitments.mixed(game, equilibrium, selection, Arithmetic.FLOATING)
                    : Commitments.pure(game, equilibrium, selection, Arithmetic.FLOATING);
        }
    }

    private static Map<String, Object> row(
            String name, StackelbergGame game, Asked asked, Settings settings, double allowed) {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + (long) (settings.seconds() * 1e9);
        Commitment found = null;
        while (found == null || System.nanoTime() < end) {
            long start = System.nanoTime();
            found = asked.of(game);
            times.add((System.nanoTime() - start) * MILLI);
        }
        double first = times.get(0);
        times.sort(null);
        double ms = times.get(times.size() / 2);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("game", name);
        row.put("leader", asked.mixed() ? "mixed" : "pure");
        row.put("equilibrium", asked.equilibrium().name().toLowerCase(Locale.ROOT));
        row.put("selection", asked.selection().name().toLowerCase(Locale.ROOT));
        row.put("value", found.value().number());
        row.put("bound", found.bound());
        row.put("first, ms", first);
        row.put("ms", ms);
        row.put("ratio", ms / allowed);
        return row;
    }

    private static StackelbergGame random(String kind, Rng rng) {
        double[][] leader = new double[LARGE][LARGE];
        double[][] follower = new double[LARGE][LARGE];
        for (int r = 0; r < LARGE; r++) {
            for (int c = 0; c < LARGE; c++) {
                leader[r][c] = kind.equals("ties") ? rng.below(4) : rng.uniform();
                follower[r][c] = switch (kind) {
                    case "ties" -> rng.below(4);
                    case "opposite" -> -leader[r][c];
                    default -> rng.uniform();
                };
            }
        }
        return StackelbergGame.leading(NormalFormGame.bimatrix(leader, follower));
    }
}
