package org.sed4j.examples.society;

import java.io.IOException;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;
import org.sed4j.core.society.RunKeys;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.examples.Study;

/**
 * A study that is one society: what it is made of, what is watched on the way, and how it is judged at its end. Everything
 * else, from the first vote to the last checkpoint, is the same for all.
 */
public abstract class SocietyStudy implements Study {

    /**
     * The society that a configuration asks for.
     *
     * @throws IllegalArgumentException if there is none such, naming the key or the parts
     */
    protected abstract Society society(Config config);

    /** What a session that has ended came to; films and tables go into the folder. */
    protected abstract Map<String, Double> judged(Session session, Config config, RunFolder folder, Progress progress)
            throws IOException;

    /** The turns of a run, with what is kept beside its tables: rounds and no more, unless a study says otherwise. */
    protected Turns turns(Session session, Config config, RunFolder folder) {
        return session;
    }

    /** When checkpoints are made, what progress counts and shows. */
    protected Plan plan(Config config) {
        return RunKeys.plan(config);
    }

    @Override
    public void check(Config config) {
        Society society = society(config);
        Backend asked = RunKeys.backend(config);
        if (asked == Backend.NATIVE || asked == Backend.CUDA) {
            society.worlds(1, Seed.of(0)).close(); // says what the machine or the World lacks for it
        }
        society.begin(Seed.of(0)).close(); // parts that refuse what they are made for do it now
    }

    @Override
    public final Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        try (Session session = begun(config)) {
            String undefined = session.society().game().objectives().undefined();
            if (!undefined.isEmpty()) {
                progress.note(undefined + ": such a round has no welfare, and pays a learning principal nothing.");
            }
            if (RunKeys.backend(config) != Backend.JVM) {
                progress.note("The worlds run on " + session.economy().backing() + ".");
            }
            Turns turns = turns(session, config, folder);
            if (!Runner.play(turns, folder, plan(config), progress, interruption)) {
                return new Result(false, turns.number(), Map.of());
            }
            return new Result(true, turns.number(), judged(session, config, folder, progress));
        }
    }

    /** The society of a configuration, begun from its seed; the caller closes it. */
    public final Session begun(Config config) {
        return society(config).begin(Seed.of(config.whole("run.seed")));
    }
}
