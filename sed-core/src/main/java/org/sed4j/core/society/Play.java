package org.sed4j.core.society;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Json;
import org.sed4j.core.report.Report;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;

/**
 * A society played in a run folder: begun where the folder is new, gone on with where it holds a run of the same society and
 * seed, to the same bytes. At its end it is appraised, and the folder holds metrics, replay and {@code report.html}.
 *
 * <pre>{@code
 * Map<String, Double> results = Play.of(society).seed(1).witness(log).in(Path.of("runs/first"));
 * }</pre>
 */
public final class Play {
    private static final int FRAMES = 200;

    private final Society society;
    private final String title;
    private final long seed;
    private final Progress progress;
    private final Interruption interruption;
    private final @Nullable Witness<? super Pomg> witness;

    private Play(
            Society society,
            String title,
            long seed,
            Progress progress,
            Interruption interruption,
            @Nullable Witness<? super Pomg> witness) {
        this.society = society;
        this.title = title;
        this.seed = seed;
        this.progress = progress;
        this.interruption = interruption;
        this.witness = witness;
    }

    /**
     * A play of that society from seed 1, silent, watched by nobody.
     *
     * @throws IllegalArgumentException if nobody said how many rounds: {@link Society.Builder#planned}
     */
    public static Play of(Society society) {
        if (society.planned() == 0) {
            throw new IllegalArgumentException(
                    "planned rounds (0) must be at least 1 for a society that is played in a folder."
                            + "\nMaybe planned(rounds) was left out.");
        }
        return new Play(society, "A society", 1, Progress.silent(), Interruption.none(), null);
    }

    /** The same from another seed. */
    public Play seed(long number) {
        return new Play(society, title, number, progress, interruption, witness);
    }

    /** The same with a title for its report. */
    public Play titled(String other) {
        return new Play(society, other, seed, progress, interruption, witness);
    }

    /** The same, telling how it goes. */
    public Play progress(Progress other) {
        return new Play(society, title, seed, other, interruption, witness);
    }

    /** The same, asking between rounds whether to stop. */
    public Play interruption(Interruption other) {
        return new Play(society, title, seed, progress, other, witness);
    }

    /** The same, watched. */
    public Play witness(Witness<? super Pomg> onlooker) {
        return new Play(society, title, seed, progress, interruption, onlooker);
    }

    /**
     * Plays to the end, or until it is interrupted.
     *
     * @return what the appraisal found; empty if it was interrupted
     * @throws IOException if the folder cannot be written, or is not that of such a run
     */
    @SuppressWarnings("try") // the claim is held, not used
    public Map<String, Double> in(Path path) throws IOException {
        RunFolder folder = folder(path);
        try (RunFolder.Claim claim = folder.claim();
                Session session = society.begin(Seed.of(seed))) {
            if (witness != null) {
                session.watchedBy(witness);
            }
            folder.write(folder.labels(), society.legend(title).json());
            Plan plan = Plan.of("round", society.planned())
                    .speed("agent_steps_per_second")
                    .watching("welfare", "welfare")
                    .watching("reward", "reward_total");
            if (!Runner.play(session, folder, plan, progress, interruption)) {
                return Map.of();
            }
            Appraisal appraisal = Appraisal.of(session, FRAMES);
            Filmstrip.write(appraisal.films(), folder);
            Map<String, Double> figures = appraisal.figures();
            folder.end(Json.line(Json.object("seed", seed, "rounds", session.number(), "results", figures)));
            Report.write(folder, List.of(folder));
            return figures;
        }
    }

    private RunFolder folder(Path path) throws IOException {
        String told = society.description(Seed.of(seed));
        if (!Files.exists(path.resolve("provenance.json"))) {
            return RunFolder.create(path, RunRecord.begun(seed, 1, "Play.of(society)", told, Instant.now()));
        }
        RunFolder folder = RunFolder.open(path);
        if (folder.record().seed() != seed || !folder.record().config().equals(told)) {
            throw new IllegalArgumentException("folder (" + path + ") must hold a run of this society from seed " + seed
                    + ".\nMaybe the society was changed since, or the seed: give it a new folder.");
        }
        return folder;
    }
}
